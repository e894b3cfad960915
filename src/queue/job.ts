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

/** What a job says: which block of which plan. */
export type JobPayload = z.infer<typeof jobSchema>;

/** Whatever an unreadable or foreign job is refused with begins so. */
export const REFUSED = "refused:";

/**
 * The block that a job asks for, if it is one of the plan.
 *
 * @throws {RangeError} in words that begin with `REFUSED`
 */
export function blockOf(
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
