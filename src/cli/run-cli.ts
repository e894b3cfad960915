import { readFileSync } from "node:fs";
import yargs from "yargs";
import { batchFlags, type RawOptions } from "./batch-options.ts";
import { CommandError, EXIT, type ExitCode } from "./exit-codes.ts";
import { say } from "./talk.ts";
import { safeText } from "./terminal-text.ts";

type Command = (raw: RawOptions) => Promise<ExitCode>;

/** Exit codes of errors that storage raises, by their kind. */
const STORAGE_EXITS: Readonly<Record<string, ExitCode>> = {
	stopped: EXIT.stopped,
	corrupt: EXIT.corrupt,
	missing: EXIT.usage,
	incomplete: EXIT.usage,
	mismatch: EXIT.usage,
	unusable: EXIT.usage,
};

function version(): string {
	const file = new URL("../../package.json", import.meta.url);
	return (JSON.parse(readFileSync(file, "utf8")) as { version: string })
		.version;
}

/** The exit code of an error, and its line; a bug shows its stack. */
function endOf(error: unknown): ExitCode {
	if (error instanceof CommandError) {
		say(error.message);
		return error.exitCode;
	}
	const { kind, message, stack } = error as Error & { kind?: string };
	const known = kind === undefined ? undefined : STORAGE_EXITS[kind];
	say(
		known === undefined
			? `this is a bug of stibium: ${stack ?? message}`
			: safeText(message),
	);
	return known ?? EXIT.bug;
}

/**
 * Parses a command line, loads the one command it names, runs it.
 * Nothing heavy is loaded before the command is known.
 */
export async function runCli(words: readonly string[]): Promise<ExitCode> {
	let exit: ExitCode = EXIT.done;
	const does =
		(load: () => Promise<Command>) =>
		async (raw: RawOptions): Promise<void> => {
			if (raw["color"] === false) process.env["NO_COLOR"] = "1";
			exit = await (await load())(raw);
		};
	const parser = yargs([...words])
		.scriptName("stibium")
		.usage("$0 <command>\n\nThe antimony market under disruption, simulated.")
		.option("json", {
			type: "boolean",
			default: false,
			describe: "one JSON object on standard output",
		})
		.option("quiet", {
			alias: "q",
			type: "boolean",
			default: false,
			describe: "no talk",
		})
		.option("color", {
			type: "boolean",
			default: true,
			describe: "colours; --no-color and NO_COLOR switch them off",
		})
		.command(
			"run <scenario..>",
			"run a batch",
			(command) =>
				batchFlags(
					command
						.positional("scenario", {
							type: "string",
							array: true,
							describe: "name or path",
						})
						.option("charts", {
							type: "boolean",
							default: false,
							describe: "draw the charts too",
						}),
				),
			does(async () => (await import("./commands/run.ts")).run),
		)
		.command(
			"compare <base> <other..>",
			"paired differences of scenarios, with charts",
			(command) =>
				batchFlags(
					command
						.positional("base", {
							type: "string",
							describe: "name or path of the base",
						})
						.positional("other", {
							type: "string",
							array: true,
							describe: "names or paths of the others",
						}),
				),
			does(async () => (await import("./commands/compare.ts")).compare),
		)
		.command(
			"chart <results> [kind..]",
			"draw a results folder: fan raincloud exceedance difference history",
			(command) =>
				command
					.positional("results", {
						type: "string",
						describe: "folder, or latest",
					})
					.positional("kind", {
						type: "string",
						array: true,
						default: [] as string[],
						describe: "kinds of chart",
					})
					.option("format", {
						type: "string",
						describe: "svg,png,pdf,csv,vl.json",
					})
					.option("series", {
						type: "string",
						describe: "monthly series of the fan",
					})
					.option("metric", {
						type: "string",
						describe: "metric of raincloud and exceedance",
					})
					.option("out", {
						type: "string",
						default: "results",
						describe: "folder of all results",
					}),
			does(async () => (await import("./commands/chart.ts")).chart),
		)
		.command(
			"check <scenario..>",
			"read scenarios and say what is wrong",
			(command) =>
				command
					.positional("scenario", {
						type: "string",
						array: true,
						describe: "name or path",
					})
					.option("set", {
						type: "string",
						array: true,
						default: [] as string[],
						requiresArg: true,
						describe: "changes a scenario, path=value",
					}),
			does(async () => (await import("./commands/check.ts")).check),
		)
		.command(
			"list",
			"name the scenarios",
			{},
			does(async () => (await import("./commands/list.ts")).list),
		)
		.command(
			"schema",
			"print the JSON Schema of scenario files",
			{},
			does(async () => (await import("./commands/schema.ts")).schema),
		)
		.demandCommand(1, 1, "name a command", "one command at a time")
		.recommendCommands()
		.strict()
		.version(version())
		.help()
		.wrap(Math.min(100, process.stdout.columns ?? 100))
		.exitProcess(false)
		.fail((message: string | null, error: Error | undefined) => {
			throw (
				error ??
				new CommandError(
					`${safeText(message ?? "")}; \`stibium --help\` lists commands and flags`,
				)
			);
		});
	try {
		await parser.parseAsync();
		return exit;
	} catch (error) {
		return endOf(error);
	}
}
