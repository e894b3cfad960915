import { type Command, commandName } from "../line/command.ts";
import { dashed } from "../line/raw-options.ts";
import { type Flags, type Line, readLine, writingsOf } from "./line.ts";
import { type Offer, valuesOf, wordsFor } from "./offers.ts";

/** A word that may be written at the cursor. */
export interface Answer {
	readonly word: string;
	/** what it is; empty for names */
	readonly meaning: string;
}

/** Flags that the parser brings. */
const PARSER_FLAGS: Flags = {
	help: { type: "boolean", describe: "tells more" },
	version: { type: "boolean", describe: "names the version" },
};

/**
 * The words that may be written at the cursor.
 *
 * @param words after the program's name, up to the word being written
 */
export async function answers(
	words: readonly string[],
	commands: readonly Command[],
	common: Flags,
): Promise<readonly Answer[]> {
	const flags = { ...common, ...PARSER_FLAGS };
	const line = readLine(words, commands, flags);
	const { current, before } = line;
	const found = await allAnswers(line, commands, flags);
	return found
		.filter(({ word }) => word.startsWith(current) && word !== "")
		.map(({ word, meaning }) => ({ word: `${before}${word}`, meaning }));
}

async function allAnswers(
	{ wanted, current, out }: Line,
	commands: readonly Command[],
	common: Flags,
): Promise<readonly Answer[]> {
	switch (wanted.kind) {
		case "command":
			return current.startsWith("-")
				? flagAnswers(common)
				: commands.map((one) => ({
						word: commandName(one),
						meaning: one.describe,
					}));
		case "flag":
			return flagAnswers({ ...wanted.command.flags, ...common });
		case "value":
			return offered(await valuesOf(wanted.flag), current);
		case "word":
			return offered(await wordsFor(wanted.word, out), current);
	}
}

/** The long way to write every flag; `-n` has no other that people know. */
function flagAnswers(flags: Flags): readonly Answer[] {
	return Object.entries(flags).flatMap(([flag, options]) => {
		const meaning = String(options.describe ?? "");
		const words = flag === "n" ? [dashed(flag)] : writingsOf(flag, options);
		return words
			.filter((word) => word === "-n" || word.startsWith("--"))
			.map((word) => ({ word, meaning }));
	});
}

/** Each value, behind those that the list already has. */
function offered(offer: Offer | null, current: string): readonly Answer[] {
	if (offer === null) return [];
	const { values, listed } = offer;
	const comma = listed ? current.lastIndexOf(",") + 1 : 0;
	const head = current.slice(0, comma);
	const had = head.split(",");
	return values
		.filter((value) => !had.includes(value))
		.map((value) => ({ word: `${head}${value}`, meaning: "" }));
}
