import { PRIORS } from "../calibration/priors.ts";
import { TOP_KEYS } from "./file-format.ts";
import { didYouMean } from "./nearest.ts";
import {
	child,
	type Entry,
	type ListNode,
	type MapNode,
	type Node,
	textOf,
} from "./node.ts";
import { readYaml } from "./read-yaml.ts";
import { keysOfKind } from "./shock-fields.ts";

/** One `--set path=value`. */
export interface Edit {
	readonly path: string;
	readonly value: string;
}

/** An edit that cannot be made; a fault of the command line, not of the file. */
export class EditError extends Error {
	override readonly name = "EditError";
}

const PARAMETERS = PRIORS.map(({ path }) => path);

/** Reads `path=value`. @throws {EditError} */
export function parseEdit(text: string): Edit {
	const at = text.indexOf("=");
	if (at <= 0)
		throw new EditError(
			`--set is ${JSON.stringify(text)}; expected path=value`,
		);
	return { path: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}

function withEntry(map: MapNode, key: string, node: Node): MapNode {
	const at = map.entries.findIndex((entry) => entry.key === key);
	const entry: Entry = { key, keyPlace: node.place, node };
	const entries =
		at < 0
			? [...map.entries, entry]
			: map.entries.map((old, i) => (i === at ? entry : old));
	return { ...map, entries };
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A bare number takes the unit that the file gives the field. */
function withUnitOf(old: Node | undefined, value: Node): Node {
	const unit = child(old, "unit");
	if (
		unit === undefined ||
		value.kind !== "scalar" ||
		typeof value.value !== "number"
	)
		return value;
	const entry = (key: string, node: Node): Entry => ({
		key,
		keyPlace: node.place,
		node,
	});
	return {
		kind: "map",
		place: value.place,
		entries: [entry("value", value), entry("unit", unit)],
	};
}

function valueNode(edit: Edit, old: Node | undefined): Node {
	const text = NUMBER.test(edit.value)
		? String(Number(edit.value))
		: edit.value;
	const read = readYaml(`value: ${text}`, `--set ${edit.path}`);
	const node = child(read, "value") as Node;
	return withUnitOf(old, node);
}

function unknownPath(
	edit: Edit,
	known: readonly string[],
	what: string,
): never {
	throw new EditError(
		`--set ${edit.path}: ${what}${didYouMean(edit.path, known)}`,
	);
}

function editParameter(root: MapNode, edit: Edit, path: string): MapNode {
	if (!PARAMETERS.includes(path))
		unknownPath(
			edit,
			PARAMETERS.map((known) => `parameters.${known}`),
			"no parameter has that path",
		);
	const empty: MapNode = { kind: "map", entries: [], place: root.place };
	const found = child(root, "parameters");
	const map = found?.kind === "map" ? found : empty;
	return withEntry(
		root,
		"parameters",
		withEntry(map, path, valueNode(edit, child(map, path))),
	);
}

/** Every path of a list of shocks that may be set. */
function shockPaths(list: ListNode): readonly string[] {
	return list.items.flatMap((shock) => {
		const id = textOf(shock, "id");
		const kind = textOf(shock, "kind") ?? "";
		return id === undefined
			? []
			: keysOfKind(kind).map((key) => `shocks.${id}.${key}`);
	});
}

function editShock(
	root: MapNode,
	edit: Edit,
	id: string,
	key: string,
): MapNode {
	const list = child(root, "shocks");
	const empty: ListNode = { kind: "list", items: [], place: root.place };
	const shocks = list?.kind === "list" ? list : empty;
	if (
		!shockPaths(shocks).includes(edit.path) ||
		id === "" ||
		key === "id" ||
		key === "kind"
	)
		unknownPath(
			edit,
			shockPaths(shocks),
			"no shock of this scenario has that field",
		);
	const items = shocks.items.map((shock) =>
		shock.kind === "map" && textOf(shock, "id") === id
			? withEntry(shock, key, valueNode(edit, child(shock, key)))
			: shock,
	);
	return withEntry(root, "shocks", { ...shocks, items });
}

function editHorizon(root: MapNode, edit: Edit, key: string): MapNode {
	const horizon = child(root, "horizon");
	if ((key !== "from" && key !== "to") || horizon?.kind !== "map")
		unknownPath(edit, ["horizon.from", "horizon.to"], "no such field");
	return withEntry(
		root,
		"horizon",
		withEntry(horizon, key, valueNode(edit, child(horizon, key))),
	);
}

function applyEdit(root: MapNode, edit: Edit): MapNode {
	const [top, ...rest] = edit.path.split(".");
	if (top === "parameters") return editParameter(root, edit, rest.join("."));
	if (top === "shocks")
		return editShock(root, edit, rest[0] ?? "", rest.slice(1).join("."));
	if (top === "horizon") return editHorizon(root, edit, rest.join("."));
	const simple = TOP_KEYS.filter((key) =>
		["name", "question", "reference"].includes(key),
	);
	if (top === undefined || rest.length > 0 || !simple.includes(top))
		unknownPath(
			edit,
			[...simple, "horizon.from", "horizon.to", "parameters", "shocks"],
			"no field has that path",
		);
	return withEntry(root, top, valueNode(edit, child(root, top)));
}

/**
 * Lays the edits of a command line over a scenario. Lists are addressed by id,
 * `shocks.refinery.capacity`, never by position.
 *
 * @throws {EditError} when a path does not exist, with the nearest that does
 */
export function applyEdits(root: Node, edits: readonly Edit[]): Node {
	if (root.kind !== "map") return root;
	return edits.reduce(applyEdit, root);
}
