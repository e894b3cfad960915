/** Meaning of the two words after `diff`: scenarios, or results folders, but not one of each. */

import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../../actions/refusal.ts";
import { knownScenarios } from "../../actions/scenarios/scenario-library.ts";
import { didYouMean } from "../../scenario/nearest.ts";
import { LATEST } from "../../storage/folder/results-folder.ts";
import { safeText } from "../../words/safe-text.ts";

/** Meaning of a word to `diff`. */
export type Subject = "scenario" | "results";

/**
 * Finds the common meaning of both words: a scenario by name or path, or a results folder.
 *
 * @throws {CommandError} exit 2 when one means neither, or they mean unlike things
 */
export function subjectOf(a: string, b: string, destination: string): Subject {
	const [first, second] = [
		meaningOf(a, destination),
		meaningOf(b, destination),
	];
	if (first === second) return first;
	throw new CommandError(
		`${shown(a)} is ${WORDS[first]} and ${shown(b)} is ${WORDS[second]}; diff takes two of a kind`,
	);
}

const WORDS = { scenario: "a scenario", results: "a results folder" } as const;
const shown = (word: string): string => `"${safeText(word)}"`;

function meaningOf(word: string, destination: string): Subject {
	const known = knownScenarios();
	if (known.has(word)) return "scenario";
	if (word === LATEST) return "results";
	const places = word === "" ? [] : [word, join(destination, word)];
	if (places.some(isFolder)) return "results";
	if (places.slice(0, 1).some((path) => existsSync(path))) return "scenario";
	const near = didYouMean(word, [...known.keys()]);
	throw new CommandError(
		`there is no scenario and no results folder ${shown(word)}${near}; \`stibium list\` names the scenarios`,
	);
}

function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
