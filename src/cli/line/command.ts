/** Declaration of a command: its words, its flags, and the deed they lead to. */

import type { CommonOptions } from "./common-flags.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Flags, FlagValues, WordValues } from "./flag.ts";
import { scenarioNames } from "./known-words.ts";

/** Usage and description of a command, which help shows first. */
interface Told {
	/** its name and its words: `run <scenario..>` */
	readonly usage: string;
	readonly describe: string;
}

/** A command that runs from a parsed line. */
export interface Command extends Told {
	readonly words: Flags;
	readonly flags: Flags;
	run(written: Readonly<Record<string, unknown>>): Promise<ExitCode>;
}

/** A command as its file declares it. */
interface Declared<W extends Flags, F extends Flags> extends Told {
	readonly words?: W;
	readonly flags?: F;
	/** is given words and flags as they were read; loads what it needs only now, so that help comes at once */
	run(
		options: WordValues<W> & FlagValues<F> & CommonOptions,
	): Promise<ExitCode>;
}

/** Makes a command of its declaration; its line is read into typed options before it runs. */
export function command<
	const W extends Flags = Record<never, never>,
	const F extends Flags = Record<never, never>,
>(declared: Declared<W, F>): Command {
	const { words = {} as W, flags = {} as F } = declared;
	return {
		...declared,
		words,
		flags,
		async run(written) {
			const { readOptions } = await import("./read-options.ts");
			return declared.run(await readOptions({ words, flags }, written));
		},
	};
}

/** The name of a command: the first word of its usage. */
export function commandName({ usage }: Told): string {
	return usage.split(" ")[0] ?? "";
}

/** The word that stands for a scenario. */
export const SCENARIO = {
	describe: "name in scenarios/, or path of a file",
	offers: scenarioNames,
} as const;
