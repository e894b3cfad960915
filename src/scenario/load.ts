/** Scenario files with all that they extend, read into sound scenarios. */

import type { World } from "../calibration/agents/world.ts";
import { applyEdits, type Edit, unitAt } from "./edits/edit.ts";
import { type Soundness, soundScenario } from "./sound.ts";
import { type Fault, type Place, ScenarioError } from "./text/fault.ts";
import { extend } from "./text/merge.ts";
import { child, type MapNode, type Node, textOf } from "./text/node.ts";
import { readYaml } from "./text/read-yaml.ts";
import { shown } from "./text/shown.ts";
import { ID, ID_WORDS } from "./words.ts";

/** Whoever can read scenario files; the scenario room itself touches no disk. */
export interface ScenarioFiles {
	/** The text of a file, or why it cannot be had. */
	read(path: string): { readonly text: string } | { readonly problem: string };
	/** The path that `relative` means inside `from`'s folder tree, or why it is refused. */
	resolve(
		from: string,
		relative: string,
	): { readonly path: string } | { readonly problem: string };
	/** The form of a path in messages. */
	shown(path: string): string;
}

/** Longest chain of `extends`. */
const LONGEST_CHAIN = 20;

function refuse(place: Place, field: string, message: string): never {
	throw new ScenarioError([
		{ place, field, message, hint: null, severity: "error" },
	]);
}

/** A path of small names, down a folder tree: `./as-happened.yaml`, `../base.yaml`. */
const RELATIVE =
	/^(?:\.{1,2}\/)*(?:[a-z0-9][a-z0-9_-]{0,63}\/)*[a-z0-9][a-z0-9_-]{0,63}\.ya?ml$/;

function readNode(
	path: string,
	files: ScenarioFiles,
	asked: Place,
	field: string,
): MapNode {
	const found = files.read(path);
	if ("problem" in found)
		refuse(
			asked,
			field,
			field === "the file"
				? `the file ${found.problem}`
				: `${field} is ${files.shown(path)}, which ${found.problem}`,
		);
	return readYaml(found.text, files.shown(path));
}

/** The path of what a file extends. @throws {ScenarioError} when it is refused, or a ring */
function extendedPath(
	node: Node,
	relative: string,
	chain: readonly string[],
	files: ScenarioFiles,
): string {
	if (!RELATIVE.test(relative))
		refuse(
			node.place,
			"extends",
			`extends is ${shown(relative)}; expected a file beside it or below, such as ./as-happened.yaml`,
		);
	const resolved = files.resolve(chain.at(-1) ?? "", relative);
	if ("problem" in resolved)
		refuse(
			node.place,
			"extends",
			`extends is ${relative}, which ${resolved.problem}`,
		);
	const ring = [...chain, resolved.path].map((path) => files.shown(path));
	if (chain.includes(resolved.path))
		refuse(
			node.place,
			"extends",
			`extends goes in a ring: ${ring.join(" → ")}; expected a chain that ends`,
		);
	if (ring.length > LONGEST_CHAIN)
		refuse(
			node.place,
			"extends",
			`extends goes over more than ${LONGEST_CHAIN} files; expected fewer`,
		);
	return resolved.path;
}

/** A file with all that it extends merged in, the farthest ancestor first. */
function readMerged(
	chain: readonly string[],
	files: ScenarioFiles,
	asked: Place,
	field: string,
	faults: Fault[],
): MapNode {
	const own = readNode(chain.at(-1) ?? "", files, asked, field);
	const node = child(own, "extends");
	const relative = textOf(own, "extends");
	if (node === undefined || relative === undefined) return own;
	const path = extendedPath(node, relative, chain, files);
	const base = readMerged(
		[...chain, path],
		files,
		node.place,
		"extends",
		faults,
	);
	return extend(base, own, faults);
}

/**
 * Reads a scenario file, everything it extends, and the edits of a command line.
 *
 * @param metrics names that `expect` may use; any when absent
 * @throws {ScenarioError} with all faults that can be told together
 * @throws {EditError} when an edit names a path that does not exist
 */
export function loadScenario(
	path: string,
	files: ScenarioFiles,
	world: World,
	edits: readonly Edit[] = [],
	metrics?: readonly string[],
): Soundness {
	const file = files.shown(path);
	const start: Place = { file, line: 1, column: 1, length: 1 };
	const name = scenarioName(path);
	if (!ID.test(name))
		refuse(start, "the file", `the file is named ${shown(name)}; ${ID_WORDS}`);
	const faults: Fault[] = [];
	const root = readMerged([path], files, start, "the file", faults);
	return soundScenario(
		applyEdits(root, edits),
		name,
		{ world, metrics },
		faults,
	);
}

/**
 * The unit that a bare number takes at the path of an edit; null where it has none.
 *
 * @throws {ScenarioError} when the file cannot be read
 */
export function unitOfPath(
	path: string,
	files: ScenarioFiles,
	edited: string,
): string | null {
	const file = files.shown(path);
	const start: Place = { file, line: 1, column: 1, length: 1 };
	return unitAt(readMerged([path], files, start, "the file", []), edited);
}

/** Name of a scenario: its file's name without folder and ending. */
export function scenarioName(path: string): string {
	return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.ya?ml$/i, "");
}
