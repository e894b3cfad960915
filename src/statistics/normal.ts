/** The standard normal distribution function, accurate far into its tails. */

import { exp } from "../math.ts";

const NUMERATOR = [
	3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383,
	112.079291497871, 221.213596169931, 220.206867912376,
] as const;
const DENOMINATOR = [
	8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461,
	296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752,
] as const;
/** Distance from the mean beyond which the tail is computed as a continued fraction. */
const FAR = 7.07106781186547;
/** Distance from the mean beyond which the tail counts as 0. */
const FARTHEST = 37;
const ROOT_OF_TWO_PI = 2.506628274631;

function polynomial(coefficients: readonly number[], x: number): number {
	let sum = 0;
	for (const coefficient of coefficients) sum = sum * x + coefficient;
	return sum;
}

function upperTail(x: number): number {
	if (x > FARTHEST) return 0;
	const density = exp((-x * x) / 2);
	if (x < FAR)
		return (density * polynomial(NUMERATOR, x)) / polynomial(DENOMINATOR, x);
	const fraction = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
	return density / fraction / ROOT_OF_TWO_PI;
}

/**
 * Standard normal distribution function; error below 1e-14, and below a hundred millionth
 * of itself in the tails.
 * Source: Hart et al., Computer Approximations (1968), algorithm 5666, as given by
 * West, Better approximations to cumulative normal functions (2005).
 */
export function normalCdf(z: number): number {
	return z > 0 ? 1 - upperTail(z) : upperTail(-z);
}
