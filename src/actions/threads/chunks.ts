/** Work cut into pieces that are worth a message to a thread. */

/** Consecutive parts of `size` items; the last may be shorter. */
export function chunksOf<Item>(
	items: readonly Item[],
	size: number,
): readonly (readonly Item[])[] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
		items.slice(i * size, (i + 1) * size),
	);
}
