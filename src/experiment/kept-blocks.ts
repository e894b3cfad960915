/** Memory of blocks computed while a batch looked for its size, lest they run twice. */

import { type BlockOutcome, isLost } from "./block-result.ts";
import { type BatchPlan, type Block, isExact } from "./plan.ts";
import type { BlockRunner } from "./run-batch.ts";

/** Bytes of blocks kept at most. */
const MOST_BYTES = 100e6;

/**
 * Blocks that were computed on the way to a batch whose size was not known, kept in memory
 * so that the batch need not compute them again; those that do not fit are computed twice.
 */
export class KeptBlocks {
	readonly #blocks = new Map<string, BlockOutcome>();
	#bytes = 0;

	/** A runner that keeps what another computes, and asks it only for what is not kept. */
	over(plan: BatchPlan, open: () => BlockRunner): BlockRunner {
		let runner: BlockRunner | null = null;
		const opened = () => {
			runner ??= open();
			return runner;
		};
		return {
			width: opened().width,
			run: async (block, signal) => {
				const kept = this.#blocks.get(keyOf(plan, block));
				if (kept) return kept;
				const outcome = await opened().run(block, signal);
				if (outcome !== null) this.#keep(keyOf(plan, block), outcome);
				return outcome;
			},
			close: async () => runner?.close(),
		};
	}

	#keep(key: string, outcome: BlockOutcome): void {
		const bytes = bytesOf(outcome);
		if (this.#bytes + bytes > MOST_BYTES) return;
		this.#bytes += bytes;
		this.#blocks.set(key, outcome);
	}
}

/** Key of a block: its outcome depends on the replicates and on the form of the paths alone. */
function keyOf(plan: BatchPlan, { from, to }: Block): string {
	return `${from} ${to} ${isExact(plan)}`;
}

function bytesOf(outcome: BlockOutcome): number {
	if (isLost(outcome)) return 0;
	const paths = outcome.paths.flat().reduce((sum, series) => {
		const { byteLength } =
			series.form === "values" ? series.values : series.bins;
		return sum + byteLength;
	}, 0);
	return paths + outcome.values.byteLength;
}
