import type { Place } from "./fault.ts";

/** A value of a scenario file that knows where it stands. */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
	readonly kind: "scalar";
	readonly value: string | number | boolean | null;
	readonly place: Place;
}

export interface ListNode {
	readonly kind: "list";
	readonly items: readonly Node[];
	readonly place: Place;
}

export interface Entry {
	readonly key: string;
	readonly keyPlace: Place;
	readonly node: Node;
}

export interface MapNode {
	readonly kind: "map";
	readonly entries: readonly Entry[];
	readonly place: Place;
}

/** Value of a key of a map, if it is a map and has it. */
export function child(node: Node | undefined, key: string): Node | undefined {
	if (node?.kind !== "map") return undefined;
	return node.entries.find((entry) => entry.key === key)?.node;
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

/** A path through a file: keys and positions. */
export type Path = readonly (string | number)[];

function step(node: Node, part: string | number): Node | undefined {
	if (node.kind === "list" && typeof part === "number") return node.items[part];
	return child(node, String(part));
}

/** Where the value at a path stands; where the path ends in nothing, the innermost that is there. */
export function placeAt(root: Node, path: Path): Place {
	let node = root;
	for (const part of path) {
		const next = step(node, part);
		if (next === undefined) return node.place;
		node = next;
	}
	return node.place;
}

/** Where a key of the map at a path is written. */
export function keyPlaceAt(root: Node, path: Path, key: string): Place {
	let node: Node | undefined = root;
	for (const part of path) node = node && step(node, part);
	const entry =
		node?.kind === "map"
			? node.entries.find((candidate) => candidate.key === key)
			: undefined;
	return entry?.keyPlace ?? placeAt(root, path);
}

/** `shocks[1].quota` */
export function pathText(path: Path): string {
	return path
		.map((part, i) =>
			typeof part === "number" ? `[${part}]` : i === 0 ? part : `.${part}`,
		)
		.join("");
}
