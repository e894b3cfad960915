/** Validation of the model: its facts and its forecasts against the record. */

import type { ParameterSet, Seed } from "../../market/simulator.ts";
import { monthName } from "../../quantities.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { type CalmReplicate, calmRowsOf } from "../facts/calm-rules.ts";
import { datedRowsOf } from "../facts/facts-table.ts";
import type { RecordReplicate } from "../facts/simulated-record.ts";
import type { BlindScenarios } from "../forecasts/blind-scenarios.ts";
import type { Conditioning } from "../forecasts/condition.ts";
import {
	type ForecastPair,
	forecastPairs,
} from "../forecasts/forecast-pairs.ts";
import {
	BENCHMARKS,
	conditionMembers,
	judgeBenchmark,
	judgeModel,
	type Members,
	readRecord,
} from "../forecasts/forecasts.ts";
import type { OutlookReplicate } from "../forecasts/outlook.ts";
import {
	type Forecaster,
	type Score,
	scoreForecasters,
} from "../forecasts/scores.ts";
import { secondLook } from "../forecasts/second-look.ts";
import {
	type BlindTest,
	blindTest,
	type PriceTest,
	testPrices,
} from "./blind-test.ts";
import { type Tails, tailsOf } from "./tails.ts";
import { type ValidationRow, validationRows } from "./validation-rows.ts";

/** Simulated replicates under one set of parameters. */
export interface SimulatedSet {
	readonly parameters: ParameterSet;
	readonly replicates: readonly RecordReplicate[];
}

/** Simulations that a validation is made from. */
export interface Simulated {
	/** the dated record with a horizon from 2018-01 to 2024-12 */
	readonly record: SoundScenario;
	readonly blind: BlindScenarios;
	readonly seed: Seed;
	/** set of parameters that is judged */
	readonly judged: SimulatedSet;
	/** the prior, whose forecasts stand beside the judged set's; null when it is that set */
	readonly prior: SimulatedSet | null;
	readonly calm: readonly CalmReplicate[];
	/** the judged set with the holders' weight from its prior, whose forecasts are scored; null when that is the judged set */
	readonly unfitted: SimulatedSet | null;
	/** the years to come, by the parameters judged */
	readonly outlook: readonly OutlookReplicate[];
	/** one line a replicate that broke, of either kind */
	readonly failures: readonly string[];
}

/** Weighing of a set's members at an origin. */
export interface OriginWeights {
	readonly parameters: ParameterSet;
	/** `YYYY-MM` */
	readonly origin: string;
	readonly width: number;
	readonly effective: number;
	readonly months: number;
}

/** Known errors of the model: facts it misses, and scores of its forecasts. */
export interface Validation {
	readonly seed: Seed;
	readonly parameters: ParameterSet;
	/** sound replicates of the record; `calmReplicates` those of calm worlds */
	readonly replicates: number;
	readonly calmReplicates: number;
	/** replicates that broke and were left out */
	readonly failures: readonly string[];
	readonly rows: readonly ValidationRow[];
	readonly pairs: readonly ForecastPair[];
	readonly forecasters: readonly Forecaster[];
	readonly scores: readonly Score[];
	readonly weights: readonly OriginWeights[];
	/** the frozen predictive of 2025 against the record of that year */
	readonly blindTest: BlindTest;
	/** 2025 from the parameters judged here, by a model whose rules were revised with that year known */
	readonly secondLook: PriceTest;
	readonly tails: Tails;
}

/** Every pair of origin and target that is forecast. */
export const PAIRS: readonly ForecastPair[] = forecastPairs();

const readings = readRecord();

/** Benchmarks, which see nothing but quotes. */
const WALK: Forecaster = {
	id: "random-walk",
	label: "Random walk",
	knows: "the quotes up to the origin",
	forecasts: judgeBenchmark(BENCHMARKS.walk, PAIRS, readings),
};
const AR1: Forecaster = {
	id: "ar1",
	label: "AR(1)",
	knows: "the quotes up to the origin",
	forecasts: judgeBenchmark(BENCHMARKS.ar1, PAIRS, readings),
};

const FITTED =
	"parameters that were fitted to facts up to 2024, but for how far holders in China look abroad and how long news of a cut lasts, which are drawn from their priors";

/** Words for what each set of parameters has seen of the record. */
const SEEN: Readonly<Record<ParameterSet, string>> = {
	prior:
		"parameters as drawn from the priors, whose ranges were chosen with the record known",
	screened: FITTED,
	posterior: FITTED,
};

/** Id of the model that is blind to later events, by its parameters. */
export const blindId = (parameters: ParameterSet): string =>
	`blind-${parameters}`;

interface Weighed {
	readonly set: SimulatedSet;
	readonly members: Members;
	readonly conditioned: ReadonlyMap<number, Conditioning>;
}

function weighed({ record, blind }: Simulated, set: SimulatedSet): Weighed {
	const members = { record, blind, replicates: set.replicates };
	return {
		set,
		members,
		conditioned: conditionMembers(members, PAIRS, readings),
	};
}

function blindForecaster({ set, members, conditioned }: Weighed): Forecaster {
	const { parameters } = set;
	return {
		id: blindId(parameters),
		label: `Model, blind (${parameters})`,
		knows: `the quotes and the dated events up to the origin; ${SEEN[parameters]}`,
		forecasts: judgeModel(members, "blind", PAIRS, conditioned),
	};
}

function knowingForecaster({ set, members, conditioned }: Weighed): Forecaster {
	const { parameters } = set;
	return {
		id: `events-known-${parameters}`,
		label: `Model, later events known (${parameters})`,
		knows: `the quotes up to the origin and every dated event, later ones too; ${SEEN[parameters]}`,
		forecasts: judgeModel(members, "known", PAIRS, conditioned),
	};
}

function weightsOf({ set, conditioned }: Weighed): readonly OriginWeights[] {
	return [...conditioned]
		.sort(([a], [b]) => a - b)
		.map(([origin, { width, effective, months }]) => ({
			parameters: set.parameters,
			origin: monthName(origin),
			width,
			effective,
			months,
		}));
}

/** Judges the facts and scores the forecasts. */
export function validationOf(simulated: Simulated): Validation {
	const { judged, unfitted, prior, calm, seed, failures } = simulated;
	const own = weighed(simulated, judged);
	const forecasting = unfitted === null ? own : weighed(simulated, unfitted);
	const sets =
		prior === null ? [forecasting] : [forecasting, weighed(simulated, prior)];
	const rows = validationRows([
		...calmRowsOf(calm),
		...datedRowsOf(judged.replicates.map(({ facts }) => facts)),
	]);
	const forecasters = [
		...sets.map(blindForecaster),
		...[WALK, AR1],
		knowingForecaster(own),
	];
	return {
		seed,
		parameters: judged.parameters,
		failures,
		forecasters,
		pairs: PAIRS,
		replicates: judged.replicates.length,
		calmReplicates: calm.length,
		rows,
		scores: scoreForecasters(forecasters, WALK, AR1),
		weights: sets.flatMap(weightsOf),
		blindTest: blindTest(),
		secondLook: testPrices(secondLook(simulated.outlook)),
		tails: tailsOf(simulated.outlook, rows),
	};
}
