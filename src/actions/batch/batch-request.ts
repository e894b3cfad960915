import type { Design } from "../../experiment/design.ts";
import type { PrecisionAim } from "../../experiment/enough.ts";
import {
	type BatchPlan,
	planBatch,
	type ReplicateRange,
	type Shard,
	shardOf,
} from "../../experiment/plan.ts";
import type { BlockRunner } from "../../experiment/run-batch.ts";
import type { MetricName } from "../../market/record/record.ts";
import type { Mechanism, ParameterSet, Seed } from "../../market/simulator.ts";
import type { Expectation } from "../../scenario/expectations/expectation.ts";
import type { Soundness } from "../../scenario/sound.ts";

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

/** What a batch is asked for. */
export interface BatchOptions {
	readonly replicates: number;
	readonly seed: Seed;
	/** false when the seed was drawn because none was given */
	readonly seedGiven: boolean;
	readonly workers: number;
	readonly out: string;
	readonly edits: readonly string[];
	readonly parameters: ParameterSet;
	readonly without: readonly Mechanism[];
	readonly keepPaths: boolean;
	readonly dryRun: boolean;
	/** whether it ends with a report */
	readonly report: boolean;
	/** null: `replicates` and no fewer */
	readonly aim: PrecisionAim | null;
	/** what --precision looks at */
	readonly metric: MetricName;
	/** a statement that every scenario must keep */
	readonly threshold: Expectation | null;
	/** null: the whole batch */
	readonly shard: Pick<Shard, "index" | "count"> | null;
}
