/** Labels in a line pushed apart until none overlap. */

/** A stretch of labels that touch: where it would best lie, and how many it holds. */
interface Pile {
	sum: number;
	count: number;
}

/**
 * Positions for labels that must not overlap, as near as can be to where they belong.
 *
 * Least squares under a minimal distance: with labels in order, position − i · distance
 * must not fall, and the best such sequence pools neighbours that violate it (isotonic
 * regression by adjacent violators). The whole is then moved inside `[low, high]`.
 *
 * @param wanted   where each label belongs, px, in any order
 * @param distance least distance between two labels, px
 * @returns one position a label, px, in the order given; labels keep their order
 */
export function pushApart(
	wanted: readonly number[],
	distance: number,
	low = Number.NEGATIVE_INFINITY,
	high = Number.POSITIVE_INFINITY,
): readonly number[] {
	const order = wanted
		.map((_, i) => i)
		.sort((a, b) => wanted[a]! - wanted[b]! || a - b);
	const last = order.length - 1;
	const levels = pooled(order.map((label, i) => wanted[label]! - i * distance));
	const positions = wanted.slice();
	order.forEach((label, i) => {
		const highest = Math.min(levels[i]!, high - last * distance);
		positions[label] = Math.max(low, highest) + i * distance;
	});
	return positions;
}

/** The nondecreasing sequence nearest to `values` in the sense of least squares. */
function pooled(values: readonly number[]): readonly number[] {
	const piles: Pile[] = [];
	for (const value of values) {
		let pile: Pile = { sum: value, count: 1 };
		for (;;) {
			const before = piles.at(-1);
			if (!before || before.sum / before.count <= pile.sum / pile.count) break;
			piles.pop();
			pile = { sum: before.sum + pile.sum, count: before.count + pile.count };
		}
		piles.push(pile);
	}
	return piles.flatMap(({ sum, count }) =>
		Array<number>(count).fill(sum / count),
	);
}
