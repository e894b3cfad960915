/** Reader of a replicate's monthly series by name and month. */

import { SERIES, type SeriesName } from "../../market/record/record.ts";
import type { SoundScenario } from "../../scenario/types.ts";

const COLUMN = new Map<string, number>(SERIES.map((s, i) => [s.name, i]));

/** Makes a reader of a record's series by name and tick. */
export function seriesReader(
	series: Float64Array,
	scenario: SoundScenario,
): (name: SeriesName, tick: number) => number {
	const { from, to } = scenario.horizon;
	const months = to + 1 - from;
	return (name, tick) =>
		series[(COLUMN.get(name) as number) * months + tick - from] as number;
}
