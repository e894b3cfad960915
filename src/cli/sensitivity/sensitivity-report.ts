/** Findings of a sensitivity analysis as JSON and as rows of a table. */

import type { WeighedInputs } from "../../charts/chart.ts";
import type { RankedInput } from "../../inference/sensitivity/ranking.ts";
import type { Interval } from "../../statistics/interval.ts";
import type { CsvCell } from "../../words/csv.ts";
import { metricOf } from "../../words/metrics.ts";

/** Weighed inputs of a model, with the size of the design or batch behind them. */
export interface SensitivityReport {
	readonly weighed: WeighedInputs;
	/** trajectories or base points; null for a batch */
	readonly size: number | null;
	/** runs a point; null for a batch */
	readonly lucks: number | null;
	/** points, or replicates of a batch */
	readonly points: number;
	/** of them without a value */
	readonly lost: number;
}

/** The report as data; what is not a number is null. */
export function sensitivityJson({
	weighed,
	...counts
}: SensitivityReport): object {
	const { ranking, metric, scenario, luckShare } = weighed;
	const { method, mean, floor } = ranking;
	return {
		method,
		metric,
		unit: metricOf(metric).unit,
		scenario,
		parameters: "prior",
		...counts,
		mean,
		luckShare,
		floor,
		inputs: ranking.inputs.map(inputJson),
	};
}

function inputJson({ path, unit, meaning, ...found }: RankedInput): object {
	const { at, swing, measure, details, isAbove } = found;
	return {
		path,
		unit,
		meaning,
		p10: at[0],
		p90: at[1],
		metricLow: swing.low,
		metricHigh: swing.high,
		measure: endsOf(measure),
		...details,
		aboveFloor: isAbove,
	};
}

const endsOf = ({ value, low, high, error }: Interval) => ({
	value,
	low,
	high,
	error,
});

/** The report as rows, the heaviest input first. */
export function sensitivityRows({
	weighed,
}: SensitivityReport): readonly (readonly CsvCell[])[] {
	const { ranking, metric } = weighed;
	const details = Object.keys(ranking.inputs[0]?.details ?? {});
	const { unit } = metricOf(metric);
	return [
		[
			"input",
			"unit",
			"p10",
			"p90",
			`${metric} with input low (${unit})`,
			`${metric} with input high (${unit})`,
			MEASURE_NAMES[ranking.method],
			"low",
			"high",
			...details,
			"above the floor",
		],
		...ranking.inputs.map(({ path, unit, at, swing, measure, ...rest }) => [
			path,
			unit,
			...at,
			swing.low.value,
			swing.high.value,
			measure.value,
			measure.low,
			measure.high,
			...details.map((name) => rest.details[name] ?? Number.NaN),
			rest.isAbove ? "yes" : "no",
		]),
	];
}

const MEASURE_NAMES = {
	sobol: "total index",
	morris: "mu*",
	prcc: "partial rank correlation",
} as const;
