/** Nodes of a file, each with its place. */

import type { Place } from "./fault.ts";

/** A path through a file: keys and positions. */
export type Path = readonly (string | number)[];

interface Placed {
	readonly place: Place;
	/** the path in the file that it was written in, whatever it was merged into */
	readonly path: Path;
}

/** A value of a scenario file that knows where it stands. */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode extends Placed {
	readonly kind: "scalar";
	readonly value: string | number | boolean | null;
}

export interface ListNode extends Placed {
	readonly kind: "list";
	readonly items: readonly Node[];
}

export interface Entry {
	readonly key: string;
	readonly keyPlace: Place;
	readonly node: Node;
}

export interface MapNode extends Placed {
	readonly kind: "map";
	readonly entries: readonly Entry[];
}

/** Value of a key of a map, if it is a map and has it. */
export function child(node: Node | undefined, key: string): Node | undefined {
	if (node?.kind !== "map") return undefined;
	return node.entries.find((entry) => entry.key === key)?.node;
}

/** Items of the list under a key, none when there is no such list. */
export function itemsOf(node: Node, key: string): readonly Node[] {
	const found = child(node, key);
	return found?.kind === "list" ? found.items : [];
}

/** Text of a key, if it has one. */
export function textOf(
	node: Node | undefined,
	key: string,
): string | undefined {
	const found = child(node, key);
	return found?.kind === "scalar" && typeof found.value === "string"
		? found.value
		: undefined;
}

/** The plain value of a node. */
export function plain(node: Node): unknown {
	switch (node.kind) {
		case "scalar":
			return node.value;
		case "list":
			return node.items.map(plain);
		case "map":
			return Object.fromEntries(
				node.entries.map(({ key, node: value }) => [key, plain(value)]),
			);
	}
}

function step(node: Node, part: string | number): Node | undefined {
	if (node.kind === "list") return node.items[Number(part)];
	return child(node, String(part));
}

/** The innermost node on a path that is there, and what of the path is left. */
function follow(root: Node, path: Path): { node: Node; left: Path } {
	let node = root;
	for (let i = 0; i < path.length; i += 1) {
		const next = step(node, path[i] as string | number);
		if (next === undefined) return { node, left: path.slice(i) };
		node = next;
	}
	return { node, left: [] };
}

/** The node at a path, undefined when there is none. */
export function nodeAt(root: Node, path: Path): Node | undefined {
	const { node, left } = follow(root, path);
	return left.length === 0 ? node : undefined;
}

/** Where the value at a path stands; where the path ends in nothing, the innermost that is there. */
export function placeAt(root: Node, path: Path): Place {
	return follow(root, path).node.place;
}

/** Where a key of the map at a path is written. */
export function keyPlaceAt(root: Node, path: Path, key: string): Place {
	const node = nodeAt(root, path);
	const entry =
		node?.kind === "map"
			? node.entries.find((candidate) => candidate.key === key)
			: undefined;
	return entry?.keyPlace ?? placeAt(root, path);
}

/** `shocks[1].quota`; `the file` for the root */
export function pathText(path: Path): string {
	const text = path
		.map((part, i) =>
			typeof part === "number" ? `[${part}]` : i === 0 ? part : `.${part}`,
		)
		.join("");
	return text === "" ? "the file" : text;
}

/**
 * Name of the field at a path of a merged scenario, as its own file counts it.
 * The value of a number written `{value, unit}` is named like the number.
 */
export function fieldAt(root: Node, path: Path): string {
	const { node, left } = follow(root, path);
	const own = [...node.path, ...left];
	return pathText(own.at(-1) === "value" ? own.slice(0, -1) : own);
}
