/** Names of everything that a batch keeps in Redis. */

import { randomBytes } from "node:crypto";

/** Beginning of every key of this program in Redis, BullMQ's included. */
export const PREFIX = "stibium";
/** Set of the batches that are open. */
export const BATCHES = `${PREFIX}:batches`;

const BATCH = /^[0-9a-f]{16}-[0-9a-f]{8}$/;

/** Makes a name for a batch and its queue in Redis; two batches of one plan differ in it. */
export function batchName(planHash: string): string {
	return `${planHash.slice(0, 16)}-${randomBytes(4).toString("hex")}`;
}

/** True when a text from Redis can be the name of a batch. */
export const isBatchName = (text: string): boolean => BATCH.test(text);

/** Keys of one batch. */
export interface BatchKeys {
	/** the plan: see plan-document.ts */
	readonly plan: string;
	/** exists while the collector lives */
	readonly alive: string;
	/** list of the workers' answers: see reply.ts */
	readonly replies: string;
	/** the bytes of a finished block until they are collected */
	readonly block: (index: number, sha256: string) => string;
	/** a job as BullMQ keeps it */
	readonly job: (index: number) => string;
	/** list of the jobs that no worker has begun */
	readonly waiting: string;
	/** patterns of all keys of the batch */
	readonly all: readonly string[];
}

/** Keys of a batch, by its name. */
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

/** Id of a block's job; BullMQ accepts no bare number. */
export const jobName = (index: number): string => `b${index}`;

/** Index of the block in a job's id; null when the id names none. */
export function blockOfJob(job: string): number | null {
	return /^b\d{1,10}$/.test(job) ? Number(job.slice(1)) : null;
}
