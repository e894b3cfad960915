import { BATCH_FLAGS, ENOUGH_FLAGS, SHARD_FLAG } from "../line/batch-flags.ts";
import { type Command, SCENARIO_WORDS } from "../line/command.ts";
import { REDIS_FLAG, SHARE_FLAG } from "../line/queue-flags.ts";
import { isOn, textsOf } from "../line/raw-options.ts";

/** `stibium enqueue <scenario..>`: `run` or `compare`, computed by the workers of a queue. */
export const enqueue: Command = {
	usage: "enqueue <scenario..>",
	describe: "run a batch on many machines, by the workers of a queue",
	words: { scenario: SCENARIO_WORDS },
	flags: {
		redis: REDIS_FLAG,
		share: SHARE_FLAG,
		...BATCH_FLAGS,
		threshold: ENOUGH_FLAGS.threshold,
		...SHARD_FLAG,
		charts: { type: "boolean", describe: "draws the charts too" },
		compare: {
			type: "boolean",
			describe: "as `compare`: the first scenario is the base of the others",
		},
	},
	async run(raw) {
		const { batchOptions } = await import("../line/batch-options.ts");
		const scenarios = await import("../../actions/scenarios/open-scenarios.ts");
		const { runBatchCommand } = await import("../batch/batch.ts");
		const { repeatLine } = await import("../line/repeat-line.ts");
		const { queueChoice } = await import("../line/queue-choice.ts");
		const { queueOpener } = await import("../queue/open-queue.ts");
		const options = batchOptions(raw);
		const words = textsOf(raw, "scenario");
		const comparing = isOn(raw, "compare");
		const open = comparing ? scenarios.openComparison : scenarios.openScenarios;
		const opened = open(words, options.edits);
		const choice = queueChoice(raw);
		const openRunner = options.dryRun ? null : await queueOpener(choice);
		return runBatchCommand({
			...{ opened, comparing, options },
			charts: comparing || isOn(raw, "charts"),
			// the numbers are those of the same batch on one machine
			repeat: (replicates) =>
				repeatLine(comparing ? "compare" : "run", words, {
					...options,
					replicates,
				}),
			through: choice.address.shown,
			...(openRunner && { openRunner }),
		});
	},
};
