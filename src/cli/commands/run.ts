/** `stibium run <scenario..>`: a batch of scenarios, each for itself. */

import {
	BATCH_FLAGS,
	ENOUGH_FLAGS,
	REPORT_FLAG,
	SHARD_FLAG,
} from "../line/batch-flags.ts";
import { command, SCENARIO } from "../line/command.ts";

export const run = command({
	usage: "run <scenario..>",
	describe: "run a batch of scenarios, each for itself",
	words: { scenario: { ...SCENARIO, kind: "many" } },
	flags: {
		...BATCH_FLAGS,
		...ENOUGH_FLAGS,
		...SHARD_FLAG,
		...REPORT_FLAG,
		charts: { kind: "switch", describe: "draws the charts too" },
	},
	async run({ scenario: words, charts, ...values }) {
		const { batchOptions } = await import("../line/batch-options.ts");
		const { openScenarios } = await import(
			"../../actions/scenarios/open-scenarios.ts"
		);
		const { runBatchCommand } = await import("../batch/batch.ts");
		const { repeatLine } = await import("../line/repeat-line.ts");
		const options = batchOptions(values);
		return runBatchCommand({
			opened: openScenarios(words, options.edits),
			comparing: false,
			charts,
			repeat: (replicates) =>
				repeatLine("run", words, { ...options, replicates }),
			options,
		});
	},
});
