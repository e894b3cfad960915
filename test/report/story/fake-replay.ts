import { WORLD } from "../../../src/calibration/agents/the-world.ts";
import type {
	MetricName,
	SeriesName,
} from "../../../src/market/record/record.ts";
import {
	columnOf,
	type ExtraName,
	originColumn,
	RECORD_WIDTH,
} from "../../../src/market/record/recorder.ts";
import { REGION_COUNT } from "../../../src/market/world/structure.ts";
import type {
	Heard,
	PlantMonth,
	Told,
} from "../../../src/report/story/listener.ts";
import type { Replay } from "../../../src/report/story/replay.ts";
import type { Shock } from "../../../src/scenario/types.ts";
import { scenarioOf } from "../../market/scenarios.ts";

type Quantity = SeriesName | ExtraName;

/** A replicate written by hand: what is not given is flat and dull. */
export interface Written {
	/** months from 2018-01 */
	readonly months?: number;
	readonly reference?: number;
	readonly shocks?: readonly Shock[];
	readonly told?: readonly Told[];
	readonly values?: Partial<Record<Quantity, (tick: number) => number>>;
	/** US supply by origin */
	readonly origins?: Readonly<Record<number, (tick: number) => number>>;
	readonly metrics?: Partial<Record<MetricName, number>>;
	readonly threat?: (tick: number) => number;
	readonly news?: (tick: number) => number;
	readonly need?: (tick: number) => number;
	readonly outage?: (place: number, tick: number) => boolean;
	/** of every region, months of use */
	readonly precaution?: (region: number, tick: number) => number;
	readonly ore?: (from: number, to: number) => number;
	readonly plants?: (tick: number) => readonly PlantMonth[];
}

const DULL: Partial<Record<Quantity, number>> = {
	price_rotterdam_usd_t: 12_000,
	price_china_usd_t: 11_000,
	china_exports_total_t: 3_000,
	mined_world_t: 9_000,
	us_imports_t: 1_500,
	us_use_t: 1_800,
	us_civil_need_t: 2_000,
	us_stock_t: 4_000,
	defence_need_us_t: 30,
};

export function replayOf(written: Written): Replay {
	const months = written.months ?? 96;
	const scenario = scenarioOf(written.shocks ?? [], {
		to: months - 1,
		reference: written.reference ?? 48,
	});
	const metric = (name: MetricName) => written.metrics?.[name] ?? 0;
	return {
		scenario: { ...scenario, title: "By hand", world: WORLD },
		...{ replicate: 7, batch: 50, why: "", metric, median: () => 0 },
		told: written.told ?? [],
		months: Array.from({ length: months }, (_, tick) => heardOf(written, tick)),
	};
}

function heardOf(written: Written, tick: number): Heard {
	const record = new Float64Array(RECORD_WIDTH);
	for (const [name, value] of Object.entries(DULL))
		record[columnOf(name as Quantity)] = value;
	for (const [name, value] of Object.entries(written.values ?? {}))
		record[columnOf(name as Quantity)] = value(tick);
	for (const [origin, value] of Object.entries(written.origins ?? {}))
		record[originColumn(Number(origin))] = value(tick);
	const regions = (value: (region: number) => number) =>
		new Float64Array(REGION_COUNT).map((_, r) => value(r));
	return {
		...{ tick, record },
		metal: new Float64Array(REGION_COUNT * REGION_COUNT),
		ore: new Float64Array(REGION_COUNT * REGION_COUNT).map(
			(_, route) =>
				written.ore?.(Math.floor(route / REGION_COUNT), route % REGION_COUNT) ??
				0,
		),
		threat: written.threat?.(tick) ?? 0,
		...{ news: written.news?.(tick) ?? 0, need: written.need?.(tick) ?? 1 },
		outages: Float64Array.from([0, 1, 2, 3], (place) =>
			written.outage?.(place, tick) ? 1 : 0,
		),
		precaution: regions((r) => written.precaution?.(r, tick) ?? 0),
		stock: regions(() => 4_000),
		plants: written.plants?.(tick) ?? [],
	};
}
