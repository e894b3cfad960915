/** Difference of the means of two samples that share no luck, by Welch's t. */

import type { Interval } from "./interval.ts";
import { CONFIDENCE } from "./interval.ts";
import { studentTQuantile } from "./student-t.ts";

/** Mean of a sample, with its interval and error, and the number of values behind it. */
export interface SampleMean {
	readonly n: number;
	readonly mean: Interval;
}

/**
 * Other mean less base mean of two independent samples, with Welch's 95 % interval:
 *
 *     difference ± t · √(e₁² + e₂²),  freedom = (e₁² + e₂²)² / (e₁⁴/(n₁ − 1) + e₂⁴/(n₂ − 1))
 *
 * where e is the standard error of a mean. NaN bounds for fewer than two values in either.
 * Source: Welch (1947), Biometrika 34, 28.
 */
export function differenceOfMeans(
	base: SampleMean,
	other: SampleMean,
): Interval {
	const value = other.mean.value - base.mean.value;
	const first = base.mean.error * base.mean.error;
	const second = other.mean.error * other.mean.error;
	const both = first + second;
	const error = Math.sqrt(both);
	if (error === 0) return { value, low: value, high: value, error };
	const freedom =
		(both * both) /
		((first * first) / (base.n - 1) + (second * second) / (other.n - 1));
	const upper = 1 - (1 - CONFIDENCE) / 2;
	const reach = Number.isFinite(freedom)
		? studentTQuantile(upper, freedom) * error
		: Number.NaN;
	return { value, low: value - reach, high: value + reach, error };
}
