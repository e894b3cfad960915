/** Collector of a batch: lets workers on other machines compute its blocks and waits for them. */

import { setTimeout as wait } from "node:timers/promises";
import { Queue, QueueEvents } from "bullmq";
import type { Redis } from "ioredis";
import type { BlockOutcome } from "../experiment/block-result.ts";
import {
	type BatchPlan,
	type Block,
	monthCount,
	planHash,
} from "../experiment/plan.ts";
import type { BlockRunner } from "../experiment/run-batch.ts";
import { SERIES } from "../market/record/record.ts";
import { DeterminismError, StoppedError } from "../storage/errors.ts";
import type { RedisAddress } from "./address.ts";
import { connect, openRedis } from "./connection.ts";
import { Deliveries } from "./deliveries.ts";
import type { JobPayload } from "./job.ts";
import {
	BATCHES,
	batchName,
	blockOfJob,
	jobName,
	keysOf,
	PREFIX,
} from "./keys.ts";
import { type Program, planText } from "./plan-document.ts";
import { QueueWatch } from "./queue-watch.ts";
import { redisFault } from "./redis-words.ts";
import { readReply } from "./reply.ts";
import { liveBatches, sweep } from "./sweep.ts";
import { queueTimes } from "./times.ts";

/** Reason that BullMQ gives for a job whose workers died too often. */
const STALLED_TOO_OFTEN = "job stalled more than allowable limit";
/** Seconds for which one call listens for an answer. */
const LISTEN = 1;
/** Milliseconds that leaving may take, and after an interruption. */
const LEAVE = 2_500;
const LEAVE_INTERRUPTED = 500;

/** Options of a batch that goes to the queue. */
export interface QueueOptions {
	readonly address: RedisAddress;
	/** the results folder */
	readonly folder: string;
	/** folder through which results come, or null: through Redis */
	readonly share: string | null;
	/** this program, with which workers compare theirs */
	readonly program: Program;
	/** the command that starts a worker */
	readonly workerLine: string;
	readonly tell: (line: string) => void;
}

/**
 * Opens a runner whose blocks are computed by the workers that listen to a Redis: one job a
 * block, each outcome handed over once however often it comes.
 *
 * @throws {UnusableQueueError} when that Redis cannot be used so
 * @throws {StoppedError} when it is not there
 */
export async function queueRunner(
	plan: BatchPlan,
	options: QueueOptions,
): Promise<BlockRunner> {
	const redis = await openRedis(options.address);
	let runner: QueueRunner | null = null;
	try {
		await liveBatches(redis);
		runner = new QueueRunner(redis, plan, options);
		await runner.open();
		return runner;
	} catch (error) {
		// its connections would come back for ever
		await runner?.close();
		redis.disconnect();
		const { words } = redisFault(error);
		throw new StoppedError(`Redis at ${options.address.shown} ${words}`, error);
	}
}

class QueueRunner implements BlockRunner {
	readonly width: number;
	readonly #times = queueTimes();
	readonly #options: QueueOptions;
	readonly #plan: BatchPlan;
	readonly #hash: string;
	readonly #batch: string;
	readonly #redis: Redis;
	/** connection that waits for answers, and can do nothing else meanwhile */
	readonly #listener: Redis;
	/** connection that waits for events of jobs */
	readonly #watcher: Redis;
	readonly #queue: Queue;
	readonly #events: QueueEvents;
	readonly #deliveries: Deliveries;
	readonly #watch: QueueWatch;
	readonly #timers: NodeJS.Timeout[] = [];
	#closed = false;
	#interrupted = false;

	constructor(redis: Redis, plan: BatchPlan, options: QueueOptions) {
		const { address, folder, share, tell } = options;
		this.#options = options;
		this.#plan = plan;
		this.#hash = planHash(plan);
		this.#batch = batchName(this.#hash);
		this.width = widthOf(plan);
		this.#redis = redis;
		this.#listener = connect(address);
		const opened = { prefix: PREFIX, skipVersionCheck: true };
		this.#queue = new Queue(this.#batch, { ...opened, connection: redis });
		this.#watcher = connect(address);
		this.#events = new QueueEvents(this.#batch, {
			...opened,
			connection: this.#watcher,
			blockingTimeout: 1_000 * LISTEN,
		});
		this.#deliveries = new Deliveries({
			redis,
			batch: this.#batch,
			plan,
			hash: this.#hash,
			folder,
			share,
			tell,
		});
		this.#watch = new QueueWatch(options);
	}

	async open(): Promise<void> {
		this.#queue.on("error", () => {});
		this.#events.on("error", () => {});
		this.#redis.on("error", (error) => this.#watch.note(error));
		this.#followJobs();
		await this.#publish();
		void this.#listen();
		const { alive, look, lonely } = this.#times;
		this.#every(alive / 6, () => this.#beat());
		this.#every(lonely / 3, async () =>
			this.#watch.count(await this.#queue.getWorkersCount()),
		);
		this.#every(look, async () => {
			const outage = this.#watch.outage();
			if (outage) this.#deliveries.stop(outage);
		});
	}

	async run(block: Block, signal?: AbortSignal): Promise<BlockOutcome | null> {
		const outcome = this.#deliveries.expect(block);
		outcome.catch(() => {});
		void this.#ask(block);
		const giveUp = () => {
			this.#interrupted = true;
			const end = () => this.#deliveries.settle(block.index, null);
			this.#timers.push(setTimeout(end, this.#times.grace));
		};
		if (signal?.aborted) giveUp();
		else signal?.addEventListener("abort", giveUp, { once: true });
		try {
			return await outcome;
		} finally {
			signal?.removeEventListener("abort", giveUp);
		}
	}

	/** Takes the batch out of Redis. @throws {DeterminismError} found at the last moment */
	async close(): Promise<void> {
		this.#closed = true;
		for (const timer of this.#timers) clearTimeout(timer);
		const patience = this.#interrupted ? LEAVE_INTERRUPTED : LEAVE;
		const end = performance.now() + patience;
		await Promise.race([
			this.#leave(end).catch(() => {}),
			wait(2 * patience, null, { ref: false }),
		]);
		void this.#events.close().catch(() => {});
		void this.#queue.close().catch(() => {});
		for (const one of [this.#listener, this.#watcher, this.#redis])
			one.disconnect();
		if (this.#deliveries.stopped instanceof DeterminismError)
			throw this.#deliveries.stopped;
	}

	/** Repeats an action, each time a pause after the last has ended. */
	#every(pause: number, act: () => Promise<void>): void {
		const turn = async () => {
			await act().catch((error) => this.#watch.note(error));
			if (!this.#closed) this.#timers.push(setTimeout(turn, pause));
		};
		void turn();
	}

	/** Writes the plan to Redis, then opens the batch. */
	async #publish(): Promise<void> {
		const { plan, alive } = keysOf(this.#batch);
		const text = planText(this.#plan, this.#options.program);
		await this.#redis.set(alive, "1", "PX", this.#times.alive);
		await this.#redis.set(plan, text);
		await this.#redis.sadd(BATCHES, this.#batch);
	}

	async #ask({ index, from, to }: Block): Promise<void> {
		const payload: JobPayload = { plan: this.#hash, index, from, to };
		// a failure shows at the next beat, which asks for whatever is missing
		await this.#queue
			.add("block", payload, {
				jobId: jobName(index),
				removeOnComplete: true,
				removeOnFail: true,
			})
			.catch(() => {});
	}

	/** Renews the sign of life, and restores a plan or jobs that Redis has lost. */
	async #beat(): Promise<void> {
		const { plan, alive } = keysOf(this.#batch);
		await this.#redis.set(alive, "1", "PX", this.#times.alive);
		if (!this.#closed && (await this.#redis.exists(plan)) === 0)
			await this.#publish();
		this.#watch.hear();
		for (const awaited of this.#deliveries.awaited) {
			const job = keysOf(this.#batch).job(awaited.block.index);
			const isGone = (await this.#redis.exists(job)) === 0;
			if (isGone && awaited.missing && !this.#closed)
				await this.#ask(awaited.block);
			awaited.missing = isGone && !awaited.missing;
		}
	}

	#followJobs(): void {
		this.#events.on("stalled", ({ jobId }) => {
			this.#options.tell(
				`block ${blockOfJob(jobId) ?? "?"} stalled: its worker died or fell silent; it is given to another`,
			);
		});
		this.#events.on("failed", ({ jobId, failedReason }) => {
			const index = blockOfJob(jobId);
			if (index === null) return;
			if (failedReason.includes(STALLED_TOO_OFTEN))
				this.#deliveries.fail(index, "its worker died 3 times", true);
			else this.#askAgain(index, failedReason.slice(0, 1_000));
		});
	}

	#askAgain(index: number, why: string): void {
		this.#deliveries.fail(index, why);
		const awaited = this.#deliveries.awaitedAt(index);
		if (awaited) void this.#ask(awaited.block);
	}

	async #listen(): Promise<void> {
		const { replies } = keysOf(this.#batch);
		while (!this.#closed)
			try {
				const found = await this.#listener.blpop(replies, LISTEN);
				if (found) await this.#take(found[1]);
			} catch {
				await wait(this.#times.look);
			}
	}

	async #take(text: string): Promise<void> {
		const reply = readReply(text);
		if (reply) await this.#deliveries.take(reply);
		else this.#options.tell("an answer that nobody can read is passed over");
	}

	/** Reads the last answers, tells workers that the batch is over, and clears up behind them. */
	async #leave(end: number): Promise<void> {
		if (this.#redis.status !== "ready") return;
		const { plan, alive, replies } = keysOf(this.#batch);
		this.#listener.disconnect();
		for (let left = true; left; ) {
			const text = await this.#redis.lpop(replies);
			left = text !== null;
			if (text !== null) await this.#take(text);
		}
		await this.#redis.unlink(plan, alive);
		await this.#redis.srem(BATCHES, this.#batch);
		while (performance.now() < end && (await this.#queue.getWorkersCount()) > 0)
			await wait(this.#times.look / 5);
		await sweep(this.#redis, this.#batch);
	}
}

/** Blocks asked for at once, at most and at least. */
const WIDEST = 64;

const NARROWEST = 4;

/** Bytes of the results that may wait in memory for an earlier one. */
const WAITING_BYTES = 512e6;

/** Blocks asked for at once: as many as memory holds while an earlier one is late. */
export function widthOf({ scenarios, blockSize }: BatchPlan): number {
	const months = scenarios.reduce((sum, one) => sum + monthCount(one), 0);
	const bytes = 8 * SERIES.length * months * blockSize;
	const most = Math.floor(WAITING_BYTES / (3 * bytes));
	return Math.max(NARROWEST, Math.min(WIDEST, most));
}
