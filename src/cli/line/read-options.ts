/** The words and flags of a command, read from a parsed line into one typed object. */

import { z } from "zod";
import { CommandError } from "../../actions/refusal.ts";
import { safeText } from "../../words/safe-text.ts";
import { COMMON_FLAGS, type CommonOptions } from "./common-flags.ts";
import {
	dashed,
	type Flag,
	type Flags,
	type FlagValues,
	type WordValues,
} from "./flag.ts";
import { wordList, word as wordOf } from "./values.ts";

/** Flags and words as they were written, before they are checked. */
export type Written = Readonly<Record<string, unknown>>;

/** Longest text that a refusal repeats, characters. */
const LONGEST_SHOWN = 120;

/** Checks and reads what was written for a command. @throws {CommandError} for the first that is wrong */
export async function readOptions<W extends Flags, F extends Flags>(
	{ words, flags }: { readonly words: W; readonly flags: F },
	written: Written,
): Promise<WordValues<W> & FlagValues<F> & CommonOptions> {
	const all: Flags = { ...words, ...flags, ...COMMON_FLAGS };
	const line = Object.fromEntries(
		Object.entries(all).map(([name, { kind }]) => [
			name,
			plainOf(written[name], kind),
		]),
	);
	const read = (await lineSchema(all)).safeParse(line, { reportInput: true });
	if (!read.success) throw refusalOf(read.error.issues[0], line, all, words);
	const { noColor, ...values } = read.data;
	// the schema was made from the same flags as the type
	return { ...values, colour: !noColor } as WordValues<W> &
		FlagValues<F> &
		CommonOptions;
}

/** Text of a flag as written: on or off, all its texts, or the last; null when none. */
function plainOf(
	value: unknown,
	kind: Flag["kind"],
): boolean | string | null | readonly string[] {
	if (kind === "switch") return value === true;
	const all: readonly unknown[] = Array.isArray(value) ? value : [value];
	const texts = all.filter((one) => typeof one === "string");
	return kind === undefined ? (texts.at(-1) ?? null) : texts;
}

async function lineSchema(flags: Flags) {
	const schemas = Object.entries(flags).map(
		async ([name, flag]) => [name, await loadSchema(flag)] as const,
	);
	return z.object(Object.fromEntries(await Promise.all(schemas)));
}

async function loadSchema(flag: Flag): Promise<z.ZodType> {
	if (flag.kind === "switch") return z.boolean();
	const one = await valueSchema(flag);
	return flag.kind === undefined ? one.nullable() : z.array(one);
}

async function valueSchema({ read, known, listed }: Flag): Promise<z.ZodType> {
	if (read) return read();
	if (!known) return z.string();
	return listed ? wordList(await known()) : wordOf(await known());
}

/** Error that names the flag or word, its text and the remedy in one line. */
function refusalOf(
	issue: z.core.$ZodIssue | undefined,
	line: Written,
	flags: Flags,
	words: Flags,
): CommandError {
	const name = String(issue?.path[0]);
	const part = issue?.input;
	const text = String(typeof part === "string" ? part : line[name]);
	const what =
		flags[name]?.called ?? (name in words ? `<${name}>` : dashed(name));
	return new CommandError(
		safeText(`${what} is ${shown(text)}; ${issue?.message}`),
	);
}

function shown(text: string): string {
	if (text.trim() === "") return "empty";
	return text.length > LONGEST_SHOWN
		? `"${text.slice(0, LONGEST_SHOWN)}…"`
		: `"${text}"`;
}
