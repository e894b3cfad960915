/** Edits of a command line, `path=value`, made in the nodes of a file. */

import { PRIORS } from "../../calibration/priors/priors.ts";
import { didYouMean } from "../nearest.ts";
import { unitsOfParameter } from "../numbers/units.ts";
import { ruleOfField } from "../shocks/shock-fields.ts";
import { type Place, ScenarioError } from "../text/fault.ts";
import { mergeShock } from "../text/merge.ts";
import {
	child,
	type ListNode,
	type MapNode,
	type Node,
	textOf,
} from "../text/node.ts";
import { readYaml } from "../text/read-yaml.ts";
import { settablePaths } from "./edit-paths.ts";
import { unitOf, withUnit } from "./edit-unit.ts";

/** One `--set path=value`. */
export interface Edit {
	readonly path: string;
	readonly value: string;
	/** the flag it was written for, in messages; `--set` when absent */
	readonly flag?: string;
}

const flagOf = ({ flag }: Edit): string => flag ?? "--set";

/** An edit that cannot be made; a fault of the command line, not of the file. */
export class EditError extends Error {
	override readonly name = "EditError";
}

/** Reads `path=value`. @throws {EditError} */
export function parseEdit(text: string): Edit {
	const at = text.indexOf("=");
	if (at <= 0)
		throw new EditError(
			`--set is ${JSON.stringify(text)}; expected path=value`,
		);
	return { path: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}

/** The command line as a place. */
function placeOf(edit: Edit): Place {
	const { path, value } = edit;
	return {
		file: flagOf(edit),
		line: 1,
		column: path.length + 2,
		length: Math.max(1, value.length),
	};
}

function relocated(node: Node, edit: Edit): Node {
	const common = { place: placeOf(edit), path: [edit.path] };
	switch (node.kind) {
		case "scalar":
			return { ...node, ...common };
		case "list":
			return {
				...node,
				...common,
				items: node.items.map((item) => relocated(item, edit)),
			};
		case "map":
			return {
				...node,
				...common,
				entries: node.entries.map((entry) => ({
					...entry,
					keyPlace: common.place,
					node: relocated(entry.node, edit),
				})),
			};
	}
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The value of an edit, read like the value of a key in a file. */
function readValue(edit: Edit): Node {
	const { path, value } = edit;
	const text = NUMBER.test(value) ? String(Number(value)) : value;
	const refuse = (reason: string): never => {
		throw new EditError(
			`${flagOf(edit)} ${path} is ${JSON.stringify(value.slice(0, 60))}: ${reason}`,
		);
	};
	if (/[\r\n]/.test(value)) return refuse("expected one line");
	try {
		const node = child(readYaml(`value: ${text}`, flagOf(edit)), "value");
		return node === undefined
			? refuse("expected a value")
			: relocated(node, edit);
	} catch (error) {
		if (!(error instanceof ScenarioError)) throw error;
		return refuse(error.faults[0]?.message ?? "expected a value");
	}
}

function withChild(parent: MapNode, key: string, node: Node): MapNode {
	const entry = { key, keyPlace: node.place, node };
	const has = parent.entries.some((old) => old.key === key);
	const entries = has
		? parent.entries.map((old) => (old.key === key ? entry : old))
		: [...parent.entries, entry];
	return { ...parent, entries };
}

/** A node with the value at a path inside it replaced; maps on the way are made when absent. */
function replaced(
	old: Node | undefined,
	path: readonly string[],
	value: (old: Node | undefined) => Node,
	edit: Edit,
): Node {
	const [part, ...rest] = path;
	if (part === undefined) return value(old);
	if (old?.kind === "list")
		return {
			...old,
			items: old.items.map((item, i) =>
				String(i) === part ? replaced(item, rest, value, edit) : item,
			),
		};
	const map: MapNode =
		old?.kind === "map"
			? old
			: { kind: "map", entries: [], place: placeOf(edit), path: [edit.path] };
	return withChild(map, part, replaced(child(map, part), rest, value, edit));
}

function setShock(
	root: MapNode,
	edit: Edit,
	id: string,
	path: readonly string[],
): MapNode {
	const list = child(root, "shocks");
	if (list?.kind !== "list") return root;
	const [key = "", ...rest] = path;
	const items = list.items.map((shock) => {
		if (shock.kind !== "map" || textOf(shock, "id") !== id) return shock;
		const kind = textOf(shock, "kind") ?? "";
		const unit =
			rest.length === 0 ? ruleOfField(kind, key)?.units.own : undefined;
		const set = (old: Node | undefined) => withUnit(readValue(edit), old, unit);
		const node = replaced(child(shock, key), rest, set, edit);
		const entries = [{ key, keyPlace: node.place, node }];
		return mergeShock(shock, { ...shock, entries });
	});
	const shocks: ListNode = { ...list, items };
	return withChild(root, "shocks", shocks);
}

function setParameter(root: MapNode, edit: Edit, path: string): MapNode {
	const prior = PRIORS.find((row) => row.path === path);
	const unit = prior && unitsOfParameter(prior.unit).own;
	const set = (old: Node | undefined) => withUnit(readValue(edit), old, unit);
	return withChild(
		root,
		"parameters",
		replaced(child(root, "parameters"), [path], set, edit),
	);
}

function applyEdit(root: MapNode, edit: Edit): MapNode {
	const known = settablePaths(root);
	if (!known.includes(edit.path))
		throw new EditError(
			`${flagOf(edit)} ${edit.path}: this scenario has no such field${didYouMean(edit.path, known) || "; expected a path such as shocks.us-ban.from or horizon.to"}`,
		);
	const [top = "", ...rest] = edit.path.split(".");
	if (top === "parameters") return setParameter(root, edit, rest.join("."));
	if (top === "shocks")
		return setShock(root, edit, rest[0] ?? "", rest.slice(1));
	return withChild(
		root,
		top,
		replaced(child(root, top), rest, () => readValue(edit), edit),
	);
}

/**
 * Lays the edits of a command line over a scenario. Lists whose items have ids
 * are addressed by id, `shocks.refinery.capacity`, never by position. A bare
 * number takes the unit that the file gives the field, else the field's own.
 *
 * @throws {EditError} when a path does not exist, with the nearest that does
 */
export function applyEdits(root: MapNode, edits: readonly Edit[]): MapNode {
	return edits.reduce(applyEdit, root);
}

/**
 * The unit that a bare number takes at a path: the one that the file gives the field, else
 * the field's own; null where a number has no unit.
 */
export function unitAt(root: MapNode, path: string): string | null {
	const [top, first = "", ...rest] = path.split(".");
	if (top === "parameters") {
		const parameter = [first, ...rest].join(".");
		const prior = PRIORS.find((row) => row.path === parameter);
		const old = child(child(root, "parameters"), parameter);
		return unitOf(old) ?? (prior ? unitsOfParameter(prior.unit).own : null);
	}
	const list = child(root, top ?? "");
	const shock =
		list?.kind === "list"
			? list.items.find((item) => textOf(item, "id") === first)
			: undefined;
	const [key = ""] = rest;
	const rule = ruleOfField(textOf(shock, "kind") ?? "", key);
	if (rest.length > 1)
		return unitOf(rest.reduce<Node | undefined>(child, shock));
	return rule ? (unitOf(child(shock, key)) ?? rule.units.own) : null;
}
