/** Quantiles of values that count unequally. */

/** A value with its weight. */
export interface Weighted {
	readonly value: number;
	/** at least 0 */
	readonly weight: number;
}

/**
 * The value at which the cumulative weight of the sorted values first reaches p of the
 * whole: the inverse of the weighted empirical distribution (R's type 1 with equal weights).
 *
 * @throws {RangeError} when nothing has weight
 */
export function weightedQuantile(
	values: readonly Weighted[],
	p: number,
): number {
	const sorted = values
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => a.value - b.value);
	const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
	let reached = 0;
	for (const { value, weight } of sorted) {
		reached += weight;
		if (reached >= p * total) return value;
	}
	const last = sorted.at(-1);
	if (last === undefined) throw new RangeError("nothing has weight");
	return last.value;
}
