import type { Options } from "yargs";
import { type Command, commandName } from "../line/command.ts";
import { dashed } from "../line/raw-options.ts";

/** Flags by name. */
export type Flags = Readonly<Record<string, Options>>;

/** What a command line asks for where the cursor stands. */
export type Wanted =
	| { readonly kind: "command" }
	| { readonly kind: "flag"; readonly command: Command }
	| { readonly kind: "value"; readonly flag: string }
	| { readonly kind: "word"; readonly command: Command; readonly word: string };

/** A command line up to the cursor. */
export interface Line {
	readonly wanted: Wanted;
	/** the word being written */
	readonly current: string;
	/** what stands before it in the same word, as in `--seed=4` */
	readonly before: string;
	/** the folder of results that `--out` names on this line */
	readonly out: string;
}

/** All ways to write a flag. */
export function writingsOf(
	flag: string,
	{ alias = [] }: Options,
): readonly string[] {
	return [flag, ...[alias].flat()].map(dashed);
}

const ASSIGNED = /^(--[\w-]+=)(.*)$/s;

/**
 * Reads a command line.
 *
 * @param words after the program's name, up to the word being written, which may be empty;
 *   a shell may have parted them at `=`
 */
export function readLine(
	words: readonly string[],
	commands: readonly Command[],
	common: Flags,
): Line {
	const last = words.at(-1) ?? "";
	const assigned = ASSIGNED.exec(last);
	const earlier = [...words.slice(0, -1), ...(assigned ? [assigned[1]!] : [])]
		.flatMap((word) => (ASSIGNED.exec(word) ?? ["", word]).slice(1))
		.map((word) => (word.length > 1 ? word.replace(/=$/, "") : word))
		.filter((word) => word !== "=" && word !== "");
	const command = commands.find((one) => commandName(one) === earlier[0]);
	const current = assigned?.[2] ?? (last === "=" ? "" : last);
	return {
		wanted: wantedOf(command, earlier.slice(1), current, common),
		...{ current, before: assigned?.[1] ?? "" },
		out: outOf(earlier),
	};
}

function outOf(words: readonly string[]): string {
	const at = words.lastIndexOf("--out");
	return (at < 0 ? undefined : words[at + 1]) ?? "results";
}

function wantedOf(
	command: Command | undefined,
	earlier: readonly string[],
	current: string,
	common: Flags,
): Wanted {
	if (command === undefined) return { kind: "command" };
	const { flag, place } = readWords(earlier, { ...command.flags, ...common });
	if (current.startsWith("-")) return { kind: "flag", command };
	if (flag !== null) return { kind: "value", flag };
	const word = wordAt(command, place);
	return word === null
		? { kind: "flag", command }
		: { kind: "word", command, word };
}

/** The flag whose value comes next, if any, and how many words stood for themselves. */
function readWords(
	words: readonly string[],
	flags: Flags,
): { readonly flag: string | null; readonly place: number } {
	let flag: string | null = null;
	let place = 0;
	for (const word of words)
		if (word.startsWith("-")) flag = flagTaking(word, flags);
		else if (flag === null) place += 1;
		else if (!takesMany(flags[flag])) flag = null;
	return { flag, place };
}

/** The flag that was written, when a value follows it. */
function flagTaking(written: string, flags: Flags): string | null {
	const found = Object.entries(flags).find(([flag, options]) =>
		writingsOf(flag, options).includes(written),
	);
	return found === undefined || found[1].type === "boolean" ? null : found[0];
}

const takesMany = (options: Options | undefined): boolean =>
	options?.array === true && options.nargs === undefined;

/** The name of the word at a place; the last may be written again and again. */
function wordAt({ words }: Command, place: number): string | null {
	const names = Object.keys(words);
	const last = names.at(-1);
	const many = last !== undefined && words[last]?.array === true;
	return names[place] ?? (many ? last : null);
}
