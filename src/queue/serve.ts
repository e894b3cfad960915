/** A worker on any machine: finds open batches in Redis and serves them one by one. */

import { setTimeout as wait } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { BatchPlan } from "../experiment/plan.ts";
import type { BlockRunner } from "../experiment/run-batch.ts";
import { StoppedError } from "../storage/errors.ts";
import type { RedisAddress } from "./address.ts";
import { openRedis } from "./connection.ts";
import { answer, WORKER } from "./deliver.ts";
import { keysOf } from "./keys.ts";
import { type Program, readPlanText } from "./plan-document.ts";
import { redisFault } from "./redis-words.ts";
import { serveBatch } from "./serve-batch.ts";
import { isLive, liveBatches } from "./sweep.ts";
import { queueTimes } from "./times.ts";
import { within } from "./within.ts";

/** Options of a worker. */
export interface ServeOptions {
	readonly address: RedisAddress;
	/** folder for results, or null: they go through Redis */
	readonly share: string | null;
	readonly program: Program;
	/** true to end once no batch has been open for a while */
	readonly untilEmpty: boolean;
	/** opens a runner that computes the blocks of a plan on threads of its own */
	readonly openRunner: (plan: BatchPlan) => BlockRunner;
	readonly signal: AbortSignal;
	readonly tell: (line: string) => void;
	/** reports what even a quiet worker must say */
	readonly warn: (line: string) => void;
}

/** End of a worker, and the work it did. */
export interface Served {
	/** refused: batches are open, and it may touch none of them */
	readonly end: "interrupted" | "empty" | "refused";
	readonly batches: number;
	readonly blocks: number;
}

/**
 * Computes blocks of open batches, one batch at a time. A batch of a program that differs
 * in any way that could change a number is refused.
 *
 * @throws {UnusableQueueError} when that Redis cannot be used so
 * @throws {StoppedError} when it is not there, or stays away
 */
export async function serveQueue(options: ServeOptions): Promise<Served> {
	const { address, signal } = options;
	const redis = await openRedis(address, signal).catch((error) => {
		// whoever leaves need not hear that nobody answered
		if (!signal.aborted) throw error;
		return null;
	});
	if (redis === null) return { end: "interrupted", batches: 0, blocks: 0 };
	let trouble: unknown = null;
	redis.on("error", (error) => {
		trouble = error;
	});
	try {
		return await new Worker(redis, options, () => trouble).serve();
	} finally {
		redis.disconnect();
	}
}

class Worker {
	readonly #redis: Redis;
	readonly #options: ServeOptions;
	readonly #trouble: () => unknown;
	readonly #times = queueTimes();
	readonly #refused = new Set<string>();
	/** time at which a batch was last seen open, or the start */
	#busy = performance.now();
	/** true once a batch was seen open */
	#met = false;
	#batches = 0;
	#blocks = 0;

	constructor(redis: Redis, options: ServeOptions, trouble: () => unknown) {
		this.#redis = redis;
		this.#options = options;
		this.#trouble = trouble;
	}

	async serve(): Promise<Served> {
		const { signal } = this.#options;
		const ended = (end: Served["end"]): Served => ({
			end,
			batches: this.#batches,
			blocks: this.#blocks,
		});
		while (!signal.aborted) {
			const found = await this.#turn().catch((error) => {
				// an interrupted worker need not wait for Redis
				if (!signal.aborted) throw error;
				return null;
			});
			if (found !== null) return ended(found);
		}
		return ended("interrupted");
	}

	/** Serves the batch with most jobs waiting; returns how to end when nothing is left to wait for. */
	async #turn(): Promise<Served["end"] | null> {
		const { signal, untilEmpty } = this.#options;
		const open = await this.#answered(() => liveBatches(this.#redis));
		const mine = open.filter((batch) => !this.#refused.has(batch));
		const next = await this.#answered(() => this.#busiest(mine));
		if (open.length > 0) this.#meet();
		if (next !== null) await this.#serve(next).finally(() => this.#meet());
		else if (open.length > 0) return "refused";
		else if (untilEmpty && this.#hasWaited())
			return this.#refused.size > 0 ? "refused" : "empty";
		else await wait(this.#times.look, null, { signal }).catch(() => {});
		return null;
	}

	#meet(): void {
		this.#met = true;
		this.#busy = performance.now();
	}

	/** True when no batch has been open for long; before the first batch, the wait is another. */
	#hasWaited(): boolean {
		const { first, empty } = this.#times;
		return performance.now() - this.#busy > (this.#met ? empty : first);
	}

	/** Finds the batch with most jobs waiting; null without any batch. */
	async #busiest(batches: readonly string[]): Promise<string | null> {
		let found: string | null = null;
		let most = -1;
		for (const batch of batches) {
			const jobs = await this.#redis.llen(keysOf(batch).waiting);
			if (jobs > most) [found, most] = [batch, jobs];
		}
		return found;
	}

	async #serve(batch: string): Promise<void> {
		const { program, tell } = this.#options;
		const text = await this.#answered(() =>
			this.#redis.get(keysOf(batch).plan),
		);
		// no plan: the batch is just being opened or closed
		const verdict = text === null ? null : readPlanText(text, program);
		if (verdict === null) {
			await wait(this.#times.look);
			return;
		}
		if ("refused" in verdict) return this.#refuse(batch, verdict.refused);
		const { plan, hash } = verdict;
		const { from, to } = plan.replicates;
		const names = plan.scenarios.map(({ name }) => name).join(", ");
		tell(`batch ${batch}: ${names}, replicates ${from} to ${to - 1}`);
		this.#batches++;
		const served = { batch, plan, hash };
		const blocks = await serveBatch(this.#redis, served, {
			...this.#options,
			isOver: () => this.#answered(() => this.#isOver(batch)),
		});
		this.#blocks += blocks;
		tell(`batch ${batch}: ${blocks} block${blocks === 1 ? "" : "s"} done here`);
	}

	async #refuse(batch: string, why: string): Promise<void> {
		this.#refused.add(batch);
		this.#options.warn(`batch ${batch} is refused: ${why}`);
		const words = why.slice(0, 5_000);
		const reply = { kind: "refused", worker: WORKER, why: words } as const;
		await this.#answered(() => answer(this.#redis, batch, reply));
	}

	/** True when the batch is over, or has no job waiting while another has. */
	async #isOver(batch: string): Promise<boolean> {
		if (!(await isLive(this.#redis, batch))) return true;
		if ((await this.#redis.llen(keysOf(batch).waiting)) > 0) return false;
		const others = (await liveBatches(this.#redis)).filter(
			(other) => other !== batch && !this.#refused.has(other),
		);
		const next = await this.#busiest(others);
		return next !== null && (await this.#redis.llen(keysOf(next).waiting)) > 0;
	}

	/** Asks Redis until it answers. @throws {StoppedError} when it stays away too long */
	async #answered<T>(ask: () => Promise<T>): Promise<T> {
		const { outage, look } = this.#times;
		const end = performance.now() + outage;
		let trouble: unknown = null;
		const { signal } = this.#options;
		do
			try {
				return await within(end - performance.now(), ask(), signal);
			} catch (error) {
				trouble = error;
				await wait(look);
			}
		while (performance.now() < end && !signal.aborted);
		const { words } = redisFault(this.#trouble() ?? trouble);
		throw new StoppedError(
			`Redis at ${this.#options.address.shown} ${words}; it was waited for ${Math.round(outage / 1000)} s`,
			trouble,
		);
	}
}
