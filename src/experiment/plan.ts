/** Plan of a batch: scenarios, seed, replicates, and their division into blocks and shards. */

import type { Ensemble } from "../calibration/priors/ensemble.ts";
import type { Mechanism, ParameterSet, Seed } from "../market/simulator.ts";
import { STREAM_VERSION } from "../random/stream-version.ts";
import { canonicalScenario } from "../scenario/canonical.ts";
import type { SoundScenario } from "../scenario/types.ts";
import {
	type Beginning,
	beginningHash,
	ensembleHash,
	sha256OfText,
} from "./draws-hash.ts";

/** Up to this many replicates quantiles come from all values; above, from histograms. */
export const EXACT_REPLICATES = 4096;
/** Replicates in a block of a batch with exact quantiles, and of a larger one. */
export const BLOCK_SIZES = { exact: 25, counted: 100 } as const;
/** Replicates times scenarios in a block at most: their monthly paths wait in memory together. */
const MOST_ROWS = 800;
/** Largest index of a replicate: files keep it in 32 bits without sign. */
const LAST_REPLICATE = 0xffffffff;

/** Replicates from `from` up to, not including, `to`. */
export interface ReplicateRange {
	readonly from: number;
	readonly to: number;
}

/** Scenarios, seed, replicates and rules that are asked of a batch. */
export interface BatchRequest {
	readonly scenarios: readonly SoundScenario[];
	readonly seed: Seed;
	readonly replicates: ReplicateRange;
	readonly parameters: ParameterSet;
	/** pasts that replicates go on from, which win over the set of parameters; none when absent */
	readonly ensemble?: Ensemble | null;
	readonly without: readonly Mechanism[];
	/** keep every monthly path of every replicate beside the bands */
	readonly keepPaths: boolean;
}

/** Part of a batch that a plan is: its own replicates are whole blocks of the batch. */
export interface Shard {
	/** counted from 1 */
	readonly index: number;
	/** shards of the batch */
	readonly count: number;
	/** replicates of the whole batch */
	readonly whole: ReplicateRange;
}

/** Scenarios × replicates, and all that decides their numbers, before the first is run. */
export interface BatchPlan extends BatchRequest {
	readonly ensemble: Ensemble | null;
	/** null when the plan is the whole batch */
	readonly shard: Shard | null;
	/** replicates in a block: the unit of arithmetic, the same for any workers and shards */
	readonly blockSize: number;
}

/** A run of replicates that is computed, stored and summed as one. */
export interface Block extends ReplicateRange {
	/** counted from replicate 0, whatever the plan's first */
	readonly index: number;
}

/**
 * The plan of a batch: scenarios by name, mechanisms by name and once each, so that
 * the order of arguments decides nothing.
 *
 * @throws {RangeError} without scenarios, with two of one name, with unlike parameters, or
 *   with a range that is not whole and ascending
 */
export function planBatch(request: BatchRequest): BatchPlan {
	return ranged({
		...request,
		scenarios: checkedScenarios(request.scenarios),
		without: [...new Set(request.without)].sort(),
	});
}

/**
 * The plan of the same batch with other replicates; its scenarios are not looked at again.
 *
 * @throws {RangeError} when the plan is a shard, or with a range that is not whole and ascending
 */
export function withReplicates(
	plan: BatchPlan,
	replicates: ReplicateRange,
): BatchPlan {
	if (plan.shard) throw new RangeError("a shard has the replicates it has");
	return ranged({ ...plan, replicates });
}

/** Blocks laid over the replicates of a batch whose scenarios are checked. */
function ranged(request: BatchRequest): BatchPlan {
	const { from, to } = checkedRange(request.replicates);
	return {
		...request,
		ensemble: request.ensemble ?? null,
		replicates: { from, to },
		shard: null,
		blockSize: blockSizeOf(to - from, request.scenarios.length),
	};
}

/** Replicates in a block: fewer where many scenarios share it. */
function blockSizeOf(replicates: number, scenarios: number): number {
	const usual =
		replicates <= EXACT_REPLICATES ? BLOCK_SIZES.exact : BLOCK_SIZES.counted;
	return Math.max(1, Math.min(usual, Math.floor(MOST_ROWS / scenarios)));
}

/**
 * One of several parts of a batch, to be run anywhere and merged. Each takes whole blocks,
 * as many as any other or one more; it is empty when there are more shards than blocks.
 *
 * @param index counted from 1
 * @throws {RangeError} when the plan is a shard already, or has no such part
 */
export function shardOf(
	plan: BatchPlan,
	{ index, count }: Pick<Shard, "index" | "count">,
): BatchPlan {
	if (plan.shard) throw new RangeError("a shard cannot be divided again");
	if (!(index >= 1 && index <= count))
		throw new RangeError(`there is no shard ${index} of ${count}`);
	const whole = plan.replicates;
	const starts = [...blocksOf(plan).map(({ from }) => from), whole.to];
	const blocks = starts.length - 1;
	const startOf = (shard: number) =>
		starts[Math.floor((shard * blocks) / count)]!;
	return {
		...plan,
		replicates: { from: startOf(index - 1), to: startOf(index) },
		shard: { index, count, whole },
	};
}

/** The replicates of the whole batch of which a plan is all or a part. */
export function wholeRange({ shard, replicates }: BatchPlan): ReplicateRange {
	return shard?.whole ?? replicates;
}

function checkedRange({ from, to }: ReplicateRange): ReplicateRange {
	const whole = Number.isSafeInteger(from) && Number.isSafeInteger(to);
	if (!whole || from < 0 || to < from || to > LAST_REPLICATE + 1)
		throw new RangeError(
			`replicates are ${from} to ${to}; expected whole numbers, ascending, from 0 to ${LAST_REPLICATE}`,
		);
	return { from, to };
}

function checkedScenarios(
	scenarios: readonly SoundScenario[],
): readonly SoundScenario[] {
	const sorted = [...scenarios].sort((a, b) => (a.name < b.name ? -1 : 1));
	const [first] = sorted;
	if (!first) throw new RangeError("a batch needs a scenario");
	sorted.forEach((scenario, i) => {
		if (scenario.name === sorted[i + 1]?.name)
			throw new RangeError(`two scenarios are named ${scenario.name}`);
		if (parameterPaths(scenario).join() !== parameterPaths(first).join())
			throw new RangeError(
				`${scenario.name} and ${first.name} differ in the parameters they list`,
			);
	});
	return sorted;
}

const parameterPaths = (scenario: SoundScenario) =>
	scenario.parameters.map((parameter) => parameter.path);

/** Number of replicates that the plan asks for, of each scenario. */
export function replicateCount(plan: BatchPlan): number {
	return plan.replicates.to - plan.replicates.from;
}

/** True when quantiles come from all values, not from histograms: the whole batch decides. */
export function isExact(plan: BatchPlan): boolean {
	const { from, to } = wholeRange(plan);
	return to - from <= EXACT_REPLICATES;
}

/** Months recorded of a scenario. */
export function monthCount(scenario: SoundScenario): number {
	return scenario.horizon.to - scenario.horizon.from + 1;
}

/** The blocks of a plan, in order; the first and last may be cut short by its range. */
export function blocksOf(plan: BatchPlan): readonly Block[] {
	const { blockSize } = plan;
	const { from, to } = plan.replicates;
	const blocks: Block[] = [];
	for (let start = from; start < to; ) {
		const index = Math.floor(start / blockSize);
		const end = Math.min(to, (index + 1) * blockSize);
		blocks.push({ index, from: start, to: end });
		start = end;
	}
	return blocks;
}

/** SHA-256 of a scenario's numbers: labels, comments and sources leave it alone. */
export function scenarioHash(scenario: SoundScenario): string {
	return sha256OfText(canonicalScenario(scenario));
}

/**
 * SHA-256 of the calibrated world of a scenario and of the draws or members that its
 * replicates begin from.
 */
export function calibrationHash(
	scenario: SoundScenario,
	beginning: Beginning,
): string {
	return sha256OfText(
		JSON.stringify([scenario.world, beginningHash(beginning)]),
	);
}

/** Hashes that tell the numbers of a scenario from those of any other. */
export interface ScenarioHashes {
	readonly name: string;
	/** of its own numbers */
	readonly sha256: string;
	/** of the calibrated world it stands in */
	readonly calibration: string;
}

/** The hashes of every scenario of a plan, in its order. */
export function scenarioHashes({
	scenarios,
	...beginning
}: Pick<BatchPlan, "scenarios"> & Beginning): readonly ScenarioHashes[] {
	return scenarios.map((scenario) => ({
		name: scenario.name,
		sha256: scenarioHash(scenario),
		calibration: calibrationHash(scenario, beginning),
	}));
}

/**
 * SHA-256 of everything in a plan that can change a replicate's numbers. Paths kept or
 * not, order of arguments and labels are not among it; every shard has the hash of the whole.
 *
 * @param scenarios the hashes of its scenarios, where they are known already
 */
export function planHash(
	plan: BatchPlan,
	scenarios: readonly ScenarioHashes[] = scenarioHashes(plan),
): string {
	const { seed, parameters, ensemble, without, blockSize } = plan;
	const replicates = wholeRange(plan);
	const from = ensemble === null ? [] : [ensembleHash(ensemble)];
	return sha256OfText(
		JSON.stringify([
			"stibium-plan/1",
			STREAM_VERSION,
			seed,
			replicates.from,
			replicates.to,
			parameters,
			without,
			blockSize,
			scenarios.map(({ name, sha256, calibration }) => [
				name,
				sha256,
				calibration,
			]),
			...from,
		]),
	);
}
