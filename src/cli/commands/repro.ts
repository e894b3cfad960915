import { OUT_FLAG, WORKERS_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";
import { commonOptions, textOf } from "../line/raw-options.ts";

/** `stibium repro <what>`: runs a figure or a results folder again and compares. */
export const repro: Command = {
	usage: "repro <what>",
	describe:
		"run a figure's batch or results again: identical, or what differs (exit 6)",
	words: {
		what: {
			type: "string",
			describe:
				"an svg, png or pdf that stibium drew, a results folder, or latest",
		},
	},
	flags: {
		workers: WORKERS_FLAG,
		out: {
			type: "string",
			requiresArg: true,
			describe: "folder in which the new batch is kept; without it nothing is",
		},
	},
	async run(raw) {
		const { outOf, workersOf } = await import("../line/batch-options.ts");
		const { reproduce } = await import("../repro/repro.ts");
		return reproduce({
			...commonOptions(raw),
			named: textOf(raw, "what") ?? "",
			destination: OUT_FLAG.default,
			out: textOf(raw, "out") === null ? null : outOf(raw),
			workers: workersOf(textOf(raw, "workers")),
		});
	},
};
