/** Ablation: which facts and policy results change when a mechanism is taken away. */

import type { MetricName } from "../../market/record/record.ts";
import { METRICS } from "../../market/record/record.ts";
import {
	DEFAULT_PARAMETERS,
	type Mechanism,
	type Seed,
	type SimulatorFactory,
} from "../../market/simulator.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { type Interval, meanInterval } from "../../statistics/interval.ts";
import { pairedDifferences } from "../../statistics/paired.ts";
import { sortSamples } from "../../statistics/quantile.ts";
import type { FactRow } from "../facts/fact-row.ts";
import { calmRows, datedRows } from "../facts/facts-table.ts";

/** Runs that an ablation needs: record, policies and their base, and replicates of each. */
export interface AblationRequest {
	/** the dated record with a horizon from 2018-01 to 2024-12 */
	readonly record: SoundScenario;
	/** scenario against which policies are held */
	readonly base: SoundScenario;
	readonly policies: readonly SoundScenario[];
	readonly metrics: readonly MetricName[];
	readonly seed: Seed;
	/** replicates of the record, of calm worlds, and of every policy */
	readonly recordReplicates: number;
	readonly calmReplicates: number;
	readonly policyReplicates: number;
}

/** A fact with and without a mechanism. */
export interface FactShift {
	readonly id: string;
	readonly withIt: FactRow;
	readonly without: FactRow;
	/** shift of the median in units of the spread from the 10 to the 90 % point */
	readonly shift: number;
}

/** Effect of a policy on a metric with and without a mechanism: means over pairs of one luck. */
export interface EffectShift {
	readonly policy: string;
	readonly metric: MetricName;
	readonly withIt: Interval;
	readonly without: Interval;
	/** change of the effect, pair by pair, with its 95 % interval */
	readonly change: Interval;
}

/** Shifts of facts and effects when one mechanism is taken away. */
export interface Ablation {
	readonly mechanism: Mechanism;
	readonly facts: readonly FactShift[];
	readonly effects: readonly EffectShift[];
}

function simulateFacts(
	factory: SimulatorFactory,
	request: AblationRequest,
	without: readonly Mechanism[],
): readonly FactRow[] {
	const common = {
		record: request.record,
		seed: request.seed,
		parameters: DEFAULT_PARAMETERS,
		without,
	} as const;
	return [
		...calmRows(factory, { ...common, replicates: request.calmReplicates }),
		...datedRows(factory, { ...common, replicates: request.recordReplicates }),
	];
}

/** Metrics of every scenario (base first) by replicate; NaN for a replicate that broke. */
type Metrics = readonly (readonly Float64Array[])[];

function simulateMetrics(
	factory: SimulatorFactory,
	request: AblationRequest,
	without: readonly Mechanism[],
): Metrics {
	const scenarios = [request.base, ...request.policies];
	const places = request.metrics.map((name) =>
		METRICS.findIndex((metric) => metric.name === name),
	);
	const all = scenarios.map(() =>
		places.map(() => new Float64Array(request.policyReplicates)),
	);
	const simulator = factory(scenarios, {
		seed: request.seed,
		parameters: DEFAULT_PARAMETERS,
		without,
	});
	for (let i = 0; i < request.policyReplicates; i += 1)
		for (const record of simulator.run(i))
			places.forEach((place, m) => {
				const value = record.failure === null ? record.metrics[place] : NaN;
				all[record.scenario]![m]![i] = value as number;
			});
	return all;
}

function shiftOf(withIt: FactRow, without: FactRow): FactShift {
	const spread = withIt.p90 - withIt.p10;
	const moved = without.p50 - withIt.p50;
	const shift = spread > 0 ? moved / spread : 0;
	return { id: withIt.id, withIt, without, shift };
}

function effectsOf(
	request: AblationRequest,
	full: Metrics,
	cut: Metrics,
): readonly EffectShift[] {
	return request.policies.flatMap((policy, p) =>
		request.metrics.map((metric, m): EffectShift => {
			const effect = (metrics: Metrics): Float64Array =>
				pairedDifferences(metrics[0]![m]!, metrics[p + 1]![m]!);
			const withIt = effect(full);
			const without = effect(cut);
			return {
				policy: policy.name,
				metric,
				withIt: meanInterval(sortSamples(withIt)),
				without: meanInterval(sortSamples(without)),
				change: meanInterval(sortSamples(pairedDifferences(withIt, without))),
			};
		}),
	);
}

/** Takes each mechanism away in turn; compares facts and policy results with the whole model's. */
export function ablate(
	factory: SimulatorFactory,
	request: AblationRequest,
	mechanisms: readonly Mechanism[],
	onMechanism: (mechanism: Mechanism) => void = () => {},
): readonly Ablation[] {
	const facts = simulateFacts(factory, request, []);
	const metrics = simulateMetrics(factory, request, []);
	return mechanisms.map((mechanism) => {
		const without = simulateFacts(factory, request, [mechanism]);
		const cut = simulateMetrics(factory, request, [mechanism]);
		onMechanism(mechanism);
		return {
			mechanism,
			facts: facts.map((row, i) => shiftOf(row, without[i] as FactRow)),
			effects: effectsOf(request, metrics, cut),
		};
	});
}
