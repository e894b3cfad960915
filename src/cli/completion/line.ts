/** A command line up to the cursor, read for completion. */

import { type Command, commandName } from "../line/command.ts";
import { type Flag, type Flags, writingsOf } from "../line/flag.ts";

/** Kind of word that may stand at the cursor: a command, a flag, or the value of a flag. */
export type Wanted =
	| { readonly kind: "command" }
	| { readonly kind: "flag"; readonly command: Command }
	| { readonly kind: "value"; readonly flag: Flag };

/** A command line up to the cursor. */
export interface Line {
	readonly wanted: Wanted;
	/** the word being written */
	readonly current: string;
	/** text before it in the same word, as in `--seed=4` */
	readonly before: string;
	/** the folder of results that `--out` names on this line */
	readonly out: string;
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
		current,
		before: assigned?.[1] ?? "",
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
	const asked = flag ?? wordAt(command, place);
	return asked === null
		? { kind: "flag", command }
		: { kind: "value", flag: asked };
}

/** The flag whose value comes next, if any, and how many words stood for themselves. */
function readWords(
	words: readonly string[],
	flags: Flags,
): { readonly flag: Flag | null; readonly place: number } {
	let flag: Flag | null = null;
	let place = 0;
	for (const word of words)
		if (word.startsWith("-")) flag = flagTaking(word, flags);
		else if (flag === null) place += 1;
		else if (flag.kind !== "many") flag = null;
	return { flag, place };
}

/** The flag that was written, when a value follows it. */
function flagTaking(written: string, flags: Flags): Flag | null {
	const [, flag = null] =
		Object.entries(flags).find(([name, one]) =>
			writingsOf(name, one).includes(written),
		) ?? [];
	return flag?.kind === "switch" ? null : flag;
}

/** The word at a place; the last may be written again and again. */
function wordAt({ words }: Command, place: number): Flag | null {
	const all = Object.values(words);
	const last = all.at(-1);
	return all[place] ?? (last?.kind === "many" ? last : null);
}
