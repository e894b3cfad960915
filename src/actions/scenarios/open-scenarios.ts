/** Scenarios opened from names, paths and edits, every fault of all files told at once. */

import { WORLD } from "../../calibration/agents/the-world.ts";
import { monthName } from "../../quantities.ts";
import { type Edit, EditError, parseEdit } from "../../scenario/edits/edit.ts";
import { loadScenario } from "../../scenario/load.ts";
import type { Soundness } from "../../scenario/sound.ts";
import { type Fault, ScenarioError } from "../../scenario/text/fault.ts";
import { scenarioFilesOf } from "../../storage/folder/scenario-files.ts";
import { safeText } from "../../words/safe-text.ts";
import { CommandError } from "../refusal.ts";
import { expectationFaults } from "./expectation-faults.ts";
import { faultsText } from "./fault-text.ts";
import { scenarioPath } from "./scenario-library.ts";

/** True for a fault in the value of an edit: its place is a flag, not a file. */
const isEdited = ({ place }: Fault): boolean => place.file.startsWith("--");

/** Reads one scenario by name or path. @throws as `openScenarios` */
export function openScenario(word: string): Soundness {
	return openScenarios([word], [])[0]!;
}

/**
 * Reads scenarios by name or path, with the edits of the command line: an edit changes
 * every scenario that has its path.
 *
 * @throws {CommandError} exit 3 with all faults of all files; exit 2 for a name nobody
 *   has, a scenario named twice, or an edit that changes none of them
 */
export function openScenarios(
	words: readonly string[],
	written: readonly string[],
): readonly Soundness[] {
	const paths = words.map(scenarioPath);
	const edits = editsByPath(paths, written);
	const opened = loadAll(paths, (path) => edits.get(path) ?? []);
	refuseTwins(opened.map(({ scenario }) => scenario.name));
	return opened;
}

/** Opens scenarios of a comparison, all of which count from the base's reference month. */
export function openComparison(
	words: readonly string[],
	written: readonly string[],
): readonly Soundness[] {
	const opened = openScenarios(words, written);
	const reference = opened[0]?.scenario.reference;
	if (
		reference === undefined ||
		opened.every(({ scenario }) => scenario.reference === reference)
	)
		return opened;
	const edit = { path: "reference", value: monthName(reference) };
	const paths = words.map(scenarioPath);
	const edits = editsByPath(paths, written);
	return loadAll(paths, (path) => [...(edits.get(path) ?? []), edit]);
}

function load(path: string, edits: readonly Edit[]): Soundness {
	return loadScenario(path, scenarioFilesOf(path), WORLD, edits);
}

/** Loads every file before it complains of any. */
function loadAll(
	paths: readonly string[],
	editsOf: (path: string) => readonly Edit[],
): readonly Soundness[] {
	const opened: Soundness[] = [];
	const faults: Fault[] = [];
	for (const path of paths)
		try {
			const one = load(path, editsOf(path));
			opened.push(one);
			faults.push(...expectationFaults(one.scenario, path));
		} catch (error) {
			if (!(error instanceof ScenarioError)) throw error;
			faults.push(...error.faults);
		}
	if (faults.length > 0) throw unsound(faults);
	return opened;
}

/** Error of unsound scenarios: a fault in an edit hides those that follow from it. */
export function unsound(faults: readonly Fault[]): CommandError {
	const edited = faults.filter(isEdited);
	return edited.length > 0
		? new CommandError(faultsText(edited))
		: new CommandError(faultsText(faults), "scenario");
}

/** Edits that each file takes. @throws {CommandError} when one of them is taken by none */
function editsByPath(
	paths: readonly string[],
	written: readonly string[],
): ReadonlyMap<string, readonly Edit[]> {
	const edits = asUsage(() => written.map(parseEdit));
	for (const edit of edits)
		if (!paths.some((path) => takes(path, edit)))
			asUsage(() => load(paths[0]!, [edit]));
	return new Map(
		paths.map((path) => [path, edits.filter((edit) => takes(path, edit))]),
	);
}

/** True when a file has the path of an edit, be its value sound or not. */
function takes(path: string, edit: Edit): boolean {
	try {
		load(path, [edit]);
		return true;
	} catch (error) {
		return !(error instanceof EditError);
	}
}

/** Runs something in which a wrong edit is a fault of the command line. @throws {CommandError} */
export function asUsage<T>(act: () => T): T {
	try {
		return act();
	} catch (error) {
		if (error instanceof EditError)
			throw new CommandError(safeText(error.message));
		throw error;
	}
}

function refuseTwins(names: readonly string[]): void {
	const twin = names.find((name, i) => names.indexOf(name) !== i);
	if (twin !== undefined)
		throw new CommandError(
			`"${twin}" is named twice; every scenario of a batch needs a name of its own`,
		);
}
