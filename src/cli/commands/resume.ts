import type { ResumeRequest } from "../batch/resume-batch.ts";
import { OUT_FLAG, WORKERS_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";
import { REDIS_FLAG, SHARE_FLAG } from "../line/queue-flags.ts";
import { commonOptions, type RawOptions, textOf } from "../line/raw-options.ts";

/** `stibium resume <results>`: goes on with a batch that was stopped or killed. */
export const resume: Command = {
	usage: "resume <results>",
	describe: "go on with a batch that was stopped or killed",
	words: {
		results: { type: "string", describe: "a results folder, or latest" },
	},
	flags: {
		workers: WORKERS_FLAG,
		out: OUT_FLAG,
		redis: {
			...REDIS_FLAG,
			describe: "redis://host:port: the workers there compute, as for enqueue",
		},
		share: SHARE_FLAG,
	},
	async run(raw) {
		const { outOf, workersOf } = await import("../line/batch-options.ts");
		const { resumeBatch } = await import("../batch/resume-batch.ts");
		const queue = textOf(raw, "redis") === null ? null : await queueOf(raw);
		return resumeBatch({
			...commonOptions(raw),
			through: null,
			...queue,
			named: textOf(raw, "results") ?? "",
			destination: outOf(raw),
			workers: workersOf(textOf(raw, "workers")),
		});
	},
};

/** Whoever computes when the command line names a queue. */
async function queueOf(
	raw: RawOptions,
): Promise<Pick<ResumeRequest, "openRunner" | "through">> {
	const { queueChoice } = await import("../line/queue-choice.ts");
	const { queueOpener } = await import("../queue/open-queue.ts");
	const choice = queueChoice(raw);
	const openRunner = await queueOpener(choice);
	return { openRunner, through: choice.address.shown };
}
