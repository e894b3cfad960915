/** Forecasts of the price by model and benchmarks, judged against the record. */

import { exp, inverseNormal, log } from "../../math.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import {
	crpsOfEnsemble,
	crpsOfNormal,
	type Ensemble,
	ensembleOf,
	ensembleQuantile,
	pitOfEnsemble,
} from "../../statistics/crps.ts";
import { normalCdf } from "../../statistics/normal.ts";
import {
	monthlyReadings,
	type QuotedMarket,
	type Reading,
} from "../facts/readings.ts";
import { priceAt, type RecordReplicate } from "../facts/simulated-record.ts";
import {
	autoregression,
	type Benchmark,
	knownAt,
	type NormalForecast,
	randomWalk,
} from "./benchmarks.ts";
import type { BlindScenarios } from "./blind-scenarios.ts";
import { type Conditioning, conditionOn } from "./condition.ts";
import type { ForecastPair } from "./forecast-pairs.ts";

/** A forecast of one pair with its scores, which are of the natural log of the price. */
export interface JudgedForecast {
	readonly pair: ForecastPair;
	/** USD/t */
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
	/** fair score; that of the whole distribution where it is known */
	readonly crps: number;
	/** score of the members as if they were the whole distribution */
	readonly crpsPlain: number;
	/** place of the outcome in the forecast, 0 to 1 */
	readonly pit: number;
}

/** The readings of every market. */
export type Readings = Readonly<Record<QuotedMarket, readonly Reading[]>>;

/** Reads the record of every market, by month. */
export function readRecord(): Readings {
	return {
		rotterdam: monthlyReadings("rotterdam"),
		china: monthlyReadings("china"),
	};
}

/** A normal forecast of a log price by its 80 % band, USD/t, with its score and the place of the outcome. */
export function judgeNormal(
	{ middle, deviation }: NormalForecast,
	came: number,
): Pick<JudgedForecast, "p10" | "p50" | "p90" | "crps" | "pit"> {
	const at = (p: number): number => exp(middle + deviation * inverseNormal(p));
	return {
		p10: at(0.1),
		p50: exp(middle),
		p90: at(0.9),
		crps: crpsOfNormal(middle, deviation, came),
		pit: normalCdf((came - middle) / deviation),
	};
}

/** Judges a benchmark that knows the readings up to each origin. */
export function judgeBenchmark(
	benchmark: Benchmark,
	pairs: readonly ForecastPair[],
	readings: Readings,
): readonly JudgedForecast[] {
	return pairs.map((pair) => {
		const known = knownAt(readings[pair.market], pair.origin);
		const forecast = benchmark(known, pair.horizon);
		const judged = judgeNormal(forecast, log(pair.priceAtTarget));
		return { pair, ...judged, crpsPlain: judged.crps };
	});
}

/** The two benchmarks: a random walk and a first-order autoregression. */
export const BENCHMARKS = { walk: randomWalk, ar1: autoregression } as const;

/** Simulated replicates of the record and of its blind scenarios. */
export interface Members {
	readonly record: SoundScenario;
	readonly blind: BlindScenarios;
	readonly replicates: readonly RecordReplicate[];
}

/** Weighs the members at every origin of the pairs. */
export function conditionMembers(
	{ record, replicates }: Members,
	pairs: readonly ForecastPair[],
	readings: Readings,
): ReadonlyMap<number, Conditioning> {
	const members = replicates.map(
		(one) => (market: QuotedMarket, tick: number) =>
			priceAt(one, record, 0, market, tick),
	);
	const origins = [...new Set(pairs.map(({ origin }) => origin))];
	return new Map(
		origins.map((origin) => [origin, conditionOn(origin, readings, members)]),
	);
}

/** Forecast of the target's log price: the origin's quote plus each member's change since then. */
function forecastOf(
	{ record, replicates }: Members,
	place: number,
	{ market, origin, target, priceAtOrigin }: ForecastPair,
	weights: readonly number[],
): Ensemble {
	const start = log(priceAtOrigin);
	const values = replicates.map((one) => {
		const now = priceAt(one, record, place, market, origin);
		const then = priceAt(one, record, place, market, target);
		return start + log(then / now);
	});
	return ensembleOf(values, weights);
}

/**
 * Judges the model's forecasts from every origin: members weighed by their path so far, in
 * the whole dated record (`known`), or in what was in force or known in the month of the
 * origin (`blind`).
 */
export function judgeModel(
	members: Members,
	events: "known" | "blind",
	pairs: readonly ForecastPair[],
	conditioned: ReadonlyMap<number, Conditioning>,
): readonly JudgedForecast[] {
	return pairs.map((pair) => {
		const { weights } = conditioned.get(pair.origin) as Conditioning;
		const place = events === "known" ? 0 : members.blind.placeOf(pair.origin);
		const forecast = forecastOf(members, place, pair, weights);
		const came = log(pair.priceAtTarget);
		const { plain, fair } = crpsOfEnsemble(forecast, came);
		const at = (share: number): number =>
			exp(ensembleQuantile(forecast, share));
		return {
			pair,
			p10: at(0.1),
			p50: at(0.5),
			p90: at(0.9),
			crps: fair,
			crpsPlain: plain,
			pit: pitOfEnsemble(forecast, came),
		};
	});
}
