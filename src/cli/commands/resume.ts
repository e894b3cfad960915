/** `stibium resume <results>`: goes on with a batch that was stopped or killed. */

import type { ResumeRequest } from "../batch/resume-batch.ts";
import { OUT_FLAG, WORKERS_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import type { FlagValues } from "../line/flag.ts";
import { QUEUE_FLAGS } from "../line/queue-flags.ts";
import { RESULTS } from "../line/replicate-flags.ts";

export const resume = command({
	usage: "resume <results>",
	describe: "go on with a batch that was stopped or killed",
	words: { results: RESULTS },
	flags: {
		workers: WORKERS_FLAG,
		out: OUT_FLAG,
		...QUEUE_FLAGS,
		redis: {
			describe: "redis://host:port: the workers there compute, as for enqueue",
		},
	},
	async run({ results: named, out: destination, redis, share, ...options }) {
		const { resumeBatch } = await import("../batch/resume-batch.ts");
		const queue =
			redis === null ? null : await openQueueChoice({ redis, share });
		return resumeBatch({
			...options,
			named,
			destination,
			through: null,
			...queue,
		});
	},
});

/** Whoever computes when the command line names a queue. */
async function openQueueChoice(
	named: FlagValues<typeof QUEUE_FLAGS>,
): Promise<Pick<ResumeRequest, "openRunner" | "through">> {
	const { queueChoice } = await import("../line/queue-choice.ts");
	const { queueOpener } = await import("../queue/open-queue.ts");
	const choice = queueChoice(named);
	const openRunner = await queueOpener(choice);
	return { openRunner, through: choice.address.shown };
}
