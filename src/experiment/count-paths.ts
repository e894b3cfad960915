/** Compact paths of a large batch: histogram bins and monthly sums in place of the values. */

import { binOf } from "../statistics/histogram.ts";
import type { SeriesPaths } from "./block-result.ts";

/**
 * Sums over the sound replicates of a block, by month, in the order of replicates: what
 * is folded block by block into a mean.
 *
 * @param values replicate by month
 */
export function blockSums(
	values: Float64Array,
	sound: readonly boolean[],
): Float64Array {
	const months = values.length / sound.length;
	const sums = new Float64Array(months);
	sound.forEach((isSound, replicate) => {
		if (!isSound) return;
		for (let month = 0; month < months; month++)
			sums[month]! += values[replicate * months + month]!;
	});
	return sums;
}

/**
 * Paths of a large batch as the histogram bins of their values, with their sums.
 *
 * @param values replicate by month
 */
export function countPaths(
	values: Float64Array,
	sound: readonly boolean[],
): SeriesPaths & { readonly form: "bins" } {
	const bins = new Uint16Array(values.length);
	for (let i = 0; i < bins.length; i++) bins[i] = binOf(values[i]!);
	return { form: "bins", bins, sums: blockSums(values, sound) };
}
