/** Sums of arrays, over all agents or over those of one region. */

/** Sum of an array. */
export function sum(values: Float64Array): number {
	let total = 0;
	for (let i = 0; i < values.length; i += 1) total += values[i]!;
	return total;
}

/** Sum of an agents' array over one region. @param first first agent of each region */
export function rangeSum(
	first: Int32Array,
	values: Float64Array,
	region: number,
): number {
	let total = 0;
	for (let i = first[region]!; i < first[region + 1]!; i += 1)
		total += values[i]!;
	return total;
}
