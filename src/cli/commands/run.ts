import {
	BATCH_FLAGS,
	ENOUGH_FLAGS,
	REPORT_FLAG,
	SHARD_FLAG,
} from "../batch-flags.ts";
import { type Command, SCENARIO_WORDS } from "../command.ts";
import { isOn, textsOf } from "../raw-options.ts";

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
		const { batchOptions } = await import("../batch-options.ts");
		const { openScenarios } = await import("../open-scenarios.ts");
		const { runBatchCommand } = await import("../batch.ts");
		const { repeatLine } = await import("../repeat-line.ts");
		const options = batchOptions(raw);
		const words = textsOf(raw, "scenario");
		return runBatchCommand({
			opened: openScenarios(words, options.edits),
			comparing: false,
			charts: isOn(raw, "charts"),
			repeat: (settled) => repeatLine("run", words, settled),
			options,
		});
	},
};
