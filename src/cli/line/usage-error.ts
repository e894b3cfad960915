/** A command line that the parser refuses, told in one line that says what would do. */

import { CommandError } from "../../actions/refusal.ts";
import { didYouMean } from "../../scenario/nearest.ts";
import { safeText } from "../../words/safe-text.ts";
import { type Command, commandName } from "./command.ts";
import { COMMON_FLAGS } from "./common-flags.ts";
import { dashed, type Flags, writingsOf } from "./flag.ts";

const UNKNOWN = /^Unknown arguments?: (.*)$/;

/**
 * A command line that cannot be meant, in one line that says what would do.
 *
 * @param message what the parser found
 */
export function usageError(
	message: string,
	words: readonly string[],
	commands: readonly Command[],
): CommandError {
	const names = commands.map(commandName);
	const command = commands.find((one) => words.includes(commandName(one)));
	const unknown = UNKNOWN.exec(message)?.[1]?.split(", ")[0];
	if (command === undefined) return missing(words, names, message);
	return unknown === undefined
		? told(command, message)
		: unknownWord(unknown, words, command);
}

/** No word of the line is a command. */
function missing(
	words: readonly string[],
	names: readonly string[],
	message: string,
): CommandError {
	const word = words.find((one) => !one.startsWith("-"));
	return new CommandError(
		word === undefined
			? `${safeText(message)}: ${names.join(", ")}; \`stibium --help\` tells more`
			: `there is no command "${safeText(word)}"${didYouMean(word, names)}; there are ${names.join(", ")}`,
	);
}

function unknownWord(
	name: string,
	words: readonly string[],
	command: Command,
): CommandError {
	const written = words.includes(name) ? name : dashed(name);
	const flags = Object.entries({ ...command.flags, ...COMMON_FLAGS })
		.flatMap(([flag, declared]) => writingsOf(flag, declared))
		.filter((one) => one.startsWith("--"));
	const near = name.length > 1 ? didYouMean(written, flags) : "";
	return told(
		command,
		`${commandName(command)} knows no ${safeText(written)}${near}`,
	);
}

function told(command: Command, message: string): CommandError {
	const line = safeText(inOneLine(message, command));
	return new CommandError(
		`${line}; \`stibium ${commandName(command)} --help\` tells more`,
	);
}

/** The parser counts words that stand alone; people name them. */
function inOneLine(message: string, { usage, flags }: Command): string {
	return message
		.replace(
			/^Not enough non-option arguments: .*$/,
			`a word is missing: stibium ${usage}`,
		)
		.replace(
			/^Not enough arguments following: (.*)$/,
			(_, flag: string) => `${dashed(flag)} is written without a value`,
		)
		.replace(
			/^Arguments (\S+) and (\S+) are mutually exclusive$/,
			(_, one: string, other: string) => conflictOf(one, other, flags),
		)
		.replace(/^Missing required arguments?: .*\n/, "")
		.replace(/\s*\n\s*/g, "; ");
}

/** Reason why two flags exclude each other, as one of them declares it. */
function conflictOf(one: string, other: string, flags: Flags): string {
	return (
		flags[one]?.conflicts?.[other] ??
		`${dashed(one)} and ${dashed(other)} exclude each other; give one of them`
	);
}
