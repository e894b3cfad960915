/** Command lines for people to type: to repeat, resume or report what was run. */

import { shortPath } from "../../actions/paths.ts";
import { CommandError } from "../../actions/refusal.ts";
import { DEFAULT_PARAMETERS } from "../../market/simulator.ts";
import { StoppedError } from "../../storage/errors.ts";
import { safeText } from "../../words/safe-text.ts";
import type { BatchLine } from "./batch-options.ts";

/** Words that a shell neither splits nor expands. */
const PLAIN = /^[A-Za-z0-9_./:=@%+,-]+$/;

/** Flags that decide numbers. */
type NumberOptions = Pick<
	BatchLine,
	| "replicates"
	| "seed"
	| "parameters"
	| "from"
	| "without"
	| "edits"
	| "keepPaths"
	| "shard"
>;

/** The command line that makes the numbers of a batch again, with the seed it was given or drew; its shard stands last. */
export function repeatLine(
	verb: string,
	scenarios: readonly string[],
	options: NumberOptions,
): string {
	return commandLine([verb, ...scenarios, ...flagsOf(options)]);
}

/** A command of this program as a shell takes it. */
export function commandLine(words: readonly string[]): string {
	return ["npx", "stibium", ...words].map(quoted).join(" ");
}

/**
 * The command line that goes on with a results folder.
 *
 * @param through address of the Redis whose workers compute, without a password
 */
export function resumeLine(
	folder: string,
	through: string | null = null,
): string {
	const queue = through === null ? "" : ` --redis ${quoted(through)}`;
	return `npx stibium resume ${quoted(shortPath(folder))}${queue}`;
}

/** The command line that writes the report of a results folder. */
export function reportLine(folder: string): string {
	return `npx stibium report ${quoted(shortPath(folder))}`;
}

function flagsOf(options: NumberOptions): readonly string[] {
	const {
		replicates,
		seed,
		parameters,
		from,
		without,
		edits,
		keepPaths,
		shard,
	} = options;
	return [
		...["-n", String(replicates), ...seedFlag(String(seed))],
		...(parameters === DEFAULT_PARAMETERS ? [] : ["--parameters", parameters]),
		...(from === null || from === "record" ? [] : ["--from", from]),
		...(without.length === 0 ? [] : ["--without", without.join(",")]),
		...edits.flatMap((edit) => ["--set", edit]),
		...(keepPaths ? ["--keep-paths"] : []),
		...(shard ? ["--shard", `${shard.index}/${shard.count}`] : []),
	];
}

/** A seed below zero must not look like a flag. */
export function seedFlag(seed: string): readonly string[] {
	return seed.startsWith("-") ? [`--seed=${seed}`] : ["--seed", seed];
}

function quoted(word: string): string {
	return PLAIN.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;
}

/** An error that stopped a batch, with the line that resumes it; any other as it is. */
export function withResumeLine(
	error: unknown,
	folder: string,
	through: string | null = null,
): unknown {
	return error instanceof StoppedError
		? new CommandError(
				safeText(
					`${error.message}; what is finished is kept, go on with: ${resumeLine(folder, through)}`,
				),
				"stopped",
			)
		: error;
}
