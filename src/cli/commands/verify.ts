import { OUT_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";
import { commonOptions, textOf } from "../line/raw-options.ts";

/** `stibium verify <results>`: whether every file of a results folder is as it was written. */
export const verify: Command = {
	usage: "verify <results>",
	describe: "say whether every file of a results folder is as it was written",
	words: {
		results: { type: "string", describe: "a results folder, or latest" },
	},
	flags: { out: OUT_FLAG },
	async run(raw) {
		const { outOf } = await import("../line/batch-options.ts");
		const { verifyFolder } = await import("../repro/verify-folder.ts");
		return verifyFolder(
			textOf(raw, "results") ?? "",
			outOf(raw),
			commonOptions(raw),
		);
	},
};
