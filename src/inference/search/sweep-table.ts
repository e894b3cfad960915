/** Table of a sweep: metrics at each setting, and their change from the first. */

import type { SweepPlan } from "../../experiment/design.ts";
import type {
	BatchSummary,
	Estimate,
	PairedSummary,
} from "../../experiment/tables.ts";
import { verdictOf } from "../../experiment/verdict.ts";

/** One metric at one point of a sweep. */
export interface SweepCell {
	readonly metric: string;
	/** replicates with a value */
	readonly n: number;
	/** replicates without one */
	readonly nulls: number;
	readonly mean: Estimate;
	readonly median: Estimate;
	readonly p05: number;
	readonly p95: number;
	/** mean of this point's values less the first point's, run by run; null at the first */
	readonly difference: Estimate | null;
}

/** A point of a sweep with its metrics. */
export interface SweepRow {
	readonly scenario: string;
	readonly values: readonly (number | string)[];
	readonly cells: readonly SweepCell[];
}

/** True when a point differs from the first in no run. */
export function isUnmoved({ n, difference }: SweepCell): boolean {
	return (
		n === 0 ||
		difference === null ||
		verdictOf({ n, mean: difference }) === "equal"
	);
}

/** Tabulates some metrics of a sweep, point by point. */
export function sweepTable(
	{ points }: SweepPlan,
	{ scenarios, paired }: BatchSummary,
	metrics: readonly string[],
): readonly SweepRow[] {
	const pairs = new Map(paired.map((pair) => [keyOf(pair), pair]));
	return points.map(({ scenario, values }) => ({
		scenario,
		values,
		cells: metrics.flatMap((metric) => {
			const found = scenarios[scenario]?.[metric];
			if (!found) return [];
			const { n, nulls, mean, median, p05, p95 } = found;
			const difference = pairs.get(`${scenario} ${metric}`)?.mean ?? null;
			return [{ metric, n, nulls, mean, median, p05, p95, difference }];
		}),
	}));
}

const keyOf = ({ other, metric }: PairedSummary) => `${other} ${metric}`;
