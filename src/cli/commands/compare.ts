import {
	BATCH_FLAGS,
	ENOUGH_FLAGS,
	REPORT_FLAG,
	SHARD_FLAG,
} from "../line/batch-flags.ts";
import { type Command, SCENARIO_WORDS } from "../line/command.ts";
import { textsOf } from "../line/raw-options.ts";

/** `stibium compare <base> <other..>`: paired differences of others against a base. */
export const compare: Command = {
	usage: "compare <base> <other..>",
	describe: "compare scenarios with a base, replicate by replicate, and draw",
	words: {
		base: { type: "string", describe: SCENARIO_WORDS.describe },
		other: SCENARIO_WORDS,
	},
	flags: { ...BATCH_FLAGS, ...ENOUGH_FLAGS, ...SHARD_FLAG, ...REPORT_FLAG },
	async run(raw) {
		const { batchOptions } = await import("../line/batch-options.ts");
		const { openComparison } = await import(
			"../../actions/scenarios/open-scenarios.ts"
		);
		const { runBatchCommand } = await import("../batch/batch.ts");
		const { repeatLine } = await import("../line/repeat-line.ts");
		const options = batchOptions(raw);
		const words = [...textsOf(raw, "base"), ...textsOf(raw, "other")];
		return runBatchCommand({
			opened: openComparison(words, options.edits),
			comparing: true,
			charts: true,
			repeat: (replicates) =>
				repeatLine("compare", words, { ...options, replicates }),
			options,
		});
	},
};
