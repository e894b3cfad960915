/** Request for a batch, and the plan made of it once everything is asked. */

import type { Ensemble } from "../../calibration/priors/ensemble.ts";
import type { Design } from "../../experiment/design.ts";
import type { PrecisionAim } from "../../experiment/enough.ts";
import {
	type BatchPlan,
	planBatch,
	type Shard,
	shardOf,
} from "../../experiment/plan.ts";
import type { MetricName } from "../../market/record/record.ts";
import type { Mechanism, ParameterSet, Seed } from "../../market/simulator.ts";
import type { Soundness } from "../../scenario/sound.ts";
import type { RunnerOpener } from "./runner-opener.ts";

/** Numbers that a batch is asked for, and where they are made and kept. */
export interface BatchOptions {
	readonly replicates: number;
	readonly seed: Seed;
	readonly workers: number;
	/** folder of all results */
	readonly out: string;
	readonly parameters: ParameterSet;
	/** pasts that replicates go on from; null: the set of parameters alone */
	readonly ensemble: Ensemble | null;
	readonly without: readonly Mechanism[];
	readonly keepPaths: boolean;
	/** null: `replicates` and no fewer */
	readonly aim: PrecisionAim | null;
	/** the metric whose mean the aim is about */
	readonly metric: MetricName;
	/** null: the whole batch */
	readonly shard: Pick<Shard, "index" | "count"> | null;
}

/** A batch as it is asked for. */
export interface BatchRequest {
	readonly opened: readonly Soundness[];
	/** true when the first scenario is the base of a comparison */
	readonly comparing: boolean;
	readonly charts: boolean;
	/** the command line that makes it again, with so many replicates */
	readonly repeat: (replicates: number) => string;
	readonly options: BatchOptions;
	/** relation of the scenarios to each other, when they are one question */
	readonly design?: Design;
	/** computes the blocks; threads when absent */
	readonly openRunner?: RunnerOpener;
}

/** A batch that is planned; nothing of it has run. */
export type Planned<Request extends BatchRequest = BatchRequest> = Request & {
	readonly plan: BatchPlan;
};

/** A request with its plan, which all that follows is handed. */
export function planned<Request extends BatchRequest>(
	request: Request,
): Planned<Request> {
	return { ...request, plan: planOf(request.opened, request.options) };
}

/** The plan of scenarios under some options: of the batch, or of the part of it that a shard is. */
export function planOf(
	opened: readonly Soundness[],
	options: BatchOptions,
): BatchPlan {
	const { seed, parameters, ensemble, without, keepPaths, replicates, shard } =
		options;
	const plan = planBatch({
		seed,
		parameters,
		ensemble,
		without,
		keepPaths,
		scenarios: opened.map(({ scenario }) => scenario),
		replicates: { from: 0, to: replicates },
	});
	return shard ? shardOf(plan, shard) : plan;
}
