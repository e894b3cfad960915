/** Strings that the page looks up rather than shows, that the reader of a folder checks, or that are its own markup. */
const LOOKED_UP =
	/\.(?:kind|basis|markup|address|metric|parameters|schema|mode|reference|from|to|forecaster|market)$|^\.batches\.\.id$|\.manifest\.scenarios\.\.name$|\.plan\.(?:order\.|base)$|\.(?:input|world)\./;

/**
 * A copy of a structure in which every text that a reader sees is a hostile one.
 *
 * @param text what stands there instead, by how many texts came before
 */
export function poisoned<T>(value: T, text: (place: number) => string): T {
	let place = 0;
	const copy = (part: unknown, at: string): unknown => {
		if (typeof part === "string")
			return LOOKED_UP.test(at) ? part : text(place++);
		if (Array.isArray(part)) return part.map((each) => copy(each, `${at}.`));
		if (typeof part !== "object" || part === null) return part;
		if (part.constructor !== Object) return part;
		return Object.fromEntries(
			Object.entries(part).map(([key, each]) => [
				key,
				copy(each, `${at}.${key}`),
			]),
		);
	};
	return copy(value, "") as T;
}
