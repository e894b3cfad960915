/** Recorder of a replicate: its months as rows of numbers. */

import { REGION_COUNT } from "../world/structure.ts";
import { SERIES } from "./record.ts";

/** Values kept of a month beside its series, for metrics: t Sb unless the name says USD. */
export const EXTRAS = [
	"normal_price_usd_t",
	"us_civil_need_t",
	"defence_unmet_certified_t",
	"defence_unmet_budget_t",
	"defence_unmet_physical_t",
	"us_user_cost_usd",
	"fiscal_cost_usd",
	"us_stockpile_value_usd",
	"demand_destroyed_t",
	"pakistan_to_us_defence_t",
	"refinery_output_t",
	"refinery_nameplate_t",
] as const;
export type ExtraName = (typeof EXTRAS)[number];

const FIRST_EXTRA = SERIES.length;
const FIRST_ORIGIN = FIRST_EXTRA + EXTRAS.length;
/** Values kept for one month: series, extras, US arrivals by origin. */
export const RECORD_WIDTH = FIRST_ORIGIN + REGION_COUNT;

const COLUMN = new Map<string, number>([
	...SERIES.map((series, i): [string, number] => [series.name, i]),
	...EXTRAS.map((name, i): [string, number] => [name, FIRST_EXTRA + i]),
]);

/** Position of a series or extra in a month's record. */
export function columnOf(
	name: (typeof SERIES)[number]["name"] | ExtraName,
): number {
	return COLUMN.get(name) as number;
}

/** Position of US arrivals from a region in a month's record. */
export function originColumn(region: number): number {
	return FIRST_ORIGIN + region;
}

/** The months of one replicate from 2018-01: month by month, RECORD_WIDTH values each. */
export class Recorder {
	readonly values: Float64Array;

	readonly ticks: number;

	constructor(ticks: number) {
		this.ticks = ticks;
		this.values = new Float64Array(ticks * RECORD_WIDTH);
	}

	at(tick: number, column: number): number {
		return this.values[tick * RECORD_WIDTH + column]!;
	}

	/** Takes over the months before `tick` from another recorder. */
	copyHistory(other: Recorder, tick: number): void {
		this.values.set(other.values.subarray(0, tick * RECORD_WIDTH));
	}
}
