/** Swing of a metric from the low to the high end of an input. */

import type { MorrisDesign, MorrisEffect } from "./morris.ts";
import type { SaltelliDesign } from "./saltelli.ts";

/** A mean with one standard error. */
export interface SwingEnd {
	readonly value: number;
	readonly error: number;
}

/** Mean output with an input low, and with it high. */
export interface Swing {
	readonly low: SwingEnd;
	readonly high: SwingEnd;
}

/** Share of an input's values that counts as low, and as high; 10 and 90 % are their middles. */
export const TAIL = 0.2;

/** Mean of the values that are not NaN, with s / √n; NaN of nothing, an error of 0 for one value. */
function endOf(values: readonly number[], shift = 0): SwingEnd {
	const known = values.filter((value) => !Number.isNaN(value));
	const n = known.length;
	const value = known.reduce((sum, x) => sum + x, 0) / n;
	const squares = known.reduce((sum, x) => sum + (x - value) * (x - value), 0);
	const error = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
	return { value: shift + value, error };
}

/** Mean of the values that are not NaN; NaN of nothing. */
export const meanOf = (values: Iterable<number>): number =>
	endOf([...values]).value;

/**
 * Conditional means from the pairs of points A and AB_i, which differ in input i alone.
 * Over both points of all pairs, with x_i the input of one and y′ the output of the other,
 *
 *     E[y | x_i low] = E[y] + E[y − y′ | x_i low],
 *
 * since x_i is independent of y′. What the other inputs do drops out, so that an input
 * that touches nothing has no swing at all. Errors are of the difference from the mean.
 *
 * @param outputs one value a point of the design; pairs with a NaN are left out
 */
export function pairedSwings(
	{ base, dimensions, points }: SaltelliDesign,
	outputs: Float64Array,
): readonly Swing[] {
	const centre = meanOf(outputs.subarray(0, 2 * base));
	return Array.from({ length: dimensions }, (_, i) => {
		const low: number[] = [];
		const high: number[] = [];
		const take = (one: number, other: number): void => {
			const x = points[one]![i]!;
			const rise = outputs[one]! - outputs[other]!;
			if (x < TAIL) low.push(rise);
			else if (x > 1 - TAIL) high.push(rise);
		};
		for (let row = 0; row < base; row += 1) {
			const mixed = (i + 2) * base + row;
			take(row, mixed);
			take(mixed, row);
		}
		return { low: endOf(low, centre), high: endOf(high, centre) };
	});
}

/** Ends of the straight line through Morris's mean effects: 10 and 90 % lie 0.4 from the middle. */
export function linearSwings(
	{ trajectories }: Pick<MorrisDesign, "trajectories">,
	effects: readonly MorrisEffect[],
	centre: number,
): readonly Swing[] {
	const reach = 0.5 - TAIL / 2;
	return effects.map(({ mu, sigma }) => {
		const error = (reach * sigma) / Math.sqrt(trajectories);
		return {
			low: { value: centre - reach * mu, error },
			high: { value: centre + reach * mu, error },
		};
	});
}

/**
 * Conditional means over the rows of a batch with the lowest and the highest fifth of an
 * input; rows without an output are left out.
 */
export function tailSwing(input: Float64Array, output: Float64Array): Swing {
	const rows = Array.from(output, (_, row) => row)
		.filter((row) => !Number.isNaN(output[row]))
		.sort((a, b) => input[a]! - input[b]! || a - b);
	const count = Math.max(1, Math.floor(TAIL * rows.length));
	const outputs = (part: readonly number[]) => part.map((row) => output[row]!);
	return {
		low: endOf(outputs(rows.slice(0, count))),
		high: endOf(outputs(rows.slice(-count))),
	};
}
