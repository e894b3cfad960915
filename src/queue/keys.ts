import { randomBytes } from "node:crypto";

/** Everything of ours in Redis begins with it; it is BullMQ's prefix too. */
export const PREFIX = "stibium";
/** Set of the batches that are open. */
export const BATCHES = `${PREFIX}:batches`;

const BATCH = /^[0-9a-f]{16}-[0-9a-f]{8}$/;

/** The name of a batch in Redis, which is its queue's: two of one plan do not meet. */
export function batchName(planHash: string): string {
	return `${planHash.slice(0, 16)}-${randomBytes(4).toString("hex")}`;
}

/** Whether a text that stood in Redis can be the name of a batch. */
export const isBatchName = (text: string): boolean => BATCH.test(text);

/** Keys of a batch beside those of its queue. */
export interface BatchKeys {
	/** what is to be computed: see plan-document.ts */
	readonly plan: string;
	/** there while its collector lives */
	readonly alive: string;
	/** list of what workers answer: see reply.ts */
	readonly replies: string;
	/** the bytes of a finished block until they are collected */
	readonly block: (index: number, sha256: string) => string;
	/** a job as BullMQ keeps it */
	readonly job: (index: number) => string;
	/** list of the jobs that nobody has begun */
	readonly waiting: string;
	/** patterns of all keys of the batch */
	readonly all: readonly string[];
}

export function keysOf(batch: string): BatchKeys {
	const own = (name: string) => `${PREFIX}:${batch}/${name}`;
	const queue = (name: string) => `${PREFIX}:${batch}:${name}`;
	return {
		plan: own("plan"),
		alive: own("alive"),
		replies: own("replies"),
		block: (index, sha256) => own(`${index}-${sha256}`),
		job: (index) => queue(jobName(index)),
		waiting: queue("wait"),
		all: [own("*"), queue("*")],
	};
}

/** The id of a block's job; BullMQ wants no bare number. */
export const jobName = (index: number): string => `b${index}`;

/** The block of a job's id; null when it names none. */
export function blockOfJob(job: string): number | null {
	return /^b\d{1,10}$/.test(job) ? Number(job.slice(1)) : null;
}
