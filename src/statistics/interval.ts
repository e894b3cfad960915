/** A mean, a quantile or a share of a sample, each with its 95 % interval. */

import { mean, sampleStandardDeviation } from "simple-statistics";
import { inverseNormal } from "../math.ts";
import { quantileRanks } from "./binomial.ts";
import { quantile, type SortedSamples } from "./quantile.ts";
import { studentTQuantile } from "./student-t.ts";

/** A statistic, a 95 % interval for it and its Monte Carlo error (one standard error). */
export interface Interval {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly error: number;
}

/** Confidence of every interval. */
export const CONFIDENCE = 0.95;
const UPPER = 1 - (1 - CONFIDENCE) / 2;
const Z = inverseNormal(UPPER);

const unknown = (value: number): Interval => ({
	value,
	low: Number.NaN,
	high: Number.NaN,
	error: Number.NaN,
});

/**
 * Sorted samples under the type that simple-statistics asks for. It reads length and elements
 * alone, so that the Float64Array itself serves: a copy of a million would take up to 64 MB.
 */
const listOf = (samples: SortedSamples) =>
	samples as ArrayLike<number> as number[];

/**
 * The mean with its t interval, mean ± t · s / √n.
 * NaN bounds for fewer than two samples.
 */
export function meanInterval(samples: SortedSamples): Interval {
	const n = samples.length;
	if (n === 0) return unknown(Number.NaN);
	const values = listOf(samples);
	const value = mean(values);
	if (n === 1) return unknown(value);
	const error = sampleStandardDeviation(values) / Math.sqrt(n);
	const reach = studentTQuantile(UPPER, n - 1) * error;
	return { value, low: value - reach, high: value + reach, error };
}

/**
 * A quantile with its distribution-free interval between two order statistics,
 * whose ranks the binomial distribution gives. The Monte Carlo error is the
 * width of that interval over 2 z. NaN bounds where the samples are too few for
 * the confidence: fewer than 6 for a median, 72 for a 5 or 95 % point.
 */
export function quantileInterval(samples: SortedSamples, p: number): Interval {
	const value = quantile(samples, p);
	const ranks = quantileRanks(samples.length, p, CONFIDENCE);
	if (ranks === null) return unknown(value);
	const low = samples[ranks.low - 1]!;
	const high = samples[ranks.high - 1]!;
	return { value, low, high, error: (high - low) / (2 * Z) };
}

/**
 * A share of `n` trials with Wilson's score interval: never beyond 0 and 1,
 * and not empty for 0 or n hits.
 *
 * Source: Wilson (1927), JASA 22:209-212.
 */
export function shareInterval(hits: number, n: number): Interval {
	if (n === 0) return unknown(Number.NaN);
	const share = hits / n;
	const z2 = Z * Z;
	const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
	const reach =
		(Z / (1 + z2 / n)) *
		Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
	return {
		value: share,
		low: hits === 0 ? 0 : centre - reach,
		high: hits === n ? 1 : centre + reach,
		error: Math.sqrt((share * (1 - share)) / n),
	};
}
