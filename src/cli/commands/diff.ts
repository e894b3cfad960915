/** `stibium diff <a> <b>`: how two scenarios, or two results folders, differ. */

import { OUT_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { subjectNames } from "../line/known-words.ts";

export const diff = command({
	usage: "diff <a> <b>",
	describe: "say in words what sets two scenarios, or two results, apart",
	words: {
		a: {
			describe: "a scenario (name or path), or a results folder (or latest)",
			offers: subjectNames,
		},
		b: { describe: "the same, held against it", offers: subjectNames },
	},
	flags: { out: OUT_FLAG },
	async run(options) {
		const { tellDifference } = await import("../diff/diff.ts");
		return tellDifference({ ...options, destination: options.out });
	},
});
