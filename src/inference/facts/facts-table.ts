/** Tables of facts, made by simulating the record and calm years. */

import type { LimitFact } from "../../calibration/fact.ts";
import { DATED_FACTS, LIMIT_FACTS } from "../../calibration/facts.ts";
import { miningHysteresis, pricesByCover } from "../../market/experiments.ts";
import type {
	Mechanism,
	ParameterSet,
	Seed,
	SimulatorFactory,
} from "../../market/simulator.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import {
	quantile,
	type SortedSamples,
	sortSamples,
} from "../../statistics/quantile.ts";
import { CALM_MONTHS, measureCalm, NORMAL_PRICE } from "./calm-facts.ts";
import { type CalmReplicate, calmRowsOf } from "./calm-rules.ts";
import type { FactRow } from "./fact-row.ts";
import { measureRecord, RECORD_FACT_IDS } from "./record-facts.ts";
import { seriesReader } from "./series-reader.ts";

/** Runs from which facts are made: record, seed, parameters and mechanisms. */
export interface FactsSource {
	/** the dated record with a horizon from 2018-01 to 2024-12 */
	readonly record: SoundScenario;
	readonly seed: Seed;
	readonly parameters: ParameterSet;
	/** mechanisms switched off */
	readonly without: readonly Mechanism[];
}

/** Runs from which a table of facts is made, and their number. */
export interface FactsRequest extends FactsSource {
	readonly replicates: number;
}

/** Replicates of a batch, from the first to before the last. */
export interface ReplicateRange {
	readonly from: number;
	readonly to: number;
}

/** Replicates that ran to their end, and the failures of the others. */
export interface Run<Replicate> {
	readonly sound: readonly Replicate[];
	/** one a replicate that broke: its number and why */
	readonly failures: readonly string[];
}

/** Factors on the stocks of users, to see the price fall with cover. */
const COVERS = [0.8, 1, 1.2] as const;

/** Simulates the record and judges the dated facts: inside the centre of the ensemble, or not. */
export function datedRows(
	factory: SimulatorFactory,
	request: FactsRequest,
): readonly FactRow[] {
	const { record, replicates, seed, parameters, without } = request;
	const simulator = factory([record], {
		seed,
		parameters,
		without,
		history: "free",
	});
	const measured: Float64Array[] = [];
	for (let i = 0; i < replicates; i += 1) {
		const [found] = simulator.run(i);
		if (found !== undefined && found.failure === null)
			measured.push(measureRecord(seriesReader(found.series, record)));
	}
	return datedRowsOf(measured);
}

/** Judges every fact of the record by measured replicates of it: figures, then bounds. */
export function datedRowsOf(
	measured: readonly Float64Array[],
): readonly FactRow[] {
	return [...figureRows(measured), ...limitRows(measured)];
}

/** Values of a fact in all replicates. */
function samplesOf(
	{ id }: { readonly id: string },
	measured: readonly Float64Array[],
): SortedSamples {
	const at = RECORD_FACT_IDS.indexOf(id);
	return sortSamples(measured.map((facts) => facts[at] as number));
}

/** Judges bounds by the median of the replicates. */
function limitRows(measured: readonly Float64Array[]): readonly FactRow[] {
	return LIMIT_FACTS.map((fact) => {
		const { id, label, low = 0, high = Number.POSITIVE_INFINITY } = fact;
		const samples = samplesOf(fact, measured);
		const p50 = quantile(samples, 0.5);
		return {
			id,
			label,
			record: null,
			p10: quantile(samples, 0.1),
			p50,
			p90: quantile(samples, 0.9),
			place: null,
			pass: p50 >= low && p50 <= high,
			rule: limitWords(fact),
			scored: true,
		};
	});
}

function limitWords({ low, high }: LimitFact): string {
	if (low === undefined) return `median at most ${high}`;
	if (high === undefined) return `median at least ${low}`;
	return `median within ${low} to ${high}`;
}

function figureRows(measured: readonly Float64Array[]): readonly FactRow[] {
	return DATED_FACTS.map((fact) => {
		const samples = samplesOf(fact, measured);
		const edge = (1 - fact.within) / 2;
		return {
			id: fact.id,
			label: fact.label,
			record: fact.record,
			p10: quantile(samples, 0.1),
			p50: quantile(samples, 0.5),
			p90: quantile(samples, 0.9),
			place: placeIn(samples, fact.record),
			pass:
				fact.record >= quantile(samples, edge) &&
				fact.record <= quantile(samples, 1 - edge),
			rule: `inside the central ${Math.round(fact.within * 100)} %`,
			scored: fact.scored,
		};
	});
}

/** Share of samples below a value, half of those at it counted. */
function placeIn(samples: SortedSamples, value: number): number {
	let place = 0;
	for (const sample of samples)
		place += sample < value ? 1 : sample === value ? 0.5 : 0;
	return place / samples.length;
}

/** Simulates nine calm years and judges S1 to S9: structure of 2023, noise, no dated event. */
export function calmRows(
	factory: SimulatorFactory,
	request: FactsRequest,
): readonly FactRow[] {
	const range = { from: 0, to: request.replicates };
	return calmRowsOf(simulateCalm(factory, request, range).sound);
}

/** Simulates the calm replicates of a range, each with its experiments. */
export function simulateCalm(
	factory: SimulatorFactory,
	{ record, seed, parameters, without }: FactsSource,
	{ from, to }: ReplicateRange,
): Run<CalmReplicate> {
	const calm: SoundScenario = {
		...record,
		shocks: [],
		horizon: { from: 0, to: CALM_MONTHS - 1 },
	};
	const simulator = factory([calm], {
		seed,
		parameters,
		without,
		world: "calm",
	});
	const sound: CalmReplicate[] = [];
	const failures: string[] = [];
	for (let i = from; i < to; i += 1) {
		const found = simulator.run(i)[0]!;
		if (found.failure !== null) {
			failures.push(`calm replicate ${i}: ${found.failure}`);
			continue;
		}
		const values = Float64Array.from(found.parameters);
		sound.push({
			...measureCalm(seriesReader(found.series, calm), NORMAL_PRICE),
			byCover: pricesByCover(calm, values, COVERS),
			hysteresis: miningHysteresis(calm, values),
		});
	}
	return { sound, failures };
}
