import { WORKERS_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";
import { REDIS_FLAG, SHARE_FLAG } from "../line/queue-flags.ts";
import { commonOptions, isOn, textOf } from "../line/raw-options.ts";

/** `stibium worker`: computes blocks for whoever enqueues them. */
export const worker: Command = {
	usage: "worker",
	describe: "compute for the batches of a queue, until Ctrl-C",
	words: {},
	flags: {
		redis: REDIS_FLAG,
		share: SHARE_FLAG,
		workers: WORKERS_FLAG,
		"until-empty": {
			type: "boolean",
			describe:
				"ends once no batch has been open for ten seconds, or none within a minute",
		},
	},
	async run(raw) {
		const { workersOf } = await import("../line/batch-options.ts");
		const { queueChoice } = await import("../line/queue-choice.ts");
		const { workForQueue } = await import("../queue/work-for-queue.ts");
		return workForQueue({
			...commonOptions(raw),
			...queueChoice(raw),
			threads: workersOf(textOf(raw, "workers")),
			untilEmpty: isOn(raw, "until-empty"),
		});
	},
};
