/** Tempering: how much evidence a step takes in, and which particles survive it. */

import { exp } from "../../math.ts";
import { questionKey } from "../../random/question.ts";
import type { Streams } from "../../random/streams.ts";

const HALVINGS = 40;
const first = questionKey("particles", "first of the comb");

/** Weights in proportion to likelihoodᵈ; they sum to 1. */
export function temperedWeights(
	logLikelihoods: readonly number[],
	d: number,
): readonly number[] {
	const best = Math.max(...logLikelihoods);
	const raw = logLikelihoods.map((value) => exp(d * (value - best)));
	const sum = raw.reduce((total, weight) => total + weight, 0);
	return raw.map((weight) => weight / sum);
}

/** Number of equal draws that weighted ones are worth (Kish 1965). */
export function effectiveSize(weights: readonly number[]): number {
	return 1 / weights.reduce((sum, weight) => sum + weight * weight, 0);
}

/** Largest power from one up to 1 that still holds, found by so many halvings. */
export function largestPower(
	from: number,
	holds: (power: number) => boolean,
	halvings: number,
): number {
	if (holds(1)) return 1;
	let low = from;
	let high = 1;
	for (let i = 0; i < halvings; i += 1) {
		const middle = (low + high) / 2;
		if (holds(middle)) low = middle;
		else high = middle;
	}
	return low;
}

/**
 * Next power of the likelihood: the largest up to 1 at which the weighted particles are
 * still worth `enough` equal ones.
 */
export function nextBeta(
	logLikelihoods: readonly number[],
	beta: number,
	enough: number,
): number {
	const holds = (next: number): boolean =>
		effectiveSize(temperedWeights(logLikelihoods, next - beta)) >= enough;
	return largestPower(beta, holds, HALVINGS);
}

/** Places of the n particles that survive, by systematic resampling (Kitagawa 1996). */
export function resampled(
	weights: readonly number[],
	n: number,
	streams: Streams,
	step: number,
): readonly number[] {
	const offset = streams.uniform(first, step);
	const chosen: number[] = [];
	let reached = 0;
	weights.forEach((weight, i) => {
		reached += weight;
		while (chosen.length < n && (chosen.length + offset) / n < reached)
			chosen.push(i);
	});
	while (chosen.length < n) chosen.push(weights.length - 1);
	return chosen;
}
