/** Smooth curve of an output over one input, drawn towards its mean where noise explains it. */

import { inverseNormal } from "../../math.ts";
import { midRanks } from "./mid-ranks.ts";

/** Normal quantiles at Harrell's places for seven knots. */
const KNOTS = [0.025, 0.1833, 0.3417, 0.5, 0.6583, 0.8167, 0.975].map(
	inverseNormal,
);
/** Share of a column's squares below which it only repeats the others. */
const LEAST_OWN = 1e-9;

const cube = (x: number): number => (x > 0 ? x * x * x : 0);

/**
 * Natural cubic spline with knots t_1 … t_K: 1, z, and for j up to K − 2
 *
 *     (z − t_j)³₊ − (z − t_{K−1})³₊ (t_K − t_j)/(t_K − t_{K−1})
 *                 + (z − t_K)³₊ (t_{K−1} − t_j)/(t_K − t_{K−1})
 *
 * Source: Harrell (2015), Regression modeling strategies, 2.4.5.
 */
function splineColumns(z: Float64Array): readonly Float64Array[] {
	const last = KNOTS.at(-1)!;
	const before = KNOTS.at(-2)!;
	const bends = KNOTS.slice(0, -2).map((knot) =>
		z.map(
			(x) =>
				cube(x - knot) -
				(cube(x - before) * (last - knot)) / (last - before) +
				(cube(x - last) * (before - knot)) / (last - before),
		),
	);
	return [z.map(() => 1), z, ...bends];
}

/**
 * Orthonormal columns that span the smooth curves over one input: a natural cubic spline of
 * its normal scores Φ⁻¹((rank − 1/2) / n), straight beyond the outer knots. Ranks make the
 * fit the same for every monotone scale of the input, and a curve that is linear in a normal input is a line in its scores.
 * An input of two values spans its two means, one of a single value only the mean.
 *
 * @returns one to seven columns, one value a row; the first is constant
 */
export function curveBasis(input: Float64Array): readonly Float64Array[] {
	const n = input.length;
	const scores = midRanks(input).map((rank) => inverseNormal((rank - 0.5) / n));
	const basis: Float64Array[] = [];
	for (const column of splineColumns(scores)) {
		const left = column.slice();
		const whole = dot(left, left);
		for (const other of [...basis, ...basis]) remove(left, other);
		const own = dot(left, left);
		if (own > LEAST_OWN * whole)
			basis.push(left.map((x) => x / Math.sqrt(own)));
	}
	return basis;
}

/**
 * The curve of a payoff over one input, drawn towards its mean by what chance alone would
 * have made of it:
 *
 *     g(x) = ȳ + √(R²_adjusted / R²) (fit(x) − ȳ),  R²_adjusted = 1 − (1 − R²)(n − 1)/(n − k)
 *
 * so that an input without effect has a curve with no variance on average.
 *
 * @param basis orthonormal columns, the first constant
 * @returns one value a row
 */
export function fittedCurve(
	basis: readonly Float64Array[],
	payoff: Float64Array,
): Float64Array {
	const n = payoff.length;
	const mean = payoff.reduce((sum, y) => sum + y, 0) / n;
	const around = payoff.map((y) => y - mean);
	const curve = new Float64Array(n);
	for (const column of basis.slice(1)) add(curve, column, dot(column, around));
	const kept = shrinkage(
		dot(curve, curve),
		dot(around, around),
		n,
		basis.length,
	);
	return curve.map((y) => mean + kept * y);
}

function shrinkage(
	explained: number,
	total: number,
	rows: number,
	columns: number,
): number {
	if (!(explained > 0) || rows <= columns) return 0;
	const chance = ((total - explained) * (columns - 1)) / (rows - columns);
	return Math.sqrt(Math.max(0, 1 - chance / explained));
}

function dot(one: Float64Array, other: Float64Array): number {
	let sum = 0;
	for (let r = 0; r < one.length; r += 1) sum += one[r]! * other[r]!;
	return sum;
}

function add(to: Float64Array, column: Float64Array, times: number): void {
	for (let r = 0; r < to.length; r += 1) to[r]! += times * column[r]!;
}

/** Removes from a column its part along a unit column. */
function remove(from: Float64Array, unit: Float64Array): void {
	add(from, unit, -dot(from, unit));
}
