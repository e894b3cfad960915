/** Partial rank correlations of inputs with an output. */

import { exp, inverseNormal, log } from "../../math.ts";
import { CONFIDENCE, type Interval } from "../../statistics/interval.ts";
import { studentTCdf } from "../../statistics/student-t.ts";
import { midRanks } from "./mid-ranks.ts";

const Z = inverseNormal(1 - (1 - CONFIDENCE) / 2);
/** Share of a column's variance below which it only repeats the others. */
const LEAST_OWN = 1e-10;

/** Correlation of an input with the output, in ranks, when the other inputs are held. */
export interface PartialRank {
	/** −1 to 1 */
	readonly value: number;
	readonly interval: Interval;
	/** two-sided probability under no partial correlation */
	readonly p: number;
}

const UNKNOWN: PartialRank = {
	value: Number.NaN,
	interval: {
		value: Number.NaN,
		low: Number.NaN,
		high: Number.NaN,
		error: Number.NaN,
	},
	p: Number.NaN,
};

/**
 * Partial rank correlation coefficients: of input j and the output y, the correlation of
 * what their mid-ranks have beyond a linear function of the other inputs' ranks. With P
 * the inverse of the matrix of rank correlations,
 *
 *     ρ_j = −P_jy / √(P_jj P_yy)
 *
 * The interval is Fisher's, tanh(atanh ρ ± z / √(n − k − 2)), p is of Student's t with
 * n − k − 1 degrees of freedom, for n rows and k inputs that vary.
 *
 * @param inputs one column an input, one value a row
 * @param output one value a row; a row in which it is NaN is left out
 * @returns one an input; all NaN for an input that does not vary or that the inputs before
 * it determine, for every input when the output does not vary
 * @throws {RangeError} when columns differ in length
 * Source: Marino, Hogue, Ray and Kirschner (2008), J. Theor. Biol. 254:178-196.
 */
export function partialRankCorrelations(
	inputs: readonly Float64Array[],
	output: Float64Array,
): readonly PartialRank[] {
	const odd = inputs.findIndex((column) => column.length !== output.length);
	if (odd !== -1)
		throw new RangeError(
			`inputs[${odd}] has ${inputs[odd]!.length} rows; expected ${output.length}, one an output`,
		);
	const known = (_: number, r: number): boolean => !Number.isNaN(output[r]);
	const scores = [...inputs, output].map((column) =>
		standardRanks(column.filter(known)),
	);
	const matrix = correlations(scores);
	const swept = inputs.map((_, j) => sweep(matrix, j));
	const varying = swept.filter((own) => own).length;
	return inputs.map((_, j) =>
		swept[j]
			? partialRank(partialCorrelation(matrix, j), scores[0]!.length, varying)
			: UNKNOWN,
	);
}

/** Mid-ranks with mean 0 and squares that sum to 1; all 0 where nothing varies. */
function standardRanks(column: Float64Array): Float64Array {
	const ranks = midRanks(column);
	const centre = (ranks.length + 1) / 2;
	const squares = ranks.reduce(
		(sum, x) => sum + (x - centre) * (x - centre),
		0,
	);
	const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
	return ranks.map((x) => (x - centre) * scale);
}

function correlations(scores: readonly Float64Array[]): Float64Array[] {
	const matrix = scores.map(() => new Float64Array(scores.length));
	scores.forEach((one, i) => {
		for (let j = 0; j <= i; j += 1) {
			const other = scores[j]!;
			let sum = 0;
			for (let r = 0; r < one.length; r += 1) sum += one[r]! * other[r]!;
			matrix[i]![j] = sum;
			matrix[j]![i] = sum;
		}
	});
	return matrix;
}

/**
 * Regresses all columns not yet swept on column k, in place. Swept over all inputs, the
 * matrix holds −P of the inputs, the output's coefficients and its residual variance.
 *
 * @returns false, and nothing done, when too little of column k is its own
 * Source: Beaton (1964); Goodnight (1979), The American Statistician 33:149-158.
 */
function sweep(matrix: readonly Float64Array[], k: number): boolean {
	const row = matrix[k]!;
	const pivot = row[k]!;
	if (!(pivot > LEAST_OWN)) return false;
	const old = row.slice();
	for (let i = 0; i < matrix.length; i += 1) {
		if (i === k) continue;
		const factor = old[i]! / pivot;
		const other = matrix[i]!;
		for (let j = 0; j < matrix.length; j += 1)
			if (j !== k) other[j]! -= factor * old[j]!;
		other[k] = factor;
	}
	for (let j = 0; j < matrix.length; j += 1) row[j] = old[j]! / pivot;
	row[k] = -1 / pivot;
	return true;
}

/**
 * ρ = b / √(b² + s v) with b the coefficient of the output on input j, s the output's
 * residual variance and v = P_jj of the inputs alone; equal to −P_jy / √(P_jj P_yy).
 */
function partialCorrelation(
	matrix: readonly Float64Array[],
	j: number,
): number {
	const y = matrix.length - 1;
	const coefficient = matrix[j]![y]!;
	const residual = Math.max(0, matrix[y]![y]!);
	const own = -matrix[j]![j]!;
	return coefficient / Math.sqrt(coefficient * coefficient + residual * own);
}

function partialRank(value: number, rows: number, inputs: number): PartialRank {
	const freedom = rows - inputs - 1;
	if (Number.isNaN(value) || freedom < 1) return UNKNOWN;
	return {
		value,
		interval: fisherInterval(value, freedom - 1),
		p: twoSided(value, freedom),
	};
}

function fisherInterval(value: number, weight: number): Interval {
	const reach = weight > 0 ? Z / Math.sqrt(weight) : Number.NaN;
	const centre = 0.5 * log((1 + value) / (1 - value));
	return {
		value,
		low: hyperbolicTangent(centre - reach),
		high: hyperbolicTangent(centre + reach),
		error: ((1 - value * value) * reach) / Z,
	};
}

function hyperbolicTangent(x: number): number {
	return 1 - 2 / (exp(2 * x) + 1);
}

function twoSided(value: number, freedom: number): number {
	const left = 1 - value * value;
	if (!(left > 0)) return 0;
	return 2 * studentTCdf(-Math.abs(value) * Math.sqrt(freedom / left), freedom);
}
