/** The program: a command line is parsed, its command is run, and the exit code is returned. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import yargs, { type Argv } from "yargs";
import { PACKAGE_ROOT } from "../storage/disk/package-root.ts";
import { COMMANDS } from "./commands/all.ts";
import type { Command } from "./line/command.ts";
import { COMMON_FLAGS } from "./line/common-flags.ts";
import { EXIT, type ExitCode } from "./line/exit-codes.ts";
import { parserOptions } from "./line/flag.ts";
import { print, say } from "./terminal/talk.ts";

/** Lines of help are short already; wrapping them takes a tenth of the start. */
const NO_WRAPPING = null;

/**
 * Reads a command line, does what it says, and returns the exit code. Nothing heavy is
 * loaded before the command is known.
 */
export async function runCli(words: readonly string[]): Promise<ExitCode> {
	try {
		const asked = await parse(words);
		if ("help" in asked) print(asked.help);
		else return await asked.command.run(asked.written);
		return EXIT.done;
	} catch (error) {
		const { exitOf } = await import("./line/failure.ts");
		const { code, line } = exitOf(error);
		say(line);
		return code;
	}
}

/** A command with what was written after it, or a text that was asked for. */
type Asked =
	| { readonly command: Command; readonly written: Record<string, unknown> }
	| { readonly help: string };

/** @throws {CommandError} when the words cannot be meant */
async function parse(words: readonly string[]): Promise<Asked> {
	let command: Command | undefined;
	let help = "";
	const parser = parserOf((chosen) => {
		command = chosen;
	});
	try {
		const written = await parser.parseAsync(
			[...words],
			{},
			(_error: unknown, _raw: unknown, text: string) => {
				help = text;
			},
		);
		if (command === undefined || help !== "") return { help };
		refuseRest(written._);
		return { command, written };
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		const { usageError } = await import("./line/usage-error.ts");
		throw usageError(error.message, words, COMMANDS);
	}
}

/** Words after `--` are for no command. */
function refuseRest(words: readonly (string | number)[]): void {
	const rest = words.slice(1);
	if (rest.length > 0) throw new Error(`Unknown arguments: ${rest.join(", ")}`);
}

function parserOf(choose: (command: Command) => void): Argv {
	const parser = yargs()
		.scriptName("stibium")
		.usage("$0 <command>\n\nThe antimony market under disruption, simulated.")
		.locale("en")
		.parserConfiguration({ "boolean-negation": false })
		.options(parserOptions(COMMON_FLAGS));
	for (const command of COMMANDS)
		parser.command(
			command.usage,
			command.describe,
			(own) => withWords(own, command),
			() => choose(command),
		);
	return parser
		.demandCommand(1, 1, "name a command", "there are too many words")
		.strict()
		.version(version())
		.epilogue("`stibium <command> --help` tells more of a command.")
		.wrap(NO_WRAPPING)
		.fail(false)
		.exitProcess(false);
}

function withWords(parser: Argv, { words, flags }: Command): Argv {
	for (const [word, options] of Object.entries(parserOptions(words)))
		parser.positional(word, options);
	return parser.options(parserOptions(flags));
}

/** The version in package.json, beside which this program stands. */
function version(): string {
	const file = join(PACKAGE_ROOT, "package.json");
	const found: unknown = JSON.parse(readFileSync(file, "utf8"));
	return typeof found === "object" && found !== null && "version" in found
		? String(found.version)
		: "";
}
