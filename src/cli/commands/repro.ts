/** `stibium repro <what>`: runs a figure or a results folder again and compares. */

import { OUT_FLAG, WORKERS_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { resultsNames } from "../line/known-words.ts";

export const repro = command({
	usage: "repro <what>",
	describe:
		"run a figure's batch or results again: identical, or what differs (exit 6)",
	words: {
		what: {
			describe:
				"an svg, png or pdf that stibium drew, a results folder, or latest",
			offers: resultsNames,
		},
	},
	flags: {
		workers: WORKERS_FLAG,
		out: {
			describe: "folder in which the new batch is kept; without it nothing is",
			read: OUT_FLAG.read,
		},
	},
	async run({ what: named, ...options }) {
		const { reproduce } = await import("../repro/repro.ts");
		return reproduce({ ...options, named, destination: OUT_FLAG.default });
	},
});
