/** Run of a batch: any runner computes its blocks, a sink takes them in plan order. */

import {
	type BlockOutcome,
	type BlockSink,
	blockLength,
	isLost,
} from "./block-result.ts";
import { OrderedDelivery } from "./ordered-delivery.ts";
import { type BatchPlan, type Block, blocksOf } from "./plan.ts";

/** Whoever computes blocks: this thread, other threads, other machines. */
export interface BlockRunner {
	/** blocks it can work on at once */
	readonly width: number;
	/**
	 * The outcome of a block; null when it was given up half-way because of the signal.
	 *
	 * @throws when no block can be computed, e.g. a simulator that cannot be built
	 */
	run(block: Block, signal?: AbortSignal): Promise<BlockOutcome | null>;
	/** Lets go of threads and connections. */
	close(): Promise<void>;
}

/** Progress of a batch, in replicates. */
export interface BatchProgress {
	/** replicates done, those of lost blocks included */
	readonly done: number;
	readonly total: number;
	/** records that failed, and replicates lost with their block */
	readonly failed: number;
}

export interface RunOptions {
	/** blocks to compute; all of the plan when absent */
	readonly blocks?: readonly Block[];
	readonly onProgress?: (progress: BatchProgress) => void;
	/** when it fires, running blocks are ended and no other is begun */
	readonly signal?: AbortSignal;
}

/** Blocks begun beyond the first that is not yet kept, in units of the runner's width. */
const LOOK_AHEAD = 3;

/**
 * Runs the blocks of a plan with whatever runner is given and hands the outcomes to the
 * sink in plan order, whichever ended first. At most `LOOK_AHEAD` × width blocks wait.
 *
 * @returns `complete` when every block came to an end, `interrupted` when the signal stopped it
 */
export async function runBatch(
	plan: BatchPlan,
	runner: BlockRunner,
	sink: BlockSink,
	options: RunOptions = {},
): Promise<"complete" | "interrupted"> {
	const { blocks = blocksOf(plan), signal } = options;
	const delivery = new OrderedDelivery(reporting(sink, blocks, options));
	const reach = LOOK_AHEAD * runner.width;
	let next = 0;
	const work = async () => {
		while (next < blocks.length && !signal?.aborted && !delivery.broken) {
			if (next >= delivery.settled + reach) await delivery.advance();
			else {
				const position = next++;
				const block = blocks[position]!;
				delivery.offer(position, await runner.run(block, signal));
			}
		}
	};
	await Promise.all(Array.from({ length: runner.width }, work));
	await delivery.end();
	return delivery.kept === blocks.length ? "complete" : "interrupted";
}

/** The sink, with progress told after each outcome that it has kept. */
function reporting(
	sink: BlockSink,
	blocks: readonly Block[],
	{ onProgress }: RunOptions,
): BlockSink {
	const total = blocks.reduce((sum, block) => sum + blockLength(block), 0);
	let done = 0;
	let failed = 0;
	return {
		async take(outcome) {
			await sink.take(outcome);
			const length = blockLength(outcome.block);
			done += length;
			failed += isLost(outcome)
				? length
				: outcome.failures.filter((failure) => failure !== null).length;
			onProgress?.({ done, total, failed });
		},
	};
}
