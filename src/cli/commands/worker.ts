/** `stibium worker`: computes blocks for whoever enqueues them. */

import { WORKERS_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { QUEUE_FLAGS } from "../line/queue-flags.ts";

export const worker = command({
	usage: "worker",
	describe: "compute for the batches of a queue, until Ctrl-C",
	flags: {
		...QUEUE_FLAGS,
		workers: WORKERS_FLAG,
		untilEmpty: {
			kind: "switch",
			describe:
				"ends once no batch has been open for ten seconds, or none within a minute",
		},
	},
	async run({ workers: threads, ...options }) {
		const { queueChoice } = await import("../line/queue-choice.ts");
		const { workForQueue } = await import("../queue/work-for-queue.ts");
		return workForQueue({ ...options, ...queueChoice(options), threads });
	},
});
