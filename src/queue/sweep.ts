import type { Redis } from "ioredis";
import { BATCHES, isBatchName, keysOf } from "./keys.ts";

/** Keys looked at in one go. */
const PAGE = 1_000;

/** Removes every trace of a batch from Redis. */
export async function sweep(redis: Redis, batch: string): Promise<void> {
	await redis.srem(BATCHES, batch);
	for (const pattern of keysOf(batch).all) {
		let cursor = "0";
		do {
			const [next, keys] = await redis.scan(
				cursor,
				"MATCH",
				pattern,
				"COUNT",
				PAGE,
			);
			if (keys.length > 0) await redis.unlink(...keys);
			cursor = next;
		} while (cursor !== "0");
	}
}

/** Batches whose collector lives; those that were left behind by a dead one are swept away. */
export async function liveBatches(redis: Redis): Promise<readonly string[]> {
	const named = (await redis.smembers(BATCHES)).filter(isBatchName).sort();
	const live: string[] = [];
	for (const batch of named)
		if (await isLive(redis, batch)) live.push(batch);
		else await sweep(redis, batch);
	return live;
}

/** Whether the collector of a batch has been heard of lately. */
export async function isLive(redis: Redis, batch: string): Promise<boolean> {
	return (await redis.exists(keysOf(batch).alive)) === 1;
}
