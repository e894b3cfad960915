/** Ranks of values, with ties at the middle of the ranks they fill. */

/**
 * Ranks from 1; values that are equal share the mean of the ranks they fill.
 *
 * @returns one rank a value, sum = n (n + 1) / 2
 */
export function midRanks(values: ArrayLike<number>): Float64Array {
	const order = Uint32Array.from(values, (_, i) => i).sort(
		(i, j) => values[i]! - values[j]! || i - j,
	);
	const ranks = new Float64Array(values.length);
	for (let first = 0; first < order.length; ) {
		let end = first + 1;
		while (end < order.length && values[order[end]!] === values[order[first]!])
			end += 1;
		for (let k = first; k < end; k += 1)
			ranks[order[k]!] = (first + 1 + end) / 2;
		first = end;
	}
	return ranks;
}
