/** Scenarios known by name: those of the working directory, then those of the program. */

import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { scenarioName } from "../../scenario/load.ts";
import { didYouMean } from "../../scenario/nearest.ts";
import { PACKAGE_ROOT } from "../../storage/disk/package-root.ts";
import { safeText } from "../../words/safe-text.ts";
import { CommandError } from "../refusal.ts";

/** Scenarios that come with the program. */
const SHIPPED = join(PACKAGE_ROOT, "scenarios");
const ENDING = /\.ya?ml$/i;

/** Every scenario known by name, with its path: those of ./scenarios, then those of the program. */
export function knownScenarios(): ReadonlyMap<string, string> {
	const known = new Map<string, string>();
	for (const path of [...filesOf(resolve("scenarios")), ...filesOf(SHIPPED)]) {
		const name = scenarioName(path);
		if (!known.has(name)) known.set(name, path);
	}
	return new Map([...known].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The file of a scenario that comes with the program, whatever stands in ./scenarios. */
export function shippedScenario(name: string): string {
	return join(SHIPPED, `${name}.yaml`);
}

function filesOf(folder: string): readonly string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((file) => ENDING.test(file))
		.map((file) => join(folder, file));
}

/**
 * The file that a name or a path means.
 *
 * @throws {CommandError} exit 2 when there is none, with the nearest name
 */
export function scenarioPath(word: string): string {
	const known = knownScenarios();
	const named = known.get(word);
	if (named !== undefined) return named;
	if (word !== "" && isThere(resolve(word))) return resolve(word);
	const near = didYouMean(scenarioName(word), [...known.keys()]);
	throw new CommandError(
		`there is no scenario "${safeText(word)}"${near}; \`stibium list\` names them all`,
	);
}

/**
 * True when anything has that path, a broken link included: the loader tells what cannot be
 * read.
 */
function isThere(path: string): boolean {
	return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
