/** Worker's side of a delivery: sends a finished block, or why there is none, to the collector. */

import { createHash } from "node:crypto";
import { hostname } from "node:os";
import type { Redis } from "ioredis";
import { type BlockOutcome, isLost } from "../experiment/block-result.ts";
import type { BatchPlan } from "../experiment/plan.ts";
import { blockBytes } from "../storage/blocks/block-file.ts";
import { keysOf } from "./keys.ts";
import type { Reply } from "./reply.ts";
import { leaveShared, sharedBlock } from "./share.ts";
import { queueTimes } from "./times.ts";

/** Script that stores an answer unless the batch is over: a late one must leave no trace. */
const ANSWER = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
if ARGV[3] ~= '' then redis.call('SET', KEYS[3], ARGV[3], 'PX', ARGV[2]) end
redis.call('RPUSH', KEYS[2], ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return 1`;

/** Name of this worker in its answers. */
export const WORKER = `${hostname()}, process ${process.pid}`;

/** A batch as a worker sees it: name in Redis, plan, and the plan's hash. */
export interface ServedBatch {
	readonly batch: string;
	readonly plan: BatchPlan;
	readonly hash: string;
}

/** Sends the outcome of a block: its bytes go through Redis or through the shared folder. */
export async function deliver(
	redis: Redis,
	{ batch, plan, hash }: ServedBatch,
	outcome: BlockOutcome,
	share: string | null,
): Promise<void> {
	const { index } = outcome.block;
	if (isLost(outcome)) {
		const why = outcome.lost.slice(0, 10_000);
		return answer(redis, batch, { kind: "lost", index, worker: WORKER, why });
	}
	const bytes = await blockBytes(plan, hash, outcome);
	const sha256 = createHash("sha256").update(bytes).digest("hex");
	const where = share === null ? "redis" : "share";
	if (share !== null)
		await leaveShared(sharedBlock(share, batch, index, sha256), bytes);
	const reply: Reply = { kind: "done", index, worker: WORKER, sha256, where };
	await answer(redis, batch, reply, share === null ? bytes : null);
}

/** Puts an answer into the batch's list, with the bytes of a block where it has any. */
export async function answer(
	redis: Redis,
	batch: string,
	reply: Reply,
	bytes: Buffer | null = null,
): Promise<void> {
	const { plan, replies, block } = keysOf(batch);
	const kept = reply.kind === "done" ? block(reply.index, reply.sha256) : plan;
	await redis.eval(
		ANSWER,
		3,
		plan,
		replies,
		kept,
		JSON.stringify(reply),
		queueTimes().keep,
		bytes ?? "",
	);
}
