/** The known word nearest to one that was misspelt. */

/** Edits (insert, delete, replace) that turn one word into another. Source: Wagner and Fischer (1974). */
export function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1)
			next.push(
				Math.min(
					(row[j] as number) + 1,
					(next[j - 1] as number) + 1,
					(row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
				),
			);
		row = next;
	}
	return row[b.length] as number;
}

/** Longest word for which a neighbour is sought. */
const LONGEST_WORD = 80;

/** The known word nearest to what was written, null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
	if (word.length > LONGEST_WORD) return null;
	let best: string | null = null;
	let least = Math.max(2, Math.floor(word.length / 2)) + 1;
	for (const candidate of known) {
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance < least) {
			least = distance;
			best = candidate;
		}
	}
	return best;
}

/** `; did you mean "…"?` or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
	const found = nearest(word, known);
	return found === null ? "" : `; did you mean "${found}"?`;
}
