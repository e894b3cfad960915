/** `stibium merge <results..>`: joins the shards of a batch. */

import { OUT_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { resultsNames } from "../line/known-words.ts";

export const merge = command({
	usage: "merge <results..>",
	describe: "join the shards of a batch into one results folder",
	words: {
		results: {
			kind: "many",
			describe: "results folders of all its shards",
			offers: resultsNames,
		},
	},
	flags: { out: OUT_FLAG },
	async run({ results: named, out: destination, ...common }) {
		const { mergeShards } = await import("../batch/merge-shards.ts");
		return mergeShards({ ...common, named, destination });
	},
});
