import type { Seed } from "../random/streams.ts";
import type { SoundScenario } from "../scenario/types.ts";
import type { ReplicateRecord } from "./record.ts";
import type { Trace } from "./trace.ts";

export type { Seed };

/** Where a replicate's parameters come from. */
export type ParameterSet = "prior" | "screened";

/** What can be switched off to see what it does. */
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
] as const;
export type Mechanism = (typeof MECHANISMS)[number];

export interface SimulatorOptions {
	readonly seed: Seed;
	readonly parameters: ParameterSet;
	readonly without: readonly Mechanism[];
	/**
	 * `record`: dated paths from 2018 and noise, as in every batch; `calm`: the
	 * structure of 2023 for ever, with noise; `still`: the same without noise.
	 */
	readonly world?: "record" | "calm" | "still";
	/** whose draws decide the sizes of what happened before 2025; the replicate's own when absent */
	readonly recordLuck?: RecordLuck;
	/** hears what happens from 2018-01 on; only where there is one scenario, whose months come in order */
	readonly trace?: Trace;
}

/** A replicate of some seed whose draws decide the sizes of past events. */
export interface RecordLuck {
	readonly seed: Seed;
	readonly replicate: number;
}

/** Runs replicates of a fixed list of scenarios; months they share are computed once. */
export interface Simulator {
	/** one record a scenario, in the order given; valid until the next call */
	run(replicate: number): readonly ReplicateRecord[];
}

export type SimulatorFactory = (
	scenarios: readonly SoundScenario[],
	options: SimulatorOptions,
) => Simulator;
