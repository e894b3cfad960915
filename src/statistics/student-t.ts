/** Student's t distribution and its quantiles. */

import { inverseNormal } from "../math.ts";
import { incompleteBeta } from "./incomplete-beta.ts";

/** Probability that a Student t with `freedom` degrees lies below t. */
export function studentTCdf(t: number, freedom: number): number {
	const tail =
		0.5 * incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t));
	return t < 0 ? tail : 1 - tail;
}

/**
 * The p-quantile of Student's t by bisection, to 13 digits; p in (0, 1).
 * It lies further out than the normal quantile, from which the search starts.
 */
export function studentTQuantile(p: number, freedom: number): number {
	if (p === 0.5) return 0;
	const start = Math.abs(inverseNormal(p));
	let low = 0;
	let high = 2 * start + 1;
	const upper = Math.max(p, 1 - p);
	while (studentTCdf(high, freedom) < upper) high *= 2;
	for (let i = 0; i < 200 && high - low > 1e-13 * high; i += 1) {
		const middle = 0.5 * (low + high);
		if (studentTCdf(middle, freedom) < upper) low = middle;
		else high = middle;
	}
	return p < 0.5 ? -high : high;
}
