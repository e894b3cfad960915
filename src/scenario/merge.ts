import {
	type Entry,
	type ListNode,
	type MapNode,
	type Node,
	textOf,
} from "./node.ts";

function isRemoval(node: Node): boolean {
	return (
		node.kind === "map" &&
		node.entries.some(
			({ key, node: value }) =>
				key === "remove" && value.kind === "scalar" && value.value === true,
		)
	);
}

function mergeLists(base: ListNode, own: ListNode): ListNode {
	const items = [...base.items];
	for (const item of own.items) {
		const id = textOf(item, "id");
		const at =
			id === undefined
				? -1
				: items.findIndex((other) => textOf(other, "id") === id);
		if (at < 0) items.push(item);
		else if (isRemoval(item)) items.splice(at, 1);
		else items[at] = mergeNodes(items[at] as Node, item);
	}
	return { kind: "list", items, place: own.place };
}

function mergeMaps(base: MapNode, own: MapNode): MapNode {
	const entries: Entry[] = [...base.entries];
	for (const entry of own.entries) {
		const at = entries.findIndex(({ key }) => key === entry.key);
		const before = entries[at];
		if (before === undefined) entries.push(entry);
		else
			entries[at] = {
				...entry,
				node: mergeFields(entry.key, before.node, entry.node),
			};
	}
	return { kind: "map", entries, place: own.place };
}

/** Numbers are replaced whole: a child's `{uniform: …}` does not mix with a parent's `{value: …}`. */
const MERGED = new Set(["shocks", "parameters", "horizon"]);

function mergeFields(key: string, base: Node, own: Node): Node {
	return MERGED.has(key) ? mergeNodes(base, own) : own;
}

function mergeNodes(base: Node, own: Node): Node {
	if (base.kind === "list" && own.kind === "list") return mergeLists(base, own);
	if (base.kind === "map" && own.kind === "map") return mergeMaps(base, own);
	return own;
}

/** A scenario laid over what it extends: maps by key, lists by id, all else replaced. */
export function extend(base: Node, own: Node): Node {
	return mergeNodes(base, own);
}
