import { exp } from "../math.ts";

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
	return exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** Beyond this many standard deviations nothing is left that a double could add to 1. */
const FAR = 9;

/**
 * Probability that a standard normal number lies below x, by the series
 *
 *     Φ(x) = 1/2 + φ(x) · (x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …)
 *
 * @returns absolute error below 1e-15
 * Source: Marsaglia (2004), Evaluating the normal distribution.
 */
export function normalCdf(x: number): number {
	if (x < -FAR) return 0;
	if (x > FAR) return 1;
	let term = x;
	let sum = x;
	for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
		term *= (x * x) / odd;
		sum += term;
	}
	return 0.5 + normalDensity(x) * sum;
}
