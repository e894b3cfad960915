/** A command: what may be written after its name, and what it does with it. */

import type { CommonOptions } from "./common-flags.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Flags, FlagValues, WordValues } from "./flag.ts";
import { scenarioNames } from "./known-words.ts";

/** How a command is told of: in the help, to the parser and in completion. */
interface Told<W extends Flags, F extends Flags> {
	/** its name and its words, as in the help: `run <scenario..>` */
	readonly usage: string;
	readonly describe: string;
	readonly words: W;
	readonly flags: F;
}

/** What a command is given: its words, its flags and those of every command, read. */
type OptionsOf<W, F> = WordValues<W> & FlagValues<F> & CommonOptions;

/** A command that runs from a parsed line. */
export interface Command extends Told<Flags, Flags> {
	readonly run: (
		written: Readonly<Record<string, unknown>>,
	) => Promise<ExitCode>;
}

/**
 * A command from its words, its flags and what it does with them.
 *
 * @param run loads what it needs only when it is called, so that help comes at once
 */
export function command<
	const W extends Flags = Record<never, never>,
	const F extends Flags = Record<never, never>,
>(
	{
		usage,
		describe,
		words,
		flags,
	}: Pick<Told<W, F>, "usage" | "describe"> & Partial<Told<W, F>>,
	run: (options: OptionsOf<W, F>) => Promise<ExitCode>,
): Command {
	const told = { words: words ?? ({} as W), flags: flags ?? ({} as F) };
	return {
		...{ usage, describe, ...told },
		async run(written) {
			const { readOptions } = await import("./read-options.ts");
			return run(await readOptions(told, written));
		},
	};
}

/** The name of a command: the first word of its usage. */
export function commandName({ usage }: Pick<Command, "usage">): string {
	return usage.split(" ")[0] ?? "";
}

/** The word that stands for a scenario. */
export const SCENARIO = {
	describe: "name in scenarios/, or path of a file",
	offers: scenarioNames,
} as const;
