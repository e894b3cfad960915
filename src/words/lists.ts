/** Lists of words joined for a sentence. */

/** `a`, `a and b`, `a, b and c`. */
export function listWords(parts: readonly string[]): string {
	return joined(parts, "and");
}

/** `a`, `a or b`, `a, b or c`. */
export function choiceWords(parts: readonly string[]): string {
	return joined(parts, "or");
}

function joined(parts: readonly string[], link: "and" | "or"): string {
	const last = parts.at(-1) ?? "";
	const before = parts.slice(0, -1);
	return before.length === 0 ? last : `${before.join(", ")} ${link} ${last}`;
}

/** Words with a capital first, as a sentence begins. */
export function asSentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
