/** `stibium verify <results>`: the files of a results folder held against what was written. */

import { OUT_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { RESULTS } from "../line/replicate-flags.ts";

export const verify = command({
	usage: "verify <results>",
	describe: "say whether every file of a results folder is as it was written",
	words: { results: RESULTS },
	flags: { out: OUT_FLAG },
	async run(options) {
		const { verifyFolder } = await import("../repro/verify-folder.ts");
		return verifyFolder(options.results, options.out, options);
	},
});
