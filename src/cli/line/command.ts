import type { Options, PositionalOptions } from "yargs";
import type { ExitCode } from "./exit-codes.ts";
import type { RawOptions } from "./raw-options.ts";

/** A command: what may be written after its name, and what it does with it. */
export interface Command {
	/** its name and its words, as in the help: `run <scenario..>` */
	readonly usage: string;
	readonly describe: string;
	readonly words: Readonly<Record<string, PositionalOptions>>;
	readonly flags: Readonly<Record<string, Options>>;
	/** loads what it needs only now, so that help comes at once */
	readonly run: (raw: RawOptions) => Promise<ExitCode>;
}

/** The name of a command: the first word of its usage. */
export function commandName({ usage }: Command): string {
	return usage.split(" ")[0] ?? "";
}

/** The word that stands for one or more scenarios. */
export const SCENARIO_WORDS = {
	type: "string",
	array: true,
	describe: "name in scenarios/, or path of a file",
} as const satisfies PositionalOptions;
