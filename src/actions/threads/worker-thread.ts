import { Worker } from "node:worker_threads";
import type { Block } from "../../experiment/plan.ts";
import type { WorkerReply, WorkerTask } from "./worker.ts";

/** How a thread that was asked for a block ended it. */
export type Answer =
	| WorkerReply
	| { readonly kind: "died"; readonly reason: string };

/** A thread that computes one block at a time until it dies or is ended. */
export class WorkerThread {
	readonly #worker: Worker;
	#answer: (answer: Answer) => void = () => {};
	#reason = "it ended without a word";
	#death: Answer | null = null;

	constructor(entry: URL, task: WorkerTask) {
		this.#worker = new Worker(entry, { workerData: task });
		this.#worker
			.on("message", (reply: WorkerReply) => this.#answer(reply))
			.on("messageerror", (error) => this.#fall(error))
			.on("error", (error) => this.#fall(error))
			.on("exit", (code) => {
				const reason = `${this.#reason} (exit code ${code})`;
				this.#death = { kind: "died", reason };
				this.#answer(this.#death);
			});
	}

	/** Sends a block and waits for the answer, or for the thread's death. */
	ask(block: Block): Promise<Answer> {
		if (this.#death) return Promise.resolve(this.#death);
		return new Promise((resolve) => {
			this.#answer = resolve;
			this.#worker.postMessage(block);
		});
	}

	async end(): Promise<void> {
		await this.#worker.terminate();
	}

	/** What went wrong is kept for the moment the thread is gone. */
	#fall(error: unknown): void {
		this.#reason = error instanceof Error ? error.message : String(error);
		void this.end();
	}
}
