/** Sobol indices: shares of variance that inputs explain, from Saltelli's design. */

import { scrambledSobol } from "../../random/sobol-sequence.ts";
import { type Seed, Streams } from "../../random/streams.ts";
import type { Interval } from "../../statistics/interval.ts";
import { percentileInterval, resampleCounts } from "./bootstrap.ts";

/**
 * Points at which to run the model: two independent samples A and B of `base` points each,
 * and for every input i the sample AB_i, which is A with column i taken from B.
 */
export interface SaltelliDesign {
	readonly base: number;
	readonly dimensions: number;
	/** base · (dimensions + 2) rows: A, B, AB_1 … AB_d; coordinates inside (0, 1) */
	readonly points: readonly Float64Array[];
}

/** Shares of the output's variance that one input explains. */
export interface SobolIndex {
	/** share by itself; 0 to 1 but for Monte Carlo error */
	readonly first: Interval;
	/** share with all its interactions; at least `first` but for Monte Carlo error */
	readonly total: Interval;
}

/**
 * Makes a design whose A and B are the two halves of one scrambled Sobol sequence of twice
 * the dimensions, so that the rows of both are spread evenly and are independent of each other.
 *
 * @param base       rows of A; a power of two spreads best
 * @param dimensions inputs; twice as many must be in the table of directions
 * Source: Saltelli et al. (2010), Computer Physics Communications 181:259-270.
 */
export function saltelliDesign(
	base: number,
	dimensions: number,
	seed: Seed,
): SaltelliDesign {
	const both = scrambledSobol(base, 2 * dimensions, seed);
	const a = both.map((row) => row.slice(0, dimensions));
	const b = both.map((row) => row.slice(dimensions));
	const mixed = Array.from({ length: dimensions }, (_, i) =>
		a.map((row, r) => row.with(i, b[r]![i]!)),
	);
	return { base, dimensions, points: [...a, ...b, ...mixed.flat()] };
}

/** Outputs of the complete rows, less their mean over A and B. */
interface Outputs {
	readonly a: Float64Array;
	readonly b: Float64Array;
	/** outputs of AB_i, one column an input */
	readonly mixed: readonly Float64Array[];
}

/**
 * First-order and total indices with V the variance of A and B together (n), f̄ their mean:
 *
 *     S_i = Σ (f_B − f̄)(f_AB_i − f_A) / (n V)    T_i = Σ (f_A − f_AB_i)² / (2 n V)
 *
 * The interval is the percentile bootstrap over rows. It takes the rows for independent,
 * which is cautious here: rows of a scrambled sequence err less.
 *
 * @param outputs one value a point of the design; a row in which any is NaN is left out
 * @param resamples how many times the rows are drawn anew
 * @returns one index an input; NaN where the output does not vary
 * @throws {RangeError} when there is not one output a point
 * Source: S_i of Saltelli et al. (2010), T_i of Jansen (1999), both in Saltelli et al.
 * (2010), table 2, (b) and (f).
 */
export function sobolIndices(
	design: SaltelliDesign,
	outputs: Float64Array,
	resamples: number,
	seed: Seed,
): readonly SobolIndex[] {
	if (outputs.length !== design.points.length)
		throw new RangeError(
			`outputs are ${outputs.length}; expected one a point, ${design.points.length}`,
		);
	const complete = completeRows(design, outputs);
	const every = new Float64Array(complete.a.length).fill(1);
	const values = indicesOf(complete, every);
	const streams = new Streams(seed, 0);
	const drawn = Array.from({ length: resamples }, (_, k) =>
		indicesOf(complete, resampleCounts(every.length, k, streams)),
	);
	return values.map(({ first, total }, i) => ({
		first: percentileInterval(
			first,
			drawn.map((indices) => indices[i]!.first),
		),
		total: percentileInterval(
			total,
			drawn.map((indices) => indices[i]!.total),
		),
	}));
}

function completeRows(
	{ base, dimensions }: SaltelliDesign,
	outputs: Float64Array,
): Outputs {
	const blocks = Array.from({ length: dimensions + 2 }, (_, block) =>
		outputs.subarray(block * base, (block + 1) * base),
	);
	const whole = (_: number, r: number): boolean =>
		blocks.every((block) => !Number.isNaN(block[r]));
	const [a, b, ...mixed] = blocks.map((block) => block.filter(whole));
	const sum = [...a!, ...b!].reduce((total, y) => total + y, 0);
	const centre = sum / (2 * a!.length);
	const centred = (block: Float64Array) => block.map((y) => y - centre);
	return { a: centred(a!), b: centred(b!), mixed: mixed.map(centred) };
}

/** Indices of all inputs when row r counts counts[r] times. */
function indicesOf(
	{ a, b, mixed }: Outputs,
	counts: Float64Array,
): readonly { readonly first: number; readonly total: number }[] {
	const { mean, variance } = momentsOf(a, b, counts);
	return mixed.map((column) => {
		let along = 0;
		let squares = 0;
		for (let r = 0; r < counts.length; r += 1) {
			const move = column[r]! - a[r]!;
			along += counts[r]! * (b[r]! - mean) * move;
			squares += counts[r]! * move * move;
		}
		const scale = counts.length * variance;
		return { first: along / scale, total: squares / (2 * scale) };
	});
}

/** Mean and variance (n) of A and B together; the variance is NaN when nothing varies. */
function momentsOf(
	a: Float64Array,
	b: Float64Array,
	counts: Float64Array,
): { readonly mean: number; readonly variance: number } {
	let sum = 0;
	let squares = 0;
	for (let r = 0; r < counts.length; r += 1) {
		sum += counts[r]! * (a[r]! + b[r]!);
		squares += counts[r]! * (a[r]! * a[r]! + b[r]! * b[r]!);
	}
	const values = 2 * counts.length;
	const mean = sum / values;
	const variance = squares / values - mean * mean;
	return { mean, variance: variance > 0 ? variance : Number.NaN };
}
