/** Volatility, autocorrelation, skewness and kurtosis of a series. */

import {
	mean,
	sampleKurtosis,
	sampleStandardDeviation,
} from "simple-statistics";
import { log } from "../math.ts";

const MONTHS_A_YEAR = 12;

/** Log of each value over the one before: n − 1 returns of n values, which must be above 0. */
export function logReturns(values: ArrayLike<number>): number[] {
	return Array.from({ length: values.length - 1 }, (_, i) =>
		log(values[i + 1]! / values[i]!),
	);
}

/** Annualised volatility of monthly log returns: standard deviation (n − 1) times √12. */
export function annualisedVolatility(returns: readonly number[]): number {
	return sampleStandardDeviation([...returns]) * Math.sqrt(MONTHS_A_YEAR);
}

/**
 * Autocorrelation at lag one, with m the mean of all:
 *
 *     r = Σ (x_t − m)(x_{t−1} − m) / Σ (x_t − m)²
 *
 * Source: Box and Jenkins (1976), Time series analysis, 2.1.5.
 */
export function lagOneAutocorrelation(values: readonly number[]): number {
	const centre = mean([...values]);
	let along = 0;
	let all = 0;
	values.forEach((value, i) => {
		all += (value - centre) * (value - centre);
		if (i > 0) along += (value - centre) * (values[i - 1]! - centre);
	});
	return along / all;
}

/**
 * Skewness with the correction for small samples, cubed by multiplication, since the last bit
 * of the engine's own power may differ:
 *
 *     G₁ = n / ((n − 1)(n − 2)) · Σ (x − m)³ / s³,  s² with n − 1
 *
 * Source: Joanes and Gill (1998), The Statistician 47:183-189.
 */
export function skewness(values: readonly number[]): number {
	const n = values.length;
	const centre = mean([...values]);
	const deviation = sampleStandardDeviation([...values]);
	let cubes = 0;
	for (const value of values) {
		const distance = (value - centre) / deviation;
		cubes += distance * distance * distance;
	}
	return (n / ((n - 1) * (n - 2))) * cubes;
}

/**
 * Kurtosis with the correction for small samples: G₂ + 3, 3 for a normal
 * distribution; of four values or more.
 *
 * Source: Joanes and Gill (1998), The Statistician 47:183-189.
 */
export function kurtosis(values: readonly number[]): number {
	return sampleKurtosis([...values]) + 3;
}
