import { OUT_FLAG } from "../batch-flags.ts";
import type { Command } from "../command.ts";
import { commonOptions, textsOf } from "../raw-options.ts";

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
		const { outOf } = await import("../batch-options.ts");
		const { mergeShards } = await import("../merge-shards.ts");
		return mergeShards({
			...commonOptions(raw),
			named: textsOf(raw, "results"),
			destination: outOf(raw),
		});
	},
};
