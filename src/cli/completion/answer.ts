/** The words that may be written at the cursor, from the declarations of commands and flags. */

import { type Command, commandName } from "../line/command.ts";
import { COMMON_FLAGS } from "../line/common-flags.ts";
import { dashed, type Flag, type Flags } from "../line/flag.ts";
import { type Line, readLine } from "./line.ts";

/** A word that may be written at the cursor. */
export interface Answer {
	readonly word: string;
	/** meaning in a few words; empty for names */
	readonly meaning: string;
}

/** Flags of every command, and those that the parser brings. */
const COMMON: Flags = {
	...COMMON_FLAGS,
	help: { kind: "switch", describe: "tells more" },
	version: { kind: "switch", describe: "names the version" },
};

/**
 * The words that may be written at the cursor.
 *
 * @param words after the program's name, up to the word being written
 */
export async function answers(
	words: readonly string[],
	commands: readonly Command[],
): Promise<readonly Answer[]> {
	const line = readLine(words, commands, COMMON);
	const { current, before } = line;
	const found = await allAnswers(line, commands);
	return found
		.filter(({ word }) => word.startsWith(current) && word !== "")
		.map(({ word, meaning }) => ({ word: `${before}${word}`, meaning }));
}

async function allAnswers(
	{ wanted, current, out }: Line,
	commands: readonly Command[],
): Promise<readonly Answer[]> {
	switch (wanted.kind) {
		case "command":
			return current.startsWith("-")
				? flagAnswers(COMMON)
				: commands.map((one) => ({
						word: commandName(one),
						meaning: one.describe,
					}));
		case "flag":
			return flagAnswers({ ...wanted.command.flags, ...COMMON });
		case "value":
			return valueAnswers(wanted.flag, current, out);
	}
}

/** The usual way to write every flag. */
function flagAnswers(flags: Flags): readonly Answer[] {
	return Object.entries(flags).map(([name, { describe }]) => ({
		word: dashed(name),
		meaning: describe,
	}));
}

/** Looks up the values that a flag or word may have; none where any file or word will do. */
async function valueAnswers(
	{ known, offers, listed }: Flag,
	current: string,
	out: string,
): Promise<readonly Answer[]> {
	const values = (await (known?.() ?? offers?.(out))) ?? [];
	return behind(listed === true ? current : "", values);
}

/** Each value, behind those that the list already has. */
function behind(list: string, values: readonly string[]): readonly Answer[] {
	const head = list.slice(0, list.lastIndexOf(",") + 1);
	const had = head.split(",");
	return values
		.filter((value) => !had.includes(value))
		.map((value) => ({ word: `${head}${value}`, meaning: "" }));
}
