/** The blocks of a batch computed on threads of this machine. */

import { availableParallelism } from "node:os";
import type {
	BlockOutcome,
	BlockResult,
} from "../../experiment/block-result.ts";
import type { BatchPlan, Block } from "../../experiment/plan.ts";
import type { BlockRunner } from "../../experiment/run-batch.ts";
import { beside, LostTaskError, ThreadPool } from "./thread-pool.ts";
import type { WorkerTask } from "./worker.ts";

export interface ThreadOptions {
	/** threads at most; one a processor when absent */
	readonly workers?: number;
	/** module that exports `createSimulator`; the market when absent */
	readonly simulator?: URL;
	/** module that every thread runs; the worker beside this file when absent */
	readonly entry?: URL;
}

/** Computes blocks on worker threads, which start when they are needed. */
export function threadRunner(
	plan: BatchPlan,
	options: ThreadOptions = {},
): BlockRunner {
	const here = import.meta.url;
	const simulator = options.simulator ?? beside(here, "../../market/replicate");
	const setting: WorkerTask = { plan, simulator: simulator.href };
	const pool = new ThreadPool<Block, BlockResult | null>(
		options.entry ?? beside(here, "./worker"),
		setting,
		options.workers ?? availableParallelism(),
	);
	return {
		width: pool.width,
		run: (block, signal) => awaitOutcome(pool, block, signal),
		close: () => pool.close(),
	};
}

/** The result of a block, or how it was lost; null when it was given up because of the signal. */
async function awaitOutcome(
	pool: ThreadPool<Block, BlockResult | null>,
	block: Block,
	signal?: AbortSignal,
): Promise<BlockOutcome | null> {
	try {
		return await pool.ask(block, signal);
	} catch (error) {
		if (!(error instanceof LostTaskError)) throw error;
		return signal?.aborted ? null : { block, lost: error.reason };
	}
}
