/** Twin experiment: markets whose truth is known, observed as a record was, and sought again. */

import type { Ensemble, RecordRow } from "../../calibration/priors/ensemble.ts";
import { LUCK_MONTHS } from "../../calibration/priors/luck-scores.ts";
import type {
	ReplicateRecord,
	SeriesName,
} from "../../market/record/record.ts";
import type { RelivingSimulatorFactory, Seed } from "../../market/simulator.ts";
import { exp, inverseNormal, log } from "../../math.ts";
import type { Tick } from "../../quantities.ts";
import { questionKey } from "../../random/question.ts";
import { Streams } from "../../random/streams.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import {
	crpsOfEnsemble,
	ensembleOf,
	pitOfEnsemble,
} from "../../statistics/crps.ts";
import { seriesReader } from "../facts/series-reader.ts";
import { firstParticles, pastOfCarried, startOfPosterior } from "./carried.ts";
import { answerOf, observationOf } from "./observe.ts";

/** Something of a market that a twin is asked for. */
export interface TwinQuestion {
	readonly series: SeriesName;
	readonly tick: Tick;
	/** of the state at the end of the record, or of the price a year on */
	readonly kind: "state" | "ahead";
}

const PRICES = ["price_rotterdam_usd_t", "price_china_usd_t"] as const;
const STATE = [...PRICES, "stock_world_t", "us_stock_t"] as const;
const YEAR = 12;

/** What is asked of every twin whose record ends in a month. */
export function twinQuestions(last: Tick): readonly TwinQuestion[] {
	return [
		...STATE.map((series) => ({ series, tick: last, kind: "state" as const })),
		...PRICES.map((series) => ({
			series,
			tick: last + YEAR,
			kind: "ahead" as const,
		})),
	];
}

/** A market whose truth is known, with what was seen of it. */
export interface TwinTruth {
	/** natural logs, one a question */
	readonly truths: readonly number[];
	/** rows of the record, with other values */
	readonly record: readonly RecordRow[];
}

const key = {
	middle: questionKey("twin", "error of a row"),
	tails: [0, 1, 2, 3].map((i) => questionKey("twin", `tail of an error ${i}`)),
};

/** Student t of four degrees of freedom. */
function studentT4(streams: Streams, at: number): number {
	const squares = key.tails.reduce((sum, question) => {
		const z = inverseNormal(streams.uniform(question, at));
		return sum + z * z;
	}, 0);
	return streams.normal(key.middle, at) / Math.sqrt(squares / 4);
}

/** The dated record to a year after its last row, of which a twin is asked. */
export const twinScenario = (
	scenario: SoundScenario,
	last: Tick,
): SoundScenario => ({
	...scenario,
	horizon: { from: 0, to: last + YEAR },
	reference: LUCK_MONTHS,
});

function answers(
	{ series }: ReplicateRecord,
	scenario: SoundScenario,
	questions: readonly TwinQuestion[],
): readonly number[] {
	const at = seriesReader(series, scenario);
	return questions.map((one) => log(Math.max(1, at(one.series, one.tick))));
}

/**
 * A market drawn from the posterior and its luck, observed as a record was: the same rows, each with
 * an error of its own that is distributed as the assimilation takes it to be.
 *
 * @param scenario as `twinScenario` gives it
 * @returns null when the market broke
 */
export function twinTruth(
	factory: RelivingSimulatorFactory,
	scenario: SoundScenario,
	record: readonly RecordRow[],
	questions: readonly TwinQuestion[],
	seed: Seed,
): TwinTruth | null {
	const months = scenario.horizon.to + 1 - LUCK_MONTHS;
	const [particle] = firstParticles(startOfPosterior(), 1, months, seed);
	const simulator = factory([scenario], {
		seed,
		parameters: "prior",
		without: [],
	});
	const [run] = simulator.relive(pastOfCarried(particle!, seed), 0);
	if (run === undefined || run.failure !== null) return null;
	const at = seriesReader(run.series, scenario);
	const streams = new Streams(`${seed}/errors`, 0);
	return {
		truths: answers(run, scenario, questions),
		record: record.map((row, i) => {
			const observation = observationOf(row);
			const error = observation.deviation * studentT4(streams, i);
			return { ...row, value: exp(answerOf(observation, at) + error) };
		}),
	};
}

/** Logs of the answers of some replicates, one list a question. */
export function twinForecast(
	factory: RelivingSimulatorFactory,
	scenario: SoundScenario,
	questions: readonly TwinQuestion[],
	ensemble: Ensemble | null,
	{ seed, replicates }: { readonly seed: Seed; readonly replicates: number },
): readonly (readonly number[])[] {
	const simulator = factory([scenario], {
		seed,
		parameters: "posterior",
		ensemble,
		without: [],
	});
	const found: (readonly number[])[] = [];
	for (let r = 0; r < replicates; r += 1) {
		const [run] = simulator.run(r);
		if (run !== undefined && run.failure === null)
			found.push(answers(run, scenario, questions));
	}
	return questions.map((_, q) => found.map((one) => one[q]!));
}

/** One question of a twin: place of the truth, and scores with the record and without. */
export interface TwinScore {
	readonly question: TwinQuestion;
	readonly place: number;
	/** ranked probability score of the log, after the record and from the posterior alone */
	readonly crps: number;
	readonly without: number;
}

/** Scores of a twin by question. */
export function twinScores(
	questions: readonly TwinQuestion[],
	truths: readonly number[],
	found: readonly (readonly number[])[],
	without: readonly (readonly number[])[],
): readonly TwinScore[] {
	const equal = (values: readonly number[]) =>
		ensembleOf(
			values,
			values.map(() => 1),
		);
	return questions.map((question, q) => ({
		question,
		place: pitOfEnsemble(equal(found[q]!), truths[q]!),
		crps: crpsOfEnsemble(equal(found[q]!), truths[q]!).fair,
		without: crpsOfEnsemble(equal(without[q]!), truths[q]!).fair,
	}));
}
