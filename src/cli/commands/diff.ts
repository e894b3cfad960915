import { OUT_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";
import { commonOptions, textOf } from "../line/raw-options.ts";

const SUBJECT = "a scenario (name or path), or a results folder (or latest)";

/** `stibium diff <a> <b>`: what sets two scenarios, or two results folders, apart. */
export const diff: Command = {
	usage: "diff <a> <b>",
	describe: "say in words what sets two scenarios, or two results, apart",
	words: {
		a: { type: "string", describe: SUBJECT },
		b: { type: "string", describe: "the same, held against it" },
	},
	flags: { out: OUT_FLAG },
	async run(raw) {
		const { outOf } = await import("../line/batch-options.ts");
		const { tellDifference } = await import("../diff/diff.ts");
		return tellDifference({
			...commonOptions(raw),
			a: textOf(raw, "a") ?? "",
			b: textOf(raw, "b") ?? "",
			destination: outOf(raw),
		});
	},
};
