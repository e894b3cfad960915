/** `stibium compare <base> <other..>`: paired differences of others against a base. */

import {
	BATCH_FLAGS,
	ENOUGH_FLAGS,
	REPORT_FLAG,
	SHARD_FLAG,
} from "../line/batch-flags.ts";
import { command, SCENARIO } from "../line/command.ts";

export const compare = command({
	usage: "compare <base> <other..>",
	describe: "compare scenarios with a base, replicate by replicate, and draw",
	words: { base: SCENARIO, other: { ...SCENARIO, kind: "many" } },
	flags: { ...BATCH_FLAGS, ...ENOUGH_FLAGS, ...SHARD_FLAG, ...REPORT_FLAG },
	async run({ base, other, ...values }) {
		const { batchOptions } = await import("../line/batch-options.ts");
		const { openComparison } = await import(
			"../../actions/scenarios/open-scenarios.ts"
		);
		const { runBatchCommand } = await import("../batch/batch.ts");
		const { repeatLine } = await import("../line/repeat-line.ts");
		const options = batchOptions(values);
		const words = [base, ...other];
		return runBatchCommand({
			opened: openComparison(words, options.edits),
			comparing: true,
			charts: true,
			repeat: (replicates) =>
				repeatLine("compare", words, { ...options, replicates }),
			options,
		});
	},
});
