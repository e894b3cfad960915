/** Bootstrap: rows drawn anew with replacement, and intervals from them. */

import { sampleStandardDeviation } from "simple-statistics";
import { questionKey } from "../../random/question.ts";
import type { Streams } from "../../random/streams.ts";
import { CONFIDENCE, type Interval } from "../../statistics/interval.ts";
import { quantile, sortSamples } from "../../statistics/quantile.ts";

const LOWER = (1 - CONFIDENCE) / 2;
const ROWS = questionKey("bootstrap", "row drawn");

/**
 * Counts how often each row comes when `rows` rows are drawn with replacement: one count a
 * row, sum = rows. Each resample, numbered from 0, has draws of its own.
 */
export function resampleCounts(
	rows: number,
	resample: number,
	streams: Streams,
): Float64Array {
	const counts = new Float64Array(rows);
	for (let i = 0; i < rows; i += 1) {
		const draw = streams.uniform(ROWS, resample * rows + i);
		counts[Math.floor(draw * rows)]! += 1;
	}
	return counts;
}

/**
 * An estimate with the percentile interval of its resampled values: their 2.5 and 97.5 %
 * points, and their standard deviation (n − 1) as the Monte Carlo error. Resampled values
 * that are NaN are left out; NaN bounds where fewer than two remain.
 *
 * Source: Efron and Tibshirani (1993), An introduction to the bootstrap, 13.3.
 */
export function percentileInterval(
	value: number,
	resampled: ArrayLike<number>,
): Interval {
	const sorted = sortSamples(resampled);
	const error =
		sorted.length < 2 ? Number.NaN : sampleStandardDeviation([...sorted]);
	if (Number.isNaN(error))
		return { value, low: Number.NaN, high: Number.NaN, error };
	return {
		value,
		low: quantile(sorted, LOWER),
		high: quantile(sorted, 1 - LOWER),
		error,
	};
}
