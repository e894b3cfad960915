/** Paths of a scenario that an edit may set. */

import { PRIORS } from "../../calibration/priors/priors.ts";
import { keysOfKind } from "../shocks/shock-fields.ts";
import { itemsOf, type MapNode, type Node, textOf } from "../text/node.ts";

const TOP = [
	"name",
	"question",
	"reference",
	"horizon.from",
	"horizon.to",
	"expect",
	...PRIORS.map(({ path }) => `parameters.${path}`),
];

/** Fields of news, which may be set where none was heard before. */
const NEWS = ["news.kick.outside", "news.kick.china", "news.precaution"];

/** Every path that leads on from a node. */
function pathsBelow(node: Node, prefix: string): readonly string[] {
	const below: readonly (readonly [string, Node])[] =
		node.kind === "map"
			? node.entries.map(({ key, node: value }) => [key, value])
			: node.kind === "list"
				? node.items.map((item, i) => [String(i), item])
				: [];
	return below.flatMap(([key, value]) => [
		`${prefix}.${key}`,
		...pathsBelow(value, `${prefix}.${key}`),
	]);
}

/** Paths of a scenario that an edit may set: every field there is or could be, but names. */
export function settablePaths(root: MapNode): readonly string[] {
	const shocks = itemsOf(root, "shocks").flatMap((shock) => {
		const id = textOf(shock, "id");
		const prefix = `shocks.${id}`;
		const keys = [...keysOfKind(textOf(shock, "kind") ?? ""), ...NEWS];
		const fixed = new Set([`${prefix}.id`, `${prefix}.kind`]);
		return id === undefined
			? []
			: [
					...keys.map((key) => `${prefix}.${key}`),
					...pathsBelow(shock, prefix),
				].filter((path) => !fixed.has(path));
	});
	return [...new Set([...TOP, ...shocks])];
}
