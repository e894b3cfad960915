import { OUT_FLAG, WORKERS_FLAG } from "../batch-flags.ts";
import type { Command } from "../command.ts";
import { commonOptions, textOf } from "../raw-options.ts";

/** `stibium resume <results>`: goes on with a batch that was stopped or killed. */
export const resume: Command = {
	usage: "resume <results>",
	describe: "go on with a batch that was stopped or killed",
	words: {
		results: { type: "string", describe: "a results folder, or latest" },
	},
	flags: { workers: WORKERS_FLAG, out: OUT_FLAG },
	async run(raw) {
		const { outOf, workersOf } = await import("../batch-options.ts");
		const { resumeBatch } = await import("../resume-batch.ts");
		return resumeBatch({
			...commonOptions(raw),
			named: textOf(raw, "results") ?? "",
			destination: outOf(raw),
			workers: workersOf(textOf(raw, "workers")),
		});
	},
};
