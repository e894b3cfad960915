/** A scenario laid over the one that it extends. */

import { didYouMean } from "../nearest.ts";
import { alternativesOf } from "../shocks/kinds.ts";
import type { Fault } from "./fault.ts";
import {
	child,
	type Entry,
	type ListNode,
	type MapNode,
	type Node,
	pathText,
	plain,
	textOf,
} from "./node.ts";

function isRemoval(node: Node): boolean {
	const remove = child(node, "remove");
	return remove?.kind === "scalar" && remove.value === true;
}

/** Keys of an inherited shock that a child of that kind drops, because it gives the other of two. */
function dropped(own: MapNode, kind: unknown): ReadonlySet<string> {
	return new Set(
		alternativesOf(kind).flatMap(([a, b]) => [
			...(child(own, a) === undefined ? [] : [b]),
			...(child(own, b) === undefined ? [] : [a]),
		]),
	);
}

/** The child's entries in place of the parent's, key by key; numbers are replaced whole. */
function mergeMaps(
	base: MapNode,
	own: MapNode,
	merge: (key: string, base: Node, own: Node) => Node = (_key, _base, mine) =>
		mine,
): MapNode {
	const mineByKey = new Map(own.entries.map((entry) => [entry.key, entry]));
	const inherited = new Set(base.entries.map(({ key }) => key));
	const kept = base.entries.map((entry): Entry => {
		const mine = mineByKey.get(entry.key);
		if (mine === undefined) return entry;
		return { ...mine, node: merge(entry.key, entry.node, mine.node) };
	});
	const added = own.entries.filter(({ key }) => !inherited.has(key));
	return { ...own, kind: "map", entries: [...kept, ...added] };
}

/** A shock laid over the inherited one of its id; one of another kind replaces it whole. */
export function mergeShock(base: MapNode, own: MapNode): MapNode {
	const kind = child(own, "kind");
	const inherited = child(base, "kind");
	const other =
		kind !== undefined &&
		inherited !== undefined &&
		plain(kind) !== plain(inherited);
	if (other) return own;
	const of = inherited ?? kind;
	const gone = dropped(own, of && plain(of));
	const entries = base.entries.filter(
		({ key }) => !gone.has(key) || child(own, key) !== undefined,
	);
	return mergeMaps({ ...base, entries }, own);
}

function unknownId(node: Node, id: string, known: readonly string[]): Fault {
	const at = child(node, "id") ?? node;
	const field = pathText(at.path);
	const remedy =
		didYouMean(id, known) || "; give it a kind to make it a shock of its own";
	return {
		place: at.place,
		field,
		message: `${field} is "${id}"; no inherited shock has that id${remedy}`,
		hint: null,
		severity: "error",
	};
}

/** The successor of an inherited shock: nothing, the child's, or both merged. */
function inherit(base: Node, own: Node | undefined): readonly Node[] {
	if (own === undefined) return [base];
	if (isRemoval(own)) return [];
	return base.kind === "map" && own.kind === "map"
		? [mergeShock(base, own)]
		: [own];
}

/** Shocks of a child laid over the inherited ones, by id; new ones follow. */
function mergeShocks(base: ListNode, own: ListNode, faults: Fault[]): ListNode {
	const known = new Set(base.items.flatMap((item) => textOf(item, "id") ?? []));
	const changes = new Map<string, Node>();
	const added: Node[] = [];
	for (const item of own.items) {
		const id = textOf(item, "id");
		if (id === undefined || changes.has(id)) added.push(item);
		else if (known.has(id)) changes.set(id, item);
		else if (isRemoval(item) || child(item, "kind") === undefined)
			faults.push(unknownId(item, id, [...known]));
		else added.push(item);
	}
	const inherited = base.items.flatMap((item) =>
		inherit(item, changes.get(textOf(item, "id") ?? "")),
	);
	return { ...own, items: [...inherited, ...added] };
}

/**
 * A scenario laid over what it extends: horizon and parameters by key, shocks
 * by id and field, all else replaced.
 *
 * @param faults takes up what cannot be merged
 */
export function extend(base: MapNode, own: MapNode, faults: Fault[]): MapNode {
	return mergeMaps(base, own, (key, before, mine) => {
		if (key === "shocks" && before.kind === "list" && mine.kind === "list")
			return mergeShocks(before, mine, faults);
		const byKey = key === "parameters" || key === "horizon";
		return byKey && before.kind === "map" && mine.kind === "map"
			? mergeMaps(before, mine)
			: mine;
	});
}
