/** One thread of a pool: it does one task at a time until it dies or is ended. */

import { Worker } from "node:worker_threads";
import type { Reply } from "./serve.ts";

/** End of a task: the thread's reply, or its death. */
export type Ending<Answer> =
	| Reply<Answer>
	| { readonly kind: "died"; readonly reason: string };

/** A thread that does one task at a time until it dies or is ended. */
export class PoolThread<Task, Answer> {
	readonly #worker: Worker;
	#end: (ending: Ending<Answer>) => void = () => {};
	#reason = "it ended without a word";
	#death: Ending<Answer> | null = null;

	constructor(entry: URL, workerData: unknown) {
		this.#worker = new Worker(entry, { workerData });
		this.#worker
			.on("message", (reply: Reply<Answer>) => this.#end(reply))
			.on("messageerror", (error) => this.#fall(error))
			.on("error", (error) => this.#fall(error))
			.on("exit", (code) => {
				const reason = `${this.#reason} (exit code ${code})`;
				this.#death = { kind: "died", reason };
				this.#end(this.#death);
			});
	}

	/** Sends a task and waits for the reply, or for the thread's death. */
	ask(task: Task): Promise<Ending<Answer>> {
		if (this.#death) return Promise.resolve(this.#death);
		return new Promise((resolve) => {
			this.#end = resolve;
			this.#worker.postMessage(task);
		});
	}

	async end(): Promise<void> {
		await this.#worker.terminate();
	}

	/** Keeps what went wrong for the moment the thread is gone. */
	#fall(error: unknown): void {
		this.#reason = error instanceof Error ? error.message : String(error);
		void this.end();
	}
}
