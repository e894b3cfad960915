import { availableParallelism } from "node:os";
import type { BlockOutcome } from "../../experiment/block-result.ts";
import type { BatchPlan, Block } from "../../experiment/plan.ts";
import type { BlockRunner } from "../../experiment/run-batch.ts";
import type { WorkerTask } from "./worker.ts";
import { type Answer, WorkerThread } from "./worker-thread.ts";

/** A block whose worker died this often is lost. */
const ATTEMPTS = 3;
/** Milliseconds that a running block has to end after an interruption, before it is given up. */
const GRACE = 1200;

export interface ThreadOptions {
	/** threads at most; one a processor when absent */
	readonly workers?: number;
	/** module that exports `createSimulator`; the market when absent */
	readonly simulator?: URL;
	/** module that every thread runs; the worker beside this file when absent */
	readonly entry?: URL;
}

/** A neighbour of this file, in source and in dist. */
const beside = (path: string) =>
	new URL(
		`${path}${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
		import.meta.url,
	);

/** Computes blocks on worker threads, which start when they are needed. */
export function threadRunner(
	plan: BatchPlan,
	options: ThreadOptions = {},
): BlockRunner {
	return new ThreadRunner(plan, options);
}

class ThreadRunner implements BlockRunner {
	readonly width: number;
	readonly #task: WorkerTask;
	readonly #entry: URL;
	readonly #stop = new Int32Array(new SharedArrayBuffer(4));
	readonly #threads = new Set<WorkerThread>();
	readonly #idle: WorkerThread[] = [];

	constructor(plan: BatchPlan, options: ThreadOptions) {
		this.width = options.workers ?? availableParallelism();
		this.#entry = options.entry ?? beside("./worker");
		this.#task = {
			plan,
			simulator: (options.simulator ?? beside("../../market/replicate")).href,
			stop: this.#stop.buffer,
		};
	}

	async run(block: Block, signal?: AbortSignal): Promise<BlockOutcome | null> {
		const release = this.#stopAfterGrace(signal);
		try {
			return await this.#attempt(block, signal);
		} finally {
			release();
		}
	}

	async close(): Promise<void> {
		await Promise.all([...this.#threads].map((thread) => thread.end()));
	}

	/** Asks one worker after another until one lives long enough. */
	async #attempt(
		block: Block,
		signal?: AbortSignal,
	): Promise<BlockOutcome | null> {
		let reason = "";
		for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
			const answer = await this.#ask(block);
			if (answer.kind === "done") return answer.result;
			if (answer.kind === "unusable") throw new Error(answer.message);
			if (answer.kind === "given-up" || signal?.aborted) return null;
			reason = answer.reason;
		}
		return { block, lost: `its worker died ${ATTEMPTS} times: ${reason}` };
	}

	/** Asks an idle thread, or a new one; one that dies is let go. */
	async #ask(block: Block): Promise<Answer> {
		const thread = this.#idle.pop() ?? this.#start();
		const answer = await thread.ask(block);
		if (answer.kind === "died") this.#threads.delete(thread);
		else this.#idle.push(thread);
		return answer;
	}

	#start(): WorkerThread {
		const thread = new WorkerThread(this.#entry, this.#task);
		this.#threads.add(thread);
		return thread;
	}

	/** After an interruption running blocks may end, but not for long. */
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
