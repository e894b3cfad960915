/** Replicate written down for a story, with sums and means over stretches of its months. */

import type { MetricName, SeriesName } from "../../market/record/record.ts";
import {
	columnOf,
	type ExtraName,
	originColumn,
} from "../../market/record/recorder.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import type { Heard, Told } from "./listener.ts";

/** One replicate that was run again, with a listener, and what it is held against. */
export interface Replay {
	readonly scenario: SoundScenario;
	readonly replicate: number;
	/** sound replicates of the batch */
	readonly batch: number;
	/** why this one is told: `nearest the median of …`; empty when it was asked for by number */
	readonly why: string;
	/** metrics of the replicate, and the batch's medians of them; NaN where there is none */
	readonly metric: (name: MetricName) => number;
	readonly median: (name: MetricName) => number;
	readonly told: readonly Told[];
	/** one a tick from 2018-01 to the end of the horizon */
	readonly months: readonly Heard[];
}

/** A stretch of months: [from, to], both of them counted. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** A quantity of the record in a month. */
export function valueAt(
	{ months }: Replay,
	name: SeriesName | ExtraName,
	tick: number,
): number {
	return months[tick]?.record[columnOf(name)] ?? Number.NaN;
}

/** US arrivals from an origin in a month, with what US plants made, t Sb. */
export function supplyFrom(
	{ months }: Replay,
	origin: number,
	tick: number,
): number {
	return months[tick]?.record[originColumn(origin)] ?? Number.NaN;
}

/** The sum of a monthly quantity over a stretch. */
export function sumOver(
	{ from, to }: Stretch,
	value: (tick: number) => number,
): number {
	let sum = 0;
	for (let tick = from; tick <= to; tick += 1) sum += value(tick);
	return sum;
}

/** The mean of a monthly quantity over a stretch. */
export function meanOver(
	stretch: Stretch,
	value: (tick: number) => number,
): number {
	return sumOver(stretch, value) / (stretch.to - stretch.from + 1);
}

/** Events of the given names in a stretch of months. */
export function toldIn(
	{ told }: Replay,
	{ from, to }: Stretch,
	names: readonly Told["what"][],
): readonly Told[] {
	return told.filter(
		({ tick, what }) => tick >= from && tick <= to && names.includes(what),
	);
}

/** Labels of the shocks, by id. */
export function labelsOf({ scenario }: Replay): ReadonlyMap<string, string> {
	return new Map(scenario.shocks.map(({ id, label }) => [id, label]));
}
