/** Base of a new scenario: extended where it stands, or copied beside the new file. */

import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { shortPath } from "../../actions/paths.ts";
import { CommandError } from "../../actions/refusal.ts";
import { unsound } from "../../actions/scenarios/open-scenarios.ts";
import { WORLD } from "../../calibration/agents/the-world.ts";
import { loadScenario } from "../../scenario/load.ts";
import { ScenarioError } from "../../scenario/text/fault.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { scenarioFilesOf } from "../../storage/folder/scenario-files.ts";
import { safeText } from "../../words/safe-text.ts";

/** A file to be written. */
export interface NewFile {
	readonly path: string;
	readonly text: string;
}

/** Base of a new scenario, and the files to write so that it can be extended. */
export interface Base {
	readonly scenario: SoundScenario;
	/** the file that `extends` will find */
	readonly path: string;
	/** its path as `extends` is to have it */
	readonly extended: string;
	/** the base and what that extends, where they do not stand in the folder yet */
	readonly copies: readonly NewFile[];
}

/** Paths that `extends` may name: small names, down from the folder. */
const BELOW =
	/^(?:[a-z0-9][a-z0-9_-]{0,63}\/)*[a-z0-9][a-z0-9_-]{0,63}\.ya?ml$/;

/**
 * Prepares a base for a scenario in a folder. `extends` goes no higher than the folder, so
 * that a scenario can be read, sent and kept with what lies beside it. A base in the folder
 * is extended where it stands; any other is written beside the scenario with what it extends
 * in turn. Written out into one file it would hide the three lines that are new among three
 * hundred; and copies keep the numbers when the program's own files change.
 *
 * @throws {CommandError} exit 3 when the base is not sound, exit 2 when another file has the
 *   name of a copy
 */
export function baseFor(path: string, folder: string): Base {
	const { scenario, files } = readBase(path);
	const below = relative(realFolder(folder), realpathSync(path));
	if (BELOW.test(below.split(sep).join("/")))
		return { scenario, path, extended: `./${below}`, copies: [] };
	const from = realpathSync(dirname(path));
	const copies = files.map((file) => copyOf(file, from, folder));
	return {
		scenario,
		path: copies[0]!.path,
		extended: `./${relative(folder, copies[0]!.path)}`,
		copies: copies.filter((copy) => !existsSync(copy.path)),
	};
}

/** The scenario, and every file that was read for it, itself first. */
function readBase(path: string): {
	readonly scenario: SoundScenario;
	readonly files: readonly string[];
} {
	const files: string[] = [];
	const reader = scenarioFilesOf(path);
	const read = (file: string) => {
		files.push(realpathSync(file));
		return reader.read(file);
	};
	try {
		const { scenario } = loadScenario(path, { ...reader, read }, WORLD);
		return { scenario, files };
	} catch (error) {
		if (error instanceof ScenarioError) throw unsound(error.faults);
		throw error;
	}
}

function realFolder(folder: string): string {
	return existsSync(folder) ? realpathSync(folder) : resolve(folder);
}

/** A file of the base in its new place. @throws {CommandError} when another file has it */
function copyOf(file: string, from: string, folder: string): NewFile {
	const path = join(folder, relative(from, file));
	const text = readFileSync(file, "utf8");
	if (existsSync(path) && readFileSync(path, "utf8") !== text)
		throw new CommandError(
			`${safeText(shortPath(path))} stands there already and is not ${safeText(shortPath(file))}, which is to be written beside the new scenario; extend it with --from ${safeText(shortPath(path))}, or give --out another folder`,
		);
	return { path, text };
}
