import type { Design } from "../experiment/design.ts";
import {
	type BatchPlan,
	planBatch,
	type ReplicateRange,
	shardOf,
} from "../experiment/plan.ts";
import type { BlockRunner } from "../experiment/run-batch.ts";
import type { Soundness } from "../scenario/sound.ts";
import type { BatchOptions } from "./batch-options.ts";

/** What a command asks of a batch. */
export interface BatchRequest {
	readonly opened: readonly Soundness[];
	/** whether the first scenario is the base of a comparison */
	readonly comparing: boolean;
	readonly charts: boolean;
	/** the command line that repeats it */
	readonly repeat: (options: BatchOptions) => string;
	readonly options: BatchOptions;
	/** what the scenarios are to each other, when they are one question */
	readonly design?: Design;
	/** computes the blocks; threads when absent */
	readonly openRunner?: RunnerOpener;
	/** address of the Redis whose workers compute, if any do */
	readonly through?: string;
}

/**
 * Opens whoever computes the blocks of a plan.
 *
 * @param folder where its results are kept
 * @param note says a line while they are computed
 */
export type RunnerOpener = (
	plan: BatchPlan,
	folder: string,
	note: (line: string) => void,
) => BlockRunner | Promise<BlockRunner>;

/** The plan of what a command asks, for some of its replicates. */
export function planOf(
	{ opened, options }: BatchRequest,
	replicates: ReplicateRange,
): BatchPlan {
	const scenarios = opened.map(({ scenario }) => scenario);
	const { seed, parameters, without, keepPaths } = options;
	return planBatch({
		...{ scenarios, replicates, seed, parameters, without, keepPaths },
	});
}

/** The plan of all that a command asks: the batch, or the part of it that a shard is. */
export function wholePlan(request: BatchRequest): BatchPlan {
	const { replicates, shard } = request.options;
	const plan = planOf(request, { from: 0, to: replicates });
	return shard ? shardOf(plan, shard) : plan;
}
