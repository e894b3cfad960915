import type { World } from "../calibration/world.ts";
import { applyEdits, type Edit } from "./edit.ts";
import { type Place, ScenarioError } from "./fault.ts";
import { extend } from "./merge.ts";
import { child, type Node, textOf } from "./node.ts";
import { readYaml } from "./read-yaml.ts";
import { type Soundness, soundScenario } from "./sound.ts";
import { ID } from "./words.ts";

/** Whoever can read scenario files; the scenario room itself touches no disk. */
export interface ScenarioFiles {
	/** The text of a file, or why it cannot be had. */
	read(path: string): { readonly text: string } | { readonly problem: string };
	/** The path that `relative` means inside `from`'s folder tree, or why it is refused. */
	resolve(
		from: string,
		relative: string,
	): { readonly path: string } | { readonly problem: string };
	/** How a path is shown in messages. */
	shown(path: string): string;
}

/** Longest chain of `extends`. */
const LONGEST_CHAIN = 20;

function refuse(place: Place, message: string): never {
	throw new ScenarioError([{ place, message, hint: null, severity: "error" }]);
}

function readNode(path: string, files: ScenarioFiles, asked: Place): Node {
	const found = files.read(path);
	if ("problem" in found)
		refuse(asked, `${files.shown(path)} ${found.problem}`);
	return readYaml(found.text, files.shown(path));
}

/** A file with all that it extends merged in, the farthest ancestor first. */
function readMerged(
	path: string,
	files: ScenarioFiles,
	chain: readonly string[],
	asked: Place,
): Node {
	const own = readNode(path, files, asked);
	const relative = textOf(own, "extends");
	if (relative === undefined) return own;
	const place = child(own, "extends")?.place ?? own.place;
	const resolved = files.resolve(path, relative);
	if ("problem" in resolved)
		refuse(place, `extends ${relative}, which ${resolved.problem}`);
	const ring = [...chain, path];
	if (ring.includes(resolved.path) || ring.length > LONGEST_CHAIN)
		refuse(
			place,
			`extends in a ring: ${[...ring, resolved.path].map(files.shown).join(" → ")}`,
		);
	return extend(readMerged(resolved.path, files, ring, place), own);
}

/** Name of a scenario: its file's name without folder and ending. */
export function scenarioName(path: string): string {
	return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.ya?ml$/i, "");
}

/**
 * Reads a scenario file, everything it extends, and the edits of a command line.
 *
 * @throws {ScenarioError} with all faults that can be told together
 * @throws {EditError} when an edit names a path that does not exist
 */
export function loadScenario(
	path: string,
	files: ScenarioFiles,
	world: World,
	edits: readonly Edit[] = [],
): Soundness {
	const start: Place = {
		file: files.shown(path),
		line: 1,
		column: 1,
		length: 1,
	};
	const name = scenarioName(path);
	if (!ID.test(name))
		refuse(
			start,
			`the file name "${name}" is refused; expected small letters, digits, - and _, at most 64`,
		);
	const root = readMerged(path, files, [], start);
	return soundScenario(applyEdits(root, edits), name, world);
}
