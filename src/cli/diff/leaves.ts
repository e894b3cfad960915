/** Fields of nested shocks laid flat under their paths, so that two shocks compare line by line. */

import type { Fields } from "../../scenario/numbers/write-number.ts";
import { isNumber, numberOf, originOf, valueWords } from "./field-words.ts";

/** Fields of a shock by path, each value in words; a number's origin stands apart where it is not the shock's. */
export type Leaves = ReadonlyMap<string, string>;

/** Fields that are told in the sentence of a shock, or in its origin. */
const ELSEWHERE = new Set(["id", "basis", "source"]);

/** The fields of a shock, as a file has it with every default written out. */
export function leavesOf(shock: Fields): Leaves {
	const leaves = new Map<string, string>();
	const origin = originOf(shock);
	for (const [key, value] of Object.entries(shock))
		if (!ELSEWHERE.has(key)) addLeaves(leaves, key, value, origin);
	return leaves.set("basis and source", origin);
}

function addLeaves(
	leaves: Map<string, string>,
	path: string,
	value: unknown,
	origin: string,
): void {
	if (isNumber(value)) {
		leaves.set(path, numberOf(value));
		const own = originOf(value);
		if (own !== origin) leaves.set(`source of ${path}`, own);
	} else if (Array.isArray(value) && value.some(isFields))
		value.forEach((item, i) => {
			addLeaves(leaves, `${path}[${i}]`, item, origin);
		});
	else if (isFields(value))
		for (const [key, inner] of Object.entries(value))
			addLeaves(leaves, `${path}.${key}`, inner, origin);
	else leaves.set(path, valueWords(value));
}

const isFields = (value: unknown): value is Fields =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** A field that is not the same in both; null where one has none. */
export interface FieldChange {
	readonly field: string;
	readonly a: string | null;
	readonly b: string | null;
}

/** The fields that differ, in the order of the first, then those that only the second has. */
export function changedFields(a: Leaves, b: Leaves): readonly FieldChange[] {
	return [...new Set([...a.keys(), ...b.keys()])]
		.map((field) => ({
			field,
			a: a.get(field) ?? null,
			b: b.get(field) ?? null,
		}))
		.filter((change) => change.a !== change.b);
}
