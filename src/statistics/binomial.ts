/** Binomial probabilities, and the order statistics between which a quantile lies. */

import { incompleteBeta } from "./incomplete-beta.ts";

/** Probability of at most k hits in n trials with chance p each, 0 < p < 1. */
export function binomialCdf(k: number, n: number, p: number): number {
	if (k < 0) return 0;
	return k >= n ? 1 : incompleteBeta(n - k, k + 1, 1 - p);
}

/** Counts those of 0, 1, …, n − 1 before the first for which `holds` fails; by halving. */
function countWhile(n: number, holds: (k: number) => boolean): number {
	let [low, high] = [0, n];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (holds(middle)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * Ranks of two order statistics, from 1, between which the p-quantile of any
 * distribution lies with a confidence of at least the one given, in equal tails:
 *
 *     P(B < low) ≤ (1 − confidence) / 2 ≥ P(B ≥ high),  B binomial (n, p)
 *
 * @returns null when n is too small for such a pair
 * Source: David and Nagaraja (2003), Order statistics, 7.1.
 */
export function quantileRanks(
	n: number,
	p: number,
	confidence: number,
): { readonly low: number; readonly high: number } | null {
	const tail = (1 - confidence) / 2;
	const low = countWhile(n, (k) => binomialCdf(k, n, p) <= tail);
	const high = 1 + countWhile(n, (k) => binomialCdf(k, n, p) < 1 - tail);
	return low >= 1 && high <= n ? { low, high } : null;
}
