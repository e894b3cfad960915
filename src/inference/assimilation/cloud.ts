/** Weighted particles of an assimilation: their fits to rows, and how much of a month they can take in. */

import { log } from "../../math.ts";
import {
	effectiveSize,
	largestPower,
	temperedWeights,
} from "../calibration/tempering.ts";
import type { Carried } from "./carried.ts";
import { fitOf, type Observation } from "./observe.ts";

const HALVINGS = 30;
/** Fit of a run that broke: as good as none, and finite, so that nothing of it is nothing. */
const BROKEN = -1e9;

/** Particles with their weights, on their way through a record. */
export interface Cloud {
	readonly particles: readonly Carried[];
	/** they sum to 1 */
	readonly weights: readonly number[];
}

/** Log likelihoods of the particles for the rows from one place to another. */
export const fitsOf = (
	{ particles }: Cloud,
	observations: readonly Observation[],
	from: number,
	to: number,
): readonly number[] =>
	particles.map(({ answers, past }) => {
		if (past === Number.NEGATIVE_INFINITY) return BROKEN;
		let sum = 0;
		for (let i = from; i < to; i += 1)
			sum += fitOf(observations[i]!, answers[i]!);
		return sum;
	});

/** Weights after some power of the likelihood has been taken in; they sum to 1. */
export const weighed = (
	weights: readonly number[],
	fits: readonly number[],
	power: number,
): readonly number[] =>
	temperedWeights(
		weights.map((weight, i) => log(weight) + power * fits[i]!),
		1,
	);

/** Largest power up to 1 at which the cloud is still worth enough. */
export function nextPower(
	{ weights }: Cloud,
	fits: readonly number[],
	power: number,
	enough: number,
): number {
	const holds = (next: number): boolean =>
		effectiveSize(weighed(weights, fits, next - power)) >= enough;
	return largestPower(power, holds, HALVINGS);
}

/** Particles of the beginning that live on, worth as many equal ones. */
export function ancestorsOf({ particles, weights }: Cloud): number {
	const sums = new Map<number, number>();
	particles.forEach(({ ancestor }, i) => {
		sums.set(ancestor, (sums.get(ancestor) ?? 0) + weights[i]!);
	});
	return effectiveSize([...sums.values()]);
}

/** Mean likelihood under weights, over that of the best. */
export const meanOf = (
	weights: readonly number[],
	fits: readonly number[],
	best: number,
): number => {
	const shares = temperedWeights([best, ...fits], 1);
	return weights.reduce(
		(sum, weight, i) => sum + weight * (shares[i + 1]! / shares[0]!),
		0,
	);
};

/** Particles of equal weight, but for those that broke. */
export function evenCloud(particles: readonly Carried[]): Cloud {
	return {
		particles,
		weights: weighed(
			particles.map(() => 1 / particles.length),
			particles.map(({ past }) =>
				past === Number.NEGATIVE_INFINITY ? BROKEN : 0,
			),
			1,
		),
	};
}
