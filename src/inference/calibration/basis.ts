/** Directions in which hypotheses move as one: numbers, with the luck that gives way to them. */

import {
	centred,
	choleskyOf,
	type Square,
	solveCholesky,
	symmetricEigen,
} from "../../statistics/linear.ts";
import type { Hypothesis } from "./particle.ts";

/**
 * Orthonormal directions q of scores and luck together, and the variance λ ≤ 1 of the posterior along
 * each. A move x' = x + Q (y' − y) with
 *
 *     y = Qᵀ x,  y' = √(1 − b² λ) y + b √λ η,  η ~ N(0, 1)
 *
 * leaves N(0, I) unchanged whatever b ≤ 1 (preconditioned Crank-Nicolson; Cotter et al. 2013).
 */
export interface Basis {
	/** free numbers, which stand before the luck in every direction */
	readonly numbers: number;
	/** direction by direction, numbers then luck */
	readonly directions: Float64Array;
	readonly variances: Float64Array;
}

/** Share by which the covariance of an ensemble is drawn towards that of the prior. */
const SHRINKAGE = 0.1;
/** Correlation of luck with a number below which it counts as chance: four standard errors of 400 members. */
const LEAST_CORRELATION = 0.2;

/** Covariance of centred numbers, drawn towards the prior's. */
function covarianceOf(rows: readonly Float64Array[]): Square {
	const p = rows[0]!.length;
	const sum = Array.from({ length: p }, () => new Float64Array(p));
	for (const row of rows)
		for (let i = 0; i < p; i += 1)
			for (let j = 0; j < p; j += 1) sum[i]![j]! += row[i]! * row[j]!;
	return sum.map((row, i) =>
		row.map(
			(value, j) =>
				((1 - SHRINKAGE) * value) / (rows.length - 1) +
				(i === j ? SHRINKAGE : 0),
		),
	);
}

/** Regression of one score of luck on the numbers; null where no correlation counts. */
function regressionOf(
	numbers: readonly Float64Array[],
	luck: readonly Float64Array[],
	at: number,
	covariance: Square,
	lower: Square,
): Float64Array | null {
	const p = covariance.length;
	const joint = new Float64Array(p);
	let variance = 0;
	luck.forEach((row, member) => {
		const own = row[at]!;
		variance += own * own;
		for (let k = 0; k < p; k += 1) joint[k]! += own * numbers[member]![k]!;
	});
	const count = luck.length - 1;
	let counts = false;
	for (let k = 0; k < p; k += 1) {
		joint[k]! /= count;
		const spread = Math.sqrt((variance / count) * covariance[k]![k]!);
		if (Math.abs(joint[k]!) < LEAST_CORRELATION * spread) joint[k] = 0;
		else counts = true;
	}
	return counts ? solveCholesky(lower, joint) : null;
}

/**
 * Makes the directions of an ensemble: those of its numbers, extended to the luck by regression, so that
 * luck gives way when numbers move.
 */
export function basisOf(members: readonly Hypothesis[]): Basis {
	const numbers = centred(members.map(({ scores }) => scores));
	const luck = centred(members.map((member) => member.luck));
	const covariance = covarianceOf(numbers);
	const lower = choleskyOf(covariance);
	const p = covariance.length;
	const size = p + luck[0]!.length;
	/** square root of the joint covariance, row by row */
	const root = new Float64Array(size * p);
	for (const [i, row] of lower.entries()) root.set(row, i * p);
	for (let at = 0; at < size - p; at += 1) {
		const slope = regressionOf(numbers, luck, at, covariance, lower);
		if (slope === null) continue;
		for (let j = 0; j < p; j += 1) {
			let sum = 0;
			for (let k = j; k < p; k += 1) sum += slope[k]! * lower[k]![j]!;
			root[(p + at) * p + j] = sum;
		}
	}
	return orthonormal(root, p, size);
}

function orthonormal(root: Float64Array, p: number, size: number): Basis {
	const gram = Array.from({ length: p }, () => new Float64Array(p));
	for (let row = 0; row < size; row += 1)
		for (let i = 0; i < p; i += 1) {
			const value = root[row * p + i]!;
			if (value === 0) continue;
			for (let j = 0; j < p; j += 1) gram[i]![j]! += value * root[row * p + j]!;
		}
	const { values, vectors } = symmetricEigen(gram);
	const shared = new SharedArrayBuffer(8 * size * p);
	const directions = new Float64Array(shared);
	for (let d = 0; d < p; d += 1) {
		const length = Math.sqrt(values[d]!);
		for (let row = 0; row < size; row += 1) {
			let sum = 0;
			for (let k = 0; k < p; k += 1)
				sum += root[row * p + k]! * vectors[k]![d]!;
			directions[d * size + row] = sum / length;
		}
	}
	return {
		numbers: p,
		directions,
		variances: values.map((value) => Math.min(1, value)),
	};
}

/** Moves a hypothesis along all directions at once. @param normal standard normal numbers, one a direction */
export function alongBasis(
	{ numbers, directions, variances }: Basis,
	{ scores, luck }: Hypothesis,
	reach: number,
	normal: (direction: number) => number,
): Hypothesis {
	const size = numbers + luck.length;
	const nextScores = Float64Array.from(scores);
	const nextLuck = Float64Array.from(luck);
	for (let d = 0; d < numbers; d += 1) {
		const start = d * size;
		let along = 0;
		for (let k = 0; k < numbers; k += 1)
			along += directions[start + k]! * scores[k]!;
		for (let k = numbers; k < size; k += 1)
			along += directions[start + k]! * luck[k - numbers]!;
		const variance = reach * reach * variances[d]!;
		const step =
			Math.sqrt(1 - variance) * along + Math.sqrt(variance) * normal(d) - along;
		for (let k = 0; k < numbers; k += 1)
			nextScores[k]! += step * directions[start + k]!;
		for (let k = numbers; k < size; k += 1)
			nextLuck[k - numbers]! += step * directions[start + k]!;
	}
	return { scores: nextScores, luck: nextLuck };
}
