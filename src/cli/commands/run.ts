import {
	BATCH_FLAGS,
	ENOUGH_FLAGS,
	REPORT_FLAG,
	SHARD_FLAG,
} from "../line/batch-flags.ts";
import { type Command, SCENARIO_WORDS } from "../line/command.ts";
import { isOn, textsOf } from "../line/raw-options.ts";

/** `stibium run <scenario..>`: a batch of scenarios, each for itself. */
export const run: Command = {
	usage: "run <scenario..>",
	describe: "run a batch of scenarios, each for itself",
	words: { scenario: SCENARIO_WORDS },
	flags: {
		...BATCH_FLAGS,
		...ENOUGH_FLAGS,
		...SHARD_FLAG,
		...REPORT_FLAG,
		charts: { type: "boolean", describe: "draws the charts too" },
	},
	async run(raw) {
		const { batchOptions } = await import("../line/batch-options.ts");
		const { openScenarios } = await import(
			"../../actions/scenarios/open-scenarios.ts"
		);
		const { runBatchCommand } = await import("../batch/batch.ts");
		const { repeatLine } = await import("../line/repeat-line.ts");
		const options = batchOptions(raw);
		const words = textsOf(raw, "scenario");
		return runBatchCommand({
			opened: openScenarios(words, options.edits),
			comparing: false,
			charts: isOn(raw, "charts"),
			repeat: (replicates) =>
				repeatLine("run", words, { ...options, replicates }),
			options,
		});
	},
};
