/** Delivery of blocks in plan order, though workers end them in any. */

import type { BlockOutcome, BlockSink } from "./block-result.ts";

/** Turns outcomes in any order into deliveries in order of position, one at a time. */
export class OrderedDelivery {
	readonly #sink: BlockSink;
	readonly #held = new Map<number, BlockOutcome | null>();
	#next = 0;
	#last: Promise<void> = Promise.resolve();
	#waiting: (() => void)[] = [];
	/** positions that are kept or given up */
	settled = 0;
	/** positions that are kept */
	kept = 0;
	/** true once the sink has refused an outcome: nothing more is delivered */
	broken = false;

	constructor(sink: BlockSink) {
		this.#sink = sink;
	}

	/** Takes the outcome at a position, or null when it was given up. */
	offer(position: number, outcome: BlockOutcome | null): void {
		this.#held.set(position, outcome);
		for (;;) {
			const ready = this.#held.get(this.#next);
			if (ready === undefined) return;
			this.#held.delete(this.#next++);
			this.#last = this.#last.then(() => this.#deliver(ready));
			this.#last.catch(() => this.#break());
		}
	}

	/** Resolves when another position is settled, or the sink has broken. */
	advance(): Promise<void> {
		return this.broken
			? Promise.resolve()
			: new Promise((resolve) => this.#waiting.push(resolve));
	}

	/** Resolves when all that was offered is delivered. @throws what the sink threw */
	end(): Promise<void> {
		return this.#last;
	}

	async #deliver(outcome: BlockOutcome | null): Promise<void> {
		if (outcome) {
			await this.#sink.take(outcome);
			this.kept++;
		}
		this.settled++;
		this.#wake();
	}

	#break(): void {
		this.broken = true;
		this.#wake();
	}

	#wake(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const resume of waiting) resume();
	}
}
