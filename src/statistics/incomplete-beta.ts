/** The incomplete beta function, on which the binomial and Student's distribution rest. */

import { exp, log } from "../math.ts";

/** Lanczos coefficients for ln Γ, g = 7. Source: Godfrey (2001). */
const LANCZOS = [
	0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531,
	-176.6150291621406, 12.507343278686905, -0.13857109526572012,
	9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

function logGamma(x: number): number {
	const y = x - 1;
	let sum: number = LANCZOS[0];
	for (let i = 1; i < LANCZOS.length; i += 1) sum += LANCZOS[i]! / (y + i);
	const t = y + 7.5;
	return 0.5 * log(2 * Math.PI) + (y + 0.5) * log(t) - t + log(sum);
}

/** More terms than any pair of arguments up to a thousand million needs: it grows with their root. */
const MOST_TERMS = 100_000;

/**
 * Continued fraction of the incomplete beta function, by the modified method of
 * Lentz (1976), as in Thompson and Barnett (1986).
 */
function betaFraction(a: number, b: number, x: number): number {
	const tiny = 1e-300;
	const away = (value: number): number =>
		Math.abs(value) < tiny ? tiny : value;
	let c = 1;
	let d = 1 / away(1 - ((a + b) * x) / (a + 1));
	let fraction = d;
	for (let m = 1; m <= MOST_TERMS; m += 1) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		fraction *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		fraction *= d * c;
		if (Math.abs(d * c - 1) < 1e-15) return fraction;
	}
	throw new RangeError(`incomplete beta of ${a}, ${b} at ${x}: no convergence`);
}

/**
 * The regularised incomplete beta function I_x(a, b), for a and b above 0: the
 * probability that a beta variable lies below x. Absolute error below 1e-9 for
 * a and b to a million, 1e-13 where they are small.
 * Source: Abramowitz and Stegun (1964), 26.5.8.
 */
export function incompleteBeta(a: number, b: number, x: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const front = exp(
		logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x),
	);
	return x < (a + 1) / (a + b + 2)
		? (front * betaFraction(a, b, x)) / a
		: 1 - (front * betaFraction(b, a, 1 - x)) / b;
}
