/** Scores of probability forecasts: ranked probability score and place of the outcome. */

import { exp } from "../math.ts";
import { normalCdf } from "./normal.ts";

/** A forecast by members: values ascending, each with its weight; weights sum to 1. */
export interface Ensemble {
	readonly values: Float64Array;
	readonly weights: Float64Array;
}

/**
 * Sorts members in ascending order and scales their weights to sum to 1.
 *
 * @param weights one a value, 0 or more, not all 0
 * @throws {RangeError} when the weights do not fit
 */
export function ensembleOf(
	values: ArrayLike<number>,
	weights: ArrayLike<number>,
): Ensemble {
	let total = 0;
	for (let i = 0; i < weights.length; i += 1) total += weights[i]!;
	if (values.length !== weights.length || !(total > 0))
		throw new RangeError(
			`${values.length} members with ${weights.length} weights that sum to ${total}`,
		);
	const order = Array.from(values, (_, i) => i).sort(
		(a, b) => values[a]! - values[b]! || a - b,
	);
	return {
		values: Float64Array.from(order, (i) => values[i]!),
		weights: Float64Array.from(order, (i) => weights[i]! / total),
	};
}

/** The continuous ranked probability score of an ensemble, in the unit of its members. */
export interface EnsembleScore {
	/** score of the ensemble taken for the whole distribution */
	readonly plain: number;
	/** score of the distribution from which the members were drawn; unbiased in their number */
	readonly fair: number;
}

/**
 * The continuous ranked probability score of weighted members x and an outcome y:
 *
 *     plain = Σ w |x − y| − ½ Σ Σ w w' |x − x'|
 *     fair  = Σ w |x − y| − ½ Σ Σ w w' |x − x'| / (1 − Σ w²)
 *
 * The double sum is taken in one pass over the sorted members. With equal
 * weights the second is the score that does not favour small ensembles.
 *
 * Source: Gneiting and Raftery (2007), JASA 102:359-378; Ferro (2014), QJRMS 140:1917-1923.
 */
export function crpsOfEnsemble(
	{ values, weights }: Ensemble,
	came: number,
): EnsembleScore {
	let distance = 0;
	let spread = 0;
	let below = 0;
	let weightedBelow = 0;
	let squares = 0;
	values.forEach((value, i) => {
		const weight = weights[i]!;
		distance += weight * Math.abs(value - came);
		spread += weight * (value * below - weightedBelow);
		below += weight;
		weightedBelow += weight * value;
		squares += weight * weight;
	});
	const fair = squares < 1 ? distance - spread / (1 - squares) : Number.NaN;
	return { plain: distance - spread, fair };
}

/**
 * Place of the outcome in the ensemble, 0 to 1: the weight below it and half of the weight
 * at it (probability integral transform).
 */
export function pitOfEnsemble(
	{ values, weights }: Ensemble,
	came: number,
): number {
	let place = 0;
	values.forEach((value, i) => {
		if (value < came) place += weights[i]!;
		else if (value === came) place += weights[i]! / 2;
	});
	return place;
}

/** Quantile of an ensemble: the first member up to which a share of the weight lies. */
export function ensembleQuantile(
	{ values, weights }: Ensemble,
	share: number,
): number {
	let sum = 0;
	for (let i = 0; i < values.length; i += 1) {
		sum += weights[i]!;
		if (sum >= share) return values[i]!;
	}
	return values.at(-1) ?? Number.NaN;
}

/** Density of the standard normal distribution. */
function normalDensity(x: number): number {
	return exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * The continuous ranked probability score of a normal forecast:
 *
 *     σ (z (2 Φ(z) − 1) + 2 φ(z) − 1/√π),  z = (y − μ) / σ
 *
 * Source: Gneiting and Raftery (2007), JASA 102:359-378, equation 21.
 */
export function crpsOfNormal(
	middle: number,
	deviation: number,
	came: number,
): number {
	const z = (came - middle) / deviation;
	return (
		deviation *
		(z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI))
	);
}
