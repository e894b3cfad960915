/** Batches that are alive in Redis, and removal of those that are not. */

import type { Redis } from "ioredis";
import { BATCHES, isBatchName, keysOf } from "./keys.ts";

/** Keys that one scan of Redis looks at. */
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

/** Lists the batches whose collector lives, and removes those of dead collectors. */
export async function liveBatches(redis: Redis): Promise<readonly string[]> {
	const named = (await redis.smembers(BATCHES)).filter(isBatchName).sort();
	const live: string[] = [];
	for (const batch of named)
		if (await isLive(redis, batch)) live.push(batch);
		else await sweep(redis, batch);
	return live;
}

/** True when the collector of a batch has shown a sign of life lately. */
export async function isLive(redis: Redis, batch: string): Promise<boolean> {
	return (await redis.exists(keysOf(batch).alive)) === 1;
}
