/** Units of edited numbers. */

import { unitInWords } from "../numbers/read-number.ts";
import { PLAIN } from "../numbers/units.ts";
import { child, type Entry, type Node } from "../text/node.ts";

/** The unit that a file writes with a number; null when it writes none. */
export function unitOf(old: Node | undefined): string | null {
	const unit = child(old, "unit");
	if (unit?.kind === "scalar") return String(unit.value);
	return old?.kind === "scalar" && typeof old.value === "string"
		? unitInWords(old.value)
		: null;
}

/**
 * A bare number with the unit of the number it replaces, or else its field's own;
 * any other value as it is.
 */
export function withUnit(
	value: Node,
	old: Node | undefined,
	own: string | undefined,
): Node {
	const unit = unitOf(old) ?? own;
	const bare = value.kind === "scalar" && typeof value.value === "number";
	if (!bare || unit === undefined || unit === PLAIN.own) return value;
	const { place, path } = value;
	const entry = (key: string, node: Node): Entry => ({
		key,
		keyPlace: place,
		node,
	});
	const words: Node = { kind: "scalar", value: unit, place, path };
	return {
		kind: "map",
		place,
		path,
		entries: [entry("value", value), entry("unit", words)],
	};
}
