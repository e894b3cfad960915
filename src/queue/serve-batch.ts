/** Worker's share in one batch: takes jobs, computes their blocks and delivers them. */

import { setTimeout as wait } from "node:timers/promises";
import { type Job, UnrecoverableError, WaitingError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { BlockOutcome } from "../experiment/block-result.ts";
import type { BatchPlan, Block } from "../experiment/plan.ts";
import type { BlockRunner } from "../experiment/run-batch.ts";
import { StoppedError } from "../storage/errors.ts";
import { answer, deliver, type ServedBatch, WORKER } from "./deliver.ts";
import { readJob } from "./job.ts";
import { PREFIX } from "./keys.ts";
import { redisFault } from "./redis-words.ts";
import { isLive, sweep } from "./sweep.ts";
import { queueTimes } from "./times.ts";
import { within } from "./within.ts";

/** Times that a job may stall and go to another worker; the third time it fails. */
const STALLS = 2;

/** Milliseconds that Redis may take while a worker leaves. */
const LEAVE = 2_000;

/** Options of a worker in one batch. */
export interface BatchOptions {
	readonly share: string | null;
	readonly openRunner: (plan: BatchPlan) => BlockRunner;
	readonly signal: AbortSignal;
	readonly tell: (line: string) => void;
	/** asked now and then; true ends the service */
	readonly isOver: () => Promise<boolean>;
}

/**
 * Computes blocks of one batch until it is over or the signal fires.
 *
 * @returns blocks done
 * @throws {StoppedError} when results cannot be delivered
 */
export async function serveBatch(
	redis: Redis,
	served: ServedBatch,
	options: BatchOptions,
): Promise<number> {
	const server = new BatchServer(redis, served, options);
	return server.serve();
}

class BatchServer {
	readonly #redis: Redis;
	readonly #served: ServedBatch;
	readonly #options: BatchOptions;
	readonly #times = queueTimes();
	readonly #runner: BlockRunner;
	/** fires when blocks are to be given up */
	readonly #stop = new AbortController();
	#done = 0;
	#fault: unknown = null;

	constructor(redis: Redis, served: ServedBatch, options: BatchOptions) {
		this.#redis = redis;
		this.#served = served;
		this.#options = options;
		this.#runner = options.openRunner(served.plan);
	}

	async serve(): Promise<number> {
		const { lock, stalled, look } = this.#times;
		const worker = new Worker(
			this.#served.batch,
			(job, token) => this.#work(job, token),
			{
				connection: this.#redis,
				prefix: PREFIX,
				skipVersionCheck: true,
				concurrency: this.#runner.width,
				lockDuration: lock,
				stalledInterval: stalled,
				maxStalledCount: STALLS,
				runRetryDelay: look,
				drainDelay: 1,
			},
		);
		// trouble with Redis shows in `isOver` and in deliveries
		worker.on("error", () => {});
		try {
			await this.#wait();
		} finally {
			await this.#end(worker);
		}
		if (this.#fault !== null) throw this.#fault;
		return this.#done;
	}

	/** Waits until the batch is over or work must stop. */
	async #wait(): Promise<void> {
		const { signal, isOver } = this.#options;
		while (!signal.aborted && this.#fault === null) {
			if (await isOver()) return;
			await wait(this.#times.look, null, { signal }).catch(() => {});
		}
	}

	/** Ends the service: blocks of a dead batch are dropped, others finished or given back. */
	async #end(worker: Worker): Promise<void> {
		const isWanted = await within(LEAVE, this.#isLive()).catch(() => false);
		if (!isWanted || this.#options.signal.aborted || this.#fault !== null)
			this.#stop.abort();
		if (!isWanted) await this.#runner.close();
		await within(isWanted ? this.#times.lock : LEAVE, worker.close(!isWanted))
			// whoever takes the job over finds its lock run out
			.catch(() => {});
		await this.#runner.close();
		if (!isWanted && this.#redis.status === "ready")
			await sweep(this.#redis, this.#served.batch);
	}

	async #isLive(): Promise<boolean> {
		return isLive(this.#redis, this.#served.batch);
	}

	/** Computes the block of a job and sends it; gives the job back when it must stop. */
	async #work(job: Job, token = ""): Promise<void> {
		const block = this.#blockOf(job);
		const outcome = await this.#compute(block);
		if (outcome === null) await this.#giveBack(job, token);
		else await this.#deliver(outcome);
		this.#done++;
	}

	#blockOf(job: Job): Block {
		const { plan, hash, batch } = this.#served;
		try {
			return readJob(plan, hash, job.data);
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			this.#options.tell(`batch ${batch}: ${why}`);
			throw new UnrecoverableError(why);
		}
	}

	async #compute(block: Block): Promise<BlockOutcome | null> {
		try {
			return await this.#runner.run(block, this.#stop.signal);
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			await answer(this.#redis, this.#served.batch, {
				kind: "unusable",
				worker: WORKER,
				why: why.slice(0, 10_000),
			});
			throw new UnrecoverableError(why);
		}
	}

	/** Puts a job back. @throws {WaitingError} always, by which BullMQ lets the job wait */
	async #giveBack(job: Job, token: string): Promise<never> {
		await job.moveToWait(token).catch(() => {});
		throw new WaitingError();
	}

	/** Sends a result, for a while again and again to a Redis that is full or away. */
	async #deliver(outcome: BlockOutcome): Promise<void> {
		const end = performance.now() + this.#times.outage;
		for (;;)
			try {
				return await deliver(
					this.#redis,
					this.#served,
					outcome,
					this.#options.share,
				);
			} catch (error) {
				if (error instanceof StoppedError || performance.now() > end)
					throw this.#fail(error);
				await wait(this.#times.look);
			}
	}

	#fail(error: unknown): unknown {
		this.#fault ??=
			error instanceof StoppedError
				? error
				: new StoppedError(
						`a block cannot be delivered: Redis ${redisFault(error).words}`,
						error,
					);
		return this.#fault;
	}
}
