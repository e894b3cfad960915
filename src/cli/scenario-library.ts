import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { WORLD } from "../calibration/the-world.ts";
import { type Edit, EditError, parseEdit } from "../scenario/edit.ts";
import {
	codeFrame,
	type Fault,
	faultLine,
	ScenarioError,
} from "../scenario/fault.ts";
import { loadScenario, scenarioName } from "../scenario/load.ts";
import { nearest } from "../scenario/nearest.ts";
import type { Soundness } from "../scenario/sound.ts";
import { scenarioFilesOf } from "../storage/scenario-files.ts";
import { CommandError, EXIT } from "./exit-codes.ts";
import { safeText } from "./terminal-text.ts";

/** Scenarios that come with the program. */
export const SHIPPED = fileURLToPath(
	new URL("../../scenarios", import.meta.url),
);
const ENDING = /\.ya?ml$/i;

/** Paths of the scenario files of a folder, by name. */
function filesOf(folder: string): readonly string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((file) => ENDING.test(file))
		.sort()
		.map((file) => join(folder, file));
}

/** Every scenario known by name: those of ./scenarios, then those of the program. */
export function knownScenarios(): ReadonlyMap<string, string> {
	const known = new Map<string, string>();
	for (const path of [...filesOf(resolve("scenarios")), ...filesOf(SHIPPED)]) {
		const name = scenarioName(path);
		if (!known.has(name)) known.set(name, path);
	}
	return known;
}

function looksLikePath(word: string): boolean {
	return ENDING.test(word) || /[\\/]/.test(word);
}

/** The file that a name or a path means. @throws {CommandError} for a name nobody has */
export function scenarioPath(word: string): string {
	const known = knownScenarios();
	const named = known.get(word);
	if (named !== undefined) return named;
	if (looksLikePath(word) || existsSync(word)) return resolve(word);
	const near = nearest(word, [...known.keys()]);
	throw new CommandError(
		`there is no scenario "${safeText(word)}"${near === null ? "" : `; did you mean "${near}"?`}; \`stibium list\` names them all`,
	);
}

function textOf(path: string): string | undefined {
	try {
		return statSync(path).isFile() ? readFileSync(path, "utf8") : undefined;
	} catch {
		return undefined;
	}
}

/** Faults in the order of their lines, each with the lines around it. */
export function faultsText(faults: readonly Fault[]): string {
	const texts = new Map<string, string | undefined>();
	return [...faults]
		.sort(
			(a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
		)
		.map((fault) => {
			const { file } = fault.place;
			if (!texts.has(file)) texts.set(file, textOf(file));
			const frame = codeFrame(fault, texts.get(file));
			return safeText(
				frame === "" ? faultLine(fault) : `${faultLine(fault)}\n${frame}`,
			);
		})
		.join("\n");
}

/**
 * Reads a scenario by name or path, with the edits of the command line.
 *
 * @throws {CommandError} exit 3 with all faults of the file, exit 2 for an edit of a path that does not exist
 */
export function openScenario(
	word: string,
	edits: readonly string[] = [],
): Soundness {
	const path = scenarioPath(word);
	try {
		const parsed: readonly Edit[] = edits.map(parseEdit);
		return loadScenario(path, scenarioFilesOf(path), WORLD, parsed);
	} catch (error) {
		if (error instanceof ScenarioError)
			throw new CommandError(faultsText(error.faults), EXIT.invalidScenario);
		if (error instanceof EditError)
			throw new CommandError(safeText(error.message), EXIT.usage);
		throw error;
	}
}
