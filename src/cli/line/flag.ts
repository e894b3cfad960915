/** A flag or word of a command, declared once: help, completion, checks and types follow. */

import type { Options, PositionalOptions } from "yargs";
import type { ZodType } from "zod";

/** All that is known of a flag or word; what is heavy is loaded when it is asked for. */
export interface Flag {
	/** its line in the help */
	readonly describe: string;
	/** another way to write it */
	readonly alias?: string;
	/** a switch takes nothing; a repeated flag takes one value each time, `many` several at once; else the last value counts */
	readonly kind?: "switch" | "repeated" | "many";
	/** as it would be written */
	readonly default?: string;
	/** said when it is not given, of a flag that must be */
	readonly required?: string;
	/** flags that cannot be had with it, each with the reason */
	readonly conflicts?: Readonly<Record<string, string>>;
	/** the only words that may be written for it */
	readonly known?: () => Promise<readonly string[]>;
	/** true when several known words may be written, with commas between them */
	readonly listed?: boolean;
	/** schema that checks and reads its text, where it is neither a known word nor any text */
	readonly read?: () => Promise<ZodType>;
	/** words that completion offers where others will do too; `out` is the folder of all results */
	readonly offers?: (out: string) => Promise<readonly string[]>;
	/** its name in a refusal; as it is written without it */
	readonly called?: string;
}

/** Options by which the parser knows a flag or a word. */
type ParserOptions = Options & PositionalOptions;

/** Flags or words by the name that they have in code: `keepPaths` is written `--keep-paths`. */
export type Flags = Readonly<Record<string, Flag>>;

/** One value of a flag, read. */
type One<F> = F extends { read: () => Promise<ZodType<infer Value>> }
	? Value
	: F extends { known: () => Promise<readonly (infer Word)[]> }
		? F extends { listed: true }
			? readonly Word[]
			: Word
		: string;

type Read<F, Absent> = F extends { kind: "switch" }
	? boolean
	: F extends { kind: "repeated" | "many" }
		? readonly One<F>[]
		: One<F> | Absent;

type OfFlag<F> = F extends { default: string } | { required: string }
	? Read<F, never>
	: Read<F, null>;

/** Values of a command's flags: null for one that was not written. */
export type FlagValues<F> = { readonly [Name in keyof F]: OfFlag<F[Name]> };

/** Values of a command's words, which are always there. */
export type WordValues<W> = {
	readonly [Name in keyof W]: Read<W[Name], never>;
};

/** A flag as it is written: `-n`, `--keep-paths`. */
export function dashed(name: string): string {
	return name.length === 1 ? `-${name}` : `--${parserName(name)}`;
}

/** All ways to write a flag, the usual one first. */
export function writingsOf(name: string, { alias }: Flag): readonly string[] {
	return [name, ...(alias === undefined ? [] : [alias])].map(dashed);
}

/** Flags as the parser and its help take them. */
export function parserOptions(
	flags: Flags,
): Readonly<Record<string, ParserOptions>> {
	return Object.fromEntries(
		Object.entries(flags).map(([name, flag]) => [
			parserName(name),
			optionsOf(flag),
		]),
	);
}

const parserName = (name: string): string =>
	name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function optionsOf(flag: Flag): ParserOptions {
	const { kind, alias, describe, conflicts, required } = flag;
	return {
		describe,
		type: kind === "switch" ? "boolean" : "string",
		...(kind === undefined && { requiresArg: true }),
		...(kind === "many" && { array: true }),
		...(kind === "repeated" && { array: true, nargs: 1 }),
		...(alias !== undefined && { alias }),
		...(flag.default !== undefined && { default: flag.default }),
		...(required !== undefined && { demandOption: required }),
		...(conflicts && { conflicts: Object.keys(conflicts).map(parserName) }),
	};
}
