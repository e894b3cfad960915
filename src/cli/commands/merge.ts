import { OUT_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";
import { commonOptions, textsOf } from "../line/raw-options.ts";

/** `stibium merge <results..>`: joins the shards of a batch. */
export const merge: Command = {
	usage: "merge <results..>",
	describe: "join the shards of a batch into one results folder",
	words: {
		results: {
			type: "string",
			array: true,
			describe: "results folders of all its shards",
		},
	},
	flags: { out: OUT_FLAG },
	async run(raw) {
		const { outOf } = await import("../line/batch-options.ts");
		const { mergeShards } = await import("../batch/merge-shards.ts");
		return mergeShards({
			...commonOptions(raw),
			named: textsOf(raw, "results"),
			destination: outOf(raw),
		});
	},
};
