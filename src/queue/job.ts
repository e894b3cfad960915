/** Jobs of the queue: each names one block of one plan. */

import { z } from "zod";
import { type BatchPlan, type Block, blocksOf } from "../experiment/plan.ts";

const count = z.int().min(0);

const jobSchema = z.strictObject({
	/** hash of the plan */
	plan: z.string().regex(/^[0-9a-f]{64}$/),
	index: count,
	from: count,
	to: count,
});

/** Content of a job: a block, and the hash of its plan. */
export type JobPayload = z.infer<typeof jobSchema>;

/** Beginning of every message that refuses an unreadable or foreign job. */
export const REFUSED = "refused:";

/**
 * Reads the block that a job asks for.
 *
 * @throws {RangeError} when the plan has no such block; the message begins with `REFUSED`
 */
export function readJob(
	plan: BatchPlan,
	hash: string,
	payload: unknown,
): Block {
	const job = jobSchema.safeParse(payload);
	if (!job.success)
		throw new RangeError(`${REFUSED} the job is no block of a plan`);
	const { index, from, to } = job.data;
	const block = blocksOf(plan).find((one) => one.index === index);
	if (job.data.plan !== hash || block?.from !== from || block.to !== to)
		throw new RangeError(
			`${REFUSED} the job asks for block ${index}, replicates ${from} to ${to - 1}, which the plan does not have`,
		);
	return block;
}
