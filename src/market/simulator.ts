/** Interface of the simulator: scenarios and options in, a record a replicate out. */

import type { Ensemble } from "../calibration/priors/ensemble.ts";
import type { PastDraw } from "../calibration/priors/past-draw.ts";
import type { Seed } from "../random/streams.ts";
import type { SoundScenario } from "../scenario/types.ts";
import type { ReplicateRecord } from "./record/record.ts";
import type { Trace } from "./world/market.ts";

export type { Seed };

/**
 * Sources of a replicate's parameters: the priors; the draws that history matching did not
 * rule out; or the posterior, given the record to the end of 2024.
 */
export const PARAMETER_SETS = ["posterior", "screened", "prior"] as const;
export type ParameterSet = (typeof PARAMETER_SETS)[number];

/** Set of parameters of batches that ask for none. */
export const DEFAULT_PARAMETERS: ParameterSet = "posterior";

/** Mechanisms of the model that can be switched off. */
export const MECHANISMS = [
	"grey-routes",
	"hoarding",
	"trend",
	"contracts",
	"traders",
	"holders",
	"rerouting",
	"concentrate-market",
	"alignment",
	"news-persistence",
	"scarce-feed",
] as const;
export type Mechanism = (typeof MECHANISMS)[number];

/** Options of a simulator: seed, parameters, mechanisms, and the kind of world. */
export interface SimulatorOptions {
	readonly seed: Seed;
	readonly parameters: ParameterSet;
	/** pasts that replicates go on from, which win over the set of parameters; none when absent */
	readonly ensemble?: Ensemble | null;
	readonly without: readonly Mechanism[];
	/**
	 * `record`: dated paths from 2018 and noise, as in every batch; `calm`: the
	 * structure of 2023 for ever, with noise; `still`: calm, without noise.
	 */
	readonly world?: "record" | "calm" | "still";
	/**
	 * `accepted`, the default: a posterior draw brings the noise of 2018 to 2024
	 * under which it met the record, so that paths agree with what is known;
	 * `free`: every replicate has its own, as when the model is held against the record
	 */
	readonly history?: "accepted" | "free";
	/** hears the events from 2018-01 on; only with one scenario, whose months come in order */
	readonly trace?: Trace;
}

/** Runs replicates of a fixed list of scenarios; months they share are computed once. */
export interface Simulator {
	/** one record a scenario, in the order given; valid until the next call */
	run(replicate: number): readonly ReplicateRecord[];
}

/** A simulator that can also be handed a past draw. */
export interface RelivingSimulator extends Simulator {
	/**
	 * runs a replicate under a given past draw, whatever the set of parameters; the draw's luck,
	 * if it keeps any, counts in the record's world
	 */
	relive(past: PastDraw, replicate: number): readonly ReplicateRecord[];
}

/** A simulator of one scenario that can try another luck from within a run. */
export interface CheckpointedSimulator extends RelivingSimulator {
	/** runs a past draw, with luck of its own only where the draw keeps none, and leaves checkpoints */
	begin(past: PastDraw): ReplicateRecord;
	/**
	 * runs a past draw that differs from the kept one in its luck alone, and in that only from a month
	 * on (0 is 2018-01), from the checkpoint before it: the same to the bit as `begin`
	 */
	replay(past: PastDraw, month: number): ReplicateRecord;
	/** makes the last run the one from whose checkpoints `replay` starts */
	keep(): void;
	/** memory of the market at the start of a checkpointed month (0 is 2018-01) of the kept run */
	memoryAt(month: number): Float64Array;
	/**
	 * runs a past draw from a month on, from the memory that it left at its start, and leaves
	 * checkpoints; the months before stay unrecorded
	 */
	resume(past: PastDraw, month: number, memory: Float64Array): ReplicateRecord;
}

export type RelivingSimulatorFactory = (
	...asked: Parameters<SimulatorFactory>
) => RelivingSimulator;

export type CheckpointedSimulatorFactory = (
	...asked: Parameters<SimulatorFactory>
) => CheckpointedSimulator;

export type SimulatorFactory = (
	scenarios: readonly SoundScenario[],
	options: SimulatorOptions,
) => Simulator;
