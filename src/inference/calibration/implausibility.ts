/** Implausibility of a draw: distance from the record beside all that may part the two. */

import { medianSorted, sampleVariance } from "simple-statistics";

/** Scored facts under one draw, over several lucks. */
export interface Judged {
	/** mean over the lucks, in logs, one a scored row */
	readonly means: Float64Array;
	/** one row of logs a luck */
	readonly lucks: readonly Float64Array[];
}

/** Gathers the facts of a draw over its lucks; null when any of them broke. */
export function judgedOf(
	lucks: readonly (Float64Array | null)[],
): Judged | null {
	const sound = lucks.filter((row) => row !== null);
	const first = sound[0];
	if (first === undefined || sound.length < lucks.length) return null;
	const means = first.map(
		(_, j) =>
			sound.reduce((sum, row) => sum + (row[j] as number), 0) / sound.length,
	);
	return { means, lucks: sound };
}

/**
 * Implausibility of a draw on each row (Craig et al. 1997; Vernon, Goldstein and
 * Bower 2010): distance of its mean from the record over the standard deviation of
 * all that may part them, which are discrepancy, the luck of the one history we
 * have, and the error of a mean over few lucks.
 */
export function implausibilities(
	judged: Judged,
	record: Float64Array,
	discrepancies: Float64Array,
	luckVariances: Float64Array,
): Float64Array {
	const K = judged.lucks.length;
	return judged.means.map((mean, j) => {
		const luck = (luckVariances[j] as number) * (1 + 1 / K);
		const own = discrepancies[j] as number;
		return Math.abs(mean - (record[j] as number)) / Math.sqrt(own * own + luck);
	});
}

/** Second largest of a list: one row may be off for a reason of its own. */
export function secondLargest(values: ArrayLike<number>): number {
	const sorted = Float64Array.from(values).sort();
	return sorted[Math.max(0, sorted.length - 2)] as number;
}

/** Mean of a variance with three degrees of freedom over its median, for normal luck. */
const MEAN_OVER_MEDIAN = 3 / 2.366;

/**
 * Variance of each row over lucks: the median over draws, so that a few wild draws do
 * not excuse all others, taken to the mean as for four normal lucks.
 */
export function luckVariances(all: readonly Judged[]): Float64Array {
	const rows = all[0]?.means.length ?? 0;
	return Float64Array.from({ length: rows }, (_, j) => {
		const variances = all.map(({ lucks }) =>
			sampleVariance(lucks.map((row) => row[j] as number)),
		);
		return medianSorted(variances.sort((a, b) => a - b)) * MEAN_OVER_MEDIAN;
	});
}
