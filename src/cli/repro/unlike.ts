/** Comparison of two values of JSON by their leaves. */

/**
 * The first place where two values made of plain objects, lists, words and numbers differ,
 * in words; null when they are alike. NaN is like NaN.
 */
export function firstUnlike(
	stored: unknown,
	found: unknown,
	path = "",
): string | null {
	if (!isNest(stored) || !isNest(found))
		return Object.is(stored, found)
			? null
			: `${path}: stored ${shown(stored)}, run again ${shown(found)}`;
	for (const key of new Set([...Object.keys(stored), ...Object.keys(found)])) {
		const place = path === "" ? key : `${path}.${key}`;
		const unlike = firstUnlike(stored[key], found[key], place);
		if (unlike !== null) return unlike;
	}
	return null;
}

function isNest(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
	if (value === undefined) return "nothing";
	return isNest(value) ? JSON.stringify(value) : String(value);
}
