/** Collector's side of deliveries: each block is handed over once, however often it comes. */

import { createHash } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { BlockOutcome, BlockResult } from "../experiment/block-result.ts";
import type { BatchPlan, Block } from "../experiment/plan.ts";
import { blockName, writeBlock } from "../storage/blocks/block-file.ts";
import { blockOfBytes } from "../storage/blocks/block-reader.ts";
import { writeFileAtomically } from "../storage/disk/atomic-write.ts";
import { standingAt } from "../storage/disk/disk.ts";
import { DeterminismError, StoppedError } from "../storage/errors.ts";
import { keysOf } from "./keys.ts";
import type { Reply } from "./reply.ts";
import { readShared, removeShared, sharedBlock } from "./share.ts";

/** Failures after which a block is lost. */
const ATTEMPTS = 3;
/** Looks for a file that a network disk may show late, and milliseconds between two looks. */
const LOOKS = 8;
const PAUSE = 250;

type Done = Extract<Reply, { kind: "done" }>;

/** A block whose outcome is awaited. */
export interface AwaitedBlock {
	readonly block: Block;
	readonly resolve: (outcome: BlockOutcome | null) => void;
	readonly reject: (error: unknown) => void;
	/** failures so far */
	failures: number;
	/** true when its job was gone at the last look */
	missing: boolean;
}

/** A batch as its collector sees it. */
export interface CollectedBatch {
	readonly redis: Redis;
	readonly batch: string;
	readonly plan: BatchPlan;
	readonly hash: string;
	/** results folder; it also keeps both results of a block when they differ */
	readonly folder: string;
	/** folder shared with workers, or null: results come through Redis */
	readonly share: string | null;
	readonly tell: (line: string) => void;
}

/**
 * Turns answers, which may come twice, late or never, into outcomes that are handed over
 * once. A second result of a block must have the SHA-256 of the first.
 */
export class Deliveries {
	readonly #collected: CollectedBatch;
	readonly #awaited = new Map<number, AwaitedBlock>();
	/** results seen, held weakly: one stays in memory only until it is on disk */
	readonly #known = new Map<
		number,
		{ readonly sha256: string; readonly result: WeakRef<BlockResult> }
	>();
	readonly #refusals = new Set<string>();
	/** error that ended the batch; null while it runs */
	stopped: unknown = null;

	constructor(collected: CollectedBatch) {
		this.#collected = collected;
	}

	get awaited(): readonly AwaitedBlock[] {
		return [...this.#awaited.values()];
	}

	awaitedAt(index: number): AwaitedBlock | null {
		return this.#awaited.get(index) ?? null;
	}

	/** Waits for the outcome of a block; null when it was given up. Rejects when the batch ends. */
	expect(block: Block): Promise<BlockOutcome | null> {
		if (this.stopped !== null) return Promise.reject(this.stopped);
		return new Promise((resolve, reject) => {
			const fresh = { block, resolve, reject, failures: 0, missing: false };
			this.#awaited.set(block.index, fresh);
		});
	}

	/** Hands an outcome to the one that awaits the block. */
	settle(index: number, outcome: BlockOutcome | null): void {
		this.#awaited.get(index)?.resolve(outcome);
		this.#awaited.delete(index);
	}

	/** Counts a failure of a block, which is lost after the last attempt. */
	fail(index: number, why: string, last = false): void {
		const awaited = this.#awaited.get(index);
		if (!awaited) return;
		awaited.failures = last ? ATTEMPTS : awaited.failures + 1;
		const isLost = awaited.failures >= ATTEMPTS;
		const fate = isLost ? "is lost" : "is asked for again";
		this.#collected.tell(`block ${index} ${fate}: ${why}`);
		if (isLost) this.settle(index, { block: awaited.block, lost: why });
	}

	/** Ends all waiting with an error. */
	stop(error: unknown): void {
		this.stopped ??= error;
		for (const { reject } of this.#awaited.values()) reject(this.stopped);
		this.#awaited.clear();
	}

	/** Takes the answer of a worker. */
	async take(reply: Reply): Promise<void> {
		switch (reply.kind) {
			case "done":
				return this.#takeResult(reply);
			case "lost":
				return this.fail(reply.index, reply.why, true);
			case "unusable":
				return this.stop(new Error(reply.why));
			case "refused":
				return this.#tellRefusal(reply);
		}
	}

	#tellRefusal({ worker, why }: Extract<Reply, { kind: "refused" }>): void {
		const line = `a worker (${worker}) refuses this batch: ${why}`;
		if (!this.#refusals.has(line)) this.#collected.tell(line);
		this.#refusals.add(line);
	}

	async #takeResult(reply: Done): Promise<void> {
		const { index, sha256 } = reply;
		const known = this.#known.get(index);
		if (known ? known.sha256 !== sha256 : this.#awaited.has(index))
			await this.#takeNew(reply);
		await this.#remove(reply);
	}

	async #takeNew(reply: Done): Promise<void> {
		const { plan, hash } = this.#collected;
		const { index, sha256 } = reply;
		const block = this.#awaited.get(index)?.block ?? this.#blockOf(index);
		try {
			const bytes = await this.#bytes(reply);
			const result = await blockOfBytes(plan, hash, block, bytes);
			if (this.#known.has(index)) return await this.#differ(index, bytes);
			this.#known.set(index, { sha256, result: new WeakRef(result) });
			this.settle(index, result);
		} catch (error) {
			if (error instanceof StoppedError) return this.stop(error);
			const why = error instanceof Error ? error.message : String(error);
			this.fail(index, `what ${reply.worker} sent cannot be used: ${why}`);
		}
	}

	#blockOf(index: number): Block {
		const { blockSize, replicates } = this.#collected.plan;
		const from = Math.max(replicates.from, index * blockSize);
		return { index, from, to: Math.min(replicates.to, from + blockSize) };
	}

	/** Reads the bytes of a block and checks them against the hash they were sent with. */
	async #bytes(reply: Done): Promise<Uint8Array> {
		const bytes =
			reply.where === "share"
				? await this.#sharedBytes(reply)
				: await this.#collected.redis.getBuffer(this.#key(reply));
		if (bytes === null) throw new RangeError("it is gone");
		if (createHash("sha256").update(bytes).digest("hex") !== reply.sha256)
			throw new RangeError("it is not what was sent");
		return bytes;
	}

	async #sharedBytes(reply: Done): Promise<Uint8Array | null> {
		const path = this.#path(reply);
		if (path === null)
			throw new StoppedError(
				`${reply.worker} leaves its blocks in a shared folder; name it here too, with --share`,
			);
		for (let look = 1; look < LOOKS; look++) {
			const bytes = await readShared(path);
			if (bytes) return bytes;
			await wait(PAUSE);
		}
		return readShared(path);
	}

	async #remove(reply: Done): Promise<void> {
		const path = this.#path(reply);
		if (reply.where === "redis")
			await this.#collected.redis.unlink(this.#key(reply));
		else if (path !== null) await removeShared(path);
	}

	#key({ index, sha256 }: Done): string {
		return keysOf(this.#collected.batch).block(index, sha256);
	}

	#path({ index, sha256 }: Done): string | null {
		const { share, batch } = this.#collected;
		return share === null ? null : sharedBlock(share, batch, index, sha256);
	}

	/** Keeps both results of a block, and ends the batch. */
	async #differ(index: number, bytes: Uint8Array): Promise<void> {
		const { folder, plan, hash } = this.#collected;
		const name = blockName({ index, from: 0, to: 0 });
		const again = name.replace(".parquet", "-again.parquet");
		await writeFileAtomically(join(folder, again), bytes);
		const first = this.#known.get(index)?.result.deref();
		if (first && (await standingAt(join(folder, name))) === "nothing")
			await writeBlock(folder, plan, hash, first);
		this.stop(new DeterminismError(`${name} and ${again} of ${folder} differ`));
	}
}
