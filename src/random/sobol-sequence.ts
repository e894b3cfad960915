/**
 * Sobol's sequence, plain and scrambled: points that fill the unit cube more evenly than chance.
 */

import { questionKey } from "./question.ts";
import { BITS, directions, MOST_DIMENSIONS } from "./sobol-directions.ts";
import { type Seed, Streams } from "./streams.ts";

const TWO_32 = 4294967296;
/** Most levels of scrambling: with 32 bits below them they fit a double without rounding. */
const MOST_LEVELS = 20;

function checkShape(count: number, dimensions: number): void {
	const most = 1 << MOST_LEVELS;
	if (!Number.isSafeInteger(count) || count < 1 || count > most)
		throw new RangeError(
			`count is ${count}; it must be a whole number from 1 to ${most}`,
		);
	if (!(dimensions >= 1 && dimensions <= MOST_DIMENSIONS))
		throw new RangeError(
			`dimensions is ${dimensions}; the table of directions has 1 to ${MOST_DIMENSIONS}`,
		);
}

/**
 * One coordinate of the first points in units of 2^−32. Point i differs from the one
 * before by the direction of the lowest zero bit of i − 1: Gray code order.
 *
 * Source: Antonov and Saleev (1979), USSR Comput. Math. Math. Phys. 19:252-256.
 */
function coordinates(count: number, dimension: number): Uint32Array {
	const steps = directions(dimension);
	const column = new Uint32Array(count);
	for (let i = 1; i < count; i += 1) {
		const lowestZero = BITS - 1 - Math.clz32(i & -i);
		column[i] = column[i - 1]! ^ steps[lowestZero]!;
	}
	return column;
}

/** Builds rows of points from a rule for one column. */
function buildPoints(
	count: number,
	dimensions: number,
	columnOf: (dimension: number) => ArrayLike<number>,
): readonly Float64Array[] {
	checkShape(count, dimensions);
	const points = Array.from(
		{ length: count },
		() => new Float64Array(dimensions),
	);
	for (let d = 0; d < dimensions; d += 1) {
		const column = columnOf(d);
		for (let i = 0; i < count; i += 1) points[i]![d] = column[i]!;
	}
	return points;
}

/**
 * The first points of Sobol's sequence, unscrambled: the first of them is the origin.
 *
 * @param dimensions 1 to 400
 * @returns one point a row, coordinates from 0 to below 1
 * @throws {RangeError} when count or dimensions is outside its range
 * Source: Joe and Kuo (2008), sobol-directions.ts.
 */
export function sobolPoints(
	count: number,
	dimensions: number,
): readonly Float64Array[] {
	return buildPoints(count, dimensions, (d) =>
		Float64Array.from(coordinates(count, d), (x) => x / TWO_32),
	);
}

/**
 * The first points of Sobol's sequence with Owen's nested uniform scrambling: each binary
 * digit is flipped or not by a coin that belongs to the digits before it. Each point is
 * uniform on the unit cube, and the points keep the even spread of the sequence.
 *
 * Exact, not hashed: the coins of the first ⌈log₂ count⌉ levels are all drawn. Below them
 * every point is alone in its cell and its coins are its own, which is one uniform number
 * of 32 bits.
 *
 * @param count      1 to 2^20; a power of two spreads best
 * @param dimensions 1 to 400
 * @returns one point a row, each coordinate inside (0, 1)
 * @throws {RangeError} when count or dimensions is outside its range
 * Source: Owen (1995), Randomly permuted (t,m,s)-nets and (t,s)-sequences, in Monte Carlo
 * and quasi-Monte Carlo methods in scientific computing, 299-317.
 */
export function scrambledSobol(
	count: number,
	dimensions: number,
	seed: Seed,
): readonly Float64Array[] {
	const streams = new Streams(seed, 0);
	return buildPoints(count, dimensions, (d) =>
		scrambledColumn(coordinates(count, d), d, streams),
	);
}

function scrambledColumn(
	column: Uint32Array,
	dimension: number,
	streams: Streams,
): Float64Array {
	const levels = column.length === 1 ? 0 : BITS - Math.clz32(column.length - 1);
	const cells = 1 << levels;
	const places = scrambledCells(levels, dimension, streams);
	const question = questionKey(`sobol ${dimension}`, "place in cell");
	return Float64Array.from(column, (x) => {
		const cell = Math.floor((x / TWO_32) * cells);
		const inside = Math.floor(streams.uniform(question, cell) * TWO_32);
		return (places[cell]! + (inside + 0.5) / TWO_32) / cells;
	});
}

/**
 * New place of each of the 2^levels cells of an axis after scrambling. A node of the binary
 * tree of cells is named 2^level + its digits, and its coin swaps its two halves.
 */
function scrambledCells(
	levels: number,
	dimension: number,
	streams: Streams,
): Uint32Array {
	const question = questionKey(`sobol ${dimension}`, "swap of halves");
	let places = new Uint32Array(1);
	for (let level = 0; level < levels; level += 1) {
		const halves = new Uint32Array(2 * places.length);
		for (let cell = 0; cell < places.length; cell += 1) {
			const node = places.length + cell;
			const swap = streams.uniform(question, node) < 0.5 ? 1 : 0;
			halves[2 * cell] = 2 * places[cell]! + swap;
			halves[2 * cell + 1] = 2 * places[cell]! + 1 - swap;
		}
		places = halves;
	}
	return places;
}
