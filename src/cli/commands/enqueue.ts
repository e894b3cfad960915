/** `stibium enqueue <scenario..>`: `run` or `compare`, computed by the workers of a queue. */

import { BATCH_FLAGS, ENOUGH_FLAGS, SHARD_FLAG } from "../line/batch-flags.ts";
import { command, SCENARIO } from "../line/command.ts";
import { QUEUE_FLAGS } from "../line/queue-flags.ts";

export const enqueue = command({
	usage: "enqueue <scenario..>",
	describe: "run a batch on many machines, by the workers of a queue",
	words: { scenario: { ...SCENARIO, kind: "many" } },
	flags: {
		...QUEUE_FLAGS,
		...BATCH_FLAGS,
		threshold: ENOUGH_FLAGS.threshold,
		...SHARD_FLAG,
		charts: { kind: "switch", describe: "draws the charts too" },
		compare: {
			kind: "switch",
			describe: "as `compare`: the first scenario is the base of the others",
		},
	},
	async run({ scenario: words, compare: comparing, charts, ...values }) {
		const { batchOptions } = await import("../line/batch-options.ts");
		const scenarios = await import("../../actions/scenarios/open-scenarios.ts");
		const { runBatchCommand } = await import("../batch/batch.ts");
		const { repeatLine } = await import("../line/repeat-line.ts");
		const { queueChoice } = await import("../line/queue-choice.ts");
		const { queueOpener } = await import("../queue/open-queue.ts");
		const options = batchOptions(values);
		const open = comparing ? scenarios.openComparison : scenarios.openScenarios;
		const opened = open(words, options.edits);
		const choice = queueChoice(values);
		const openRunner = options.dryRun ? null : await queueOpener(choice);
		return runBatchCommand({
			opened,
			comparing,
			options,
			charts: comparing || charts,
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
});
