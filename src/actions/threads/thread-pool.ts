/** The pool of threads behind every command that computes on several processors. */

import { PoolThread } from "./pool-thread.ts";
import type { ThreadSetting } from "./serve.ts";

/** Number of threads that may die of one task before it is lost. */
const ATTEMPTS = 3;
/** Milliseconds that running tasks have to end after an interruption, before they are given up. */
const GRACE = 1200;

/** A task that no thread outlived. */
export class LostTaskError extends Error {
	override readonly name = "LostTaskError";
	readonly kind = "stopped";
	/** manner of the loss, in words that lack a subject */
	readonly reason: string;

	constructor(reason: string) {
		super(`a part of the work is lost: ${reason}`);
		this.reason = reason;
	}
}

/** A file beside another, in source and in dist. */
export function beside(file: string, path: string): URL {
	return new URL(`${path}${file.endsWith(".ts") ? ".ts" : ".js"}`, file);
}

/**
 * Threads that are set up once and asked again and again. They start when they are
 * needed; one that dies is replaced, and its task is asked anew.
 */
export class ThreadPool<Task, Answer> {
	readonly width: number;
	readonly #entry: URL;
	readonly #setting: ThreadSetting<unknown>;
	readonly #stop = new Int32Array(new SharedArrayBuffer(4));
	readonly #threads = new Set<PoolThread<Task, Answer>>();
	readonly #idle: PoolThread<Task, Answer>[] = [];
	#closed = false;

	/**
	 * @param entry   module that every thread runs, and that calls `serve`
	 * @param setting given to every thread when it starts
	 * @param width   tasks that are asked at once
	 */
	constructor(entry: URL, setting: unknown, width: number) {
		this.width = width;
		this.#entry = entry;
		this.#setting = { setting, stop: this.#stop.buffer };
	}

	/**
	 * Does a task on an idle thread, or on a new one.
	 *
	 * @param signal when it fires, threads are told to give up after a grace
	 * @throws {LostTaskError} when one thread after another died of it
	 * @throws {Error} when a thread cannot be set up
	 */
	async ask(task: Task, signal?: AbortSignal): Promise<Answer> {
		const release = this.#stopAfterGrace(signal);
		try {
			return await this.#attempt(task, signal);
		} finally {
			release();
		}
	}

	/**
	 * Does many tasks, as many at once as the pool is wide.
	 *
	 * @param onDone is told the place of each task that is done
	 * @returns one answer a task, in their order, whoever was first
	 */
	async askAll(
		tasks: readonly Task[],
		onDone: (place: number) => void = () => {},
	): Promise<readonly Answer[]> {
		const answers: Answer[] = [];
		let next = 0;
		const hand = async (): Promise<void> => {
			while (next < tasks.length) {
				const place = next++;
				answers[place] = await this.ask(tasks[place]!);
				onDone(place);
			}
		};
		await Promise.all(Array.from({ length: this.width }, hand));
		return answers;
	}

	/** Ends all threads, and with them what they are doing. */
	async close(): Promise<void> {
		this.#closed = true;
		await Promise.all([...this.#threads].map((thread) => thread.end()));
	}

	/** Asks one thread after another until one lives long enough, or the work is over. */
	async #attempt(task: Task, signal?: AbortSignal): Promise<Answer> {
		let reason = "";
		for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
			if (this.#closed) throw new LostTaskError("its threads were ended");
			const ending = await this.#askOne(task);
			if (ending.kind === "done") return ending.answer;
			if (ending.kind === "unusable") throw new Error(ending.message);
			reason = ending.reason;
			if (signal?.aborted) throw new LostTaskError(`interrupted: ${reason}`);
		}
		throw new LostTaskError(`its worker died ${ATTEMPTS} times: ${reason}`);
	}

	/** Asks an idle thread, or a new one; one that dies is let go. */
	async #askOne(task: Task) {
		const thread = this.#idle.pop() ?? this.#start();
		const ending = await thread.ask(task);
		if (ending.kind === "died") this.#threads.delete(thread);
		else this.#idle.push(thread);
		return ending;
	}

	#start(): PoolThread<Task, Answer> {
		const thread = new PoolThread<Task, Answer>(this.#entry, this.#setting);
		this.#threads.add(thread);
		return thread;
	}

	/** After an interruption running tasks may end, but not for long. */
	#stopAfterGrace(signal?: AbortSignal): () => void {
		let timer: NodeJS.Timeout | undefined;
		const wait = () => {
			timer = setTimeout(() => Atomics.store(this.#stop, 0, 1), GRACE);
		};
		if (signal?.aborted) wait();
		else signal?.addEventListener("abort", wait, { once: true });
		return () => {
			signal?.removeEventListener("abort", wait);
			clearTimeout(timer);
		};
	}
}
