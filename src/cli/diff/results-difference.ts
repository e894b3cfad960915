/** Metrics of two batches compared, replicate by replicate wherever both drew the same luck. */

import type { Estimate } from "../../experiment/tables.ts";
import { HEADLINE_METRICS } from "../../market/record/record.ts";
import { differenceOfMeans } from "../../statistics/difference-of-means.ts";
import { meanInterval } from "../../statistics/interval.ts";
import { pairedStatistics } from "../../statistics/paired.ts";
import { sortSamples } from "../../statistics/quantile.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import type { FieldChange } from "./leaves.ts";
import { planChanges, unlikeLuck } from "./plan-changes.ts";
import { type ScenarioChanges, scenarioChanges } from "./scenario-changes.ts";

/** One metric in both: means with intervals, over the pairs where runs are paired, and the second less the first. */
export interface MetricDifference {
	readonly metric: string;
	readonly a: Estimate;
	readonly b: Estimate;
	readonly difference: Estimate;
	/** values, or pairs, that the difference is taken from; the fewer of both when unpaired */
	readonly n: number;
	/** pairs in all, with a value or without; equal to `n` when unpaired */
	readonly of: number;
}

/** One scenario of the first held against one of the second. */
export interface ScenarioDifference {
	readonly a: string;
	readonly b: string;
	readonly changes: ScenarioChanges;
	/** replicates that both have with the same luck; null when nothing is paired */
	readonly pairs: number | null;
	readonly metrics: readonly MetricDifference[];
}

/** Differences between two results folders: digest, plan, scenarios and their metrics. */
export interface ResultsDifference {
	/** the digest of both, when it is one */
	readonly digest: string | null;
	readonly plan: readonly FieldChange[];
	/** reason why nothing is paired; null when replicates share their luck */
	readonly unpaired: string | null;
	readonly scenarios: readonly ScenarioDifference[];
}

/** Holds two batches against each other, the first as the base. */
export function resultsDifference(a: Results, b: Results): ResultsDifference {
	const unpaired = unlikeLuck(a.manifest, b.manifest);
	const { digest } = a.manifest;
	return {
		digest: digest === b.manifest.digest ? digest : null,
		plan: planChanges(a.manifest, b.manifest),
		unpaired,
		scenarios: partnersOf(a, b).map(([first, second]) =>
			scenarioDifference(a, first, b, second, unpaired === null),
		),
	};
}

/** Scenarios of one name; or the two, where each batch has but one. */
function partnersOf(
	{ manifest: a }: Results,
	{ manifest: b }: Results,
): readonly (readonly [string, string])[] {
	const [first, second] = [a.plan.order, b.plan.order];
	if (first.length === 1 && second.length === 1)
		return [[first[0]!, second[0]!]];
	return first.flatMap((name) => (second.includes(name) ? [[name, name]] : []));
}

function scenarioDifference(
	a: Results,
	first: string,
	b: Results,
	second: string,
	paired: boolean,
): ScenarioDifference {
	const rows = paired ? sharedRows(a, b) : null;
	return {
		a: first,
		b: second,
		changes: scenarioChanges(a.scenario(first), b.scenario(second)),
		pairs: rows?.length ?? null,
		metrics: HEADLINE_METRICS.map((metric) =>
			metricDifference(
				metric,
				a.runs.column(first, metric),
				b.runs.column(second, metric),
				rows,
			),
		),
	};
}

/** Rows of replicates that are sound in both. */
function sharedRows(
	{ runs: a }: Results,
	{ runs: b }: Results,
): readonly (readonly [number, number])[] {
	const rowInB = new Map(
		[...b.replicates].map((replicate, i) => [replicate, i]),
	);
	return [...a.replicates].flatMap((replicate, i) => {
		const row = rowInB.get(replicate);
		return row === undefined ? [] : [[i, row]];
	});
}

function metricDifference(
	metric: string,
	a: Float64Array,
	b: Float64Array,
	rows: readonly (readonly [number, number])[] | null,
): MetricDifference {
	return rows === null
		? unpairedDifference(metric, a, b)
		: pairedDifference(
				metric,
				Float64Array.from(rows, ([row]) => a[row]!),
				Float64Array.from(rows, ([, row]) => b[row]!),
			);
}

function pairedDifference(
	metric: string,
	a: Float64Array,
	b: Float64Array,
): MetricDifference {
	const { mean, n } = pairedStatistics(a, b);
	const isPair = (_: number, i: number) =>
		Number.isFinite(a[i]) && Number.isFinite(b[i]);
	const [inA, inB] = [meanOf(a.filter(isPair)), meanOf(b.filter(isPair))];
	return {
		metric,
		a: inA.mean,
		b: inB.mean,
		difference: mean,
		n,
		of: a.length,
	};
}

function unpairedDifference(
	metric: string,
	a: Float64Array,
	b: Float64Array,
): MetricDifference {
	const [inA, inB] = [meanOf(a), meanOf(b)];
	return {
		metric,
		a: inA.mean,
		b: inB.mean,
		difference: differenceOfMeans(inA, inB),
		n: Math.min(inA.n, inB.n),
		of: Math.min(inA.n, inB.n),
	};
}

function meanOf(values: Float64Array) {
	const samples = sortSamples(values);
	return { n: samples.length, mean: meanInterval(samples) };
}
