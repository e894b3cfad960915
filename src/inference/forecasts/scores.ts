/** Scores of forecasters by market and horizon, and their differences from the benchmarks. */

import { mean } from "simple-statistics";
import { type Interval, shareInterval } from "../../statistics/interval.ts";
import { scoreDifference } from "../../statistics/score-difference.ts";
import { MARKETS, type QuotedMarket } from "../facts/readings.ts";
import { HORIZONS, type Horizon } from "./forecast-pairs.ts";
import type { JudgedForecast } from "./forecasts.ts";

/** Central bands whose coverage is reported, as shares. */
export const BANDS = [0.5, 0.8, 0.9] as const;

/** A market, or the pairs of both. */
export type ScoredMarket = QuotedMarket | "both";
export const SCORED_MARKETS: readonly ScoredMarket[] = [...MARKETS, "both"];

/** A forecaster with its forecasts of all pairs, in the same order for every forecaster. */
export interface Forecaster {
	/** `[a-z0-9-]+` */
	readonly id: string;
	readonly label: string;
	/** knowledge that its forecasts rest on, in words */
	readonly knows: string;
	readonly forecasts: readonly JudgedForecast[];
}

/** Share of outcomes that lay in a central band. */
export interface Coverage {
	readonly band: number;
	readonly hits: number;
	readonly share: Interval;
}

/** A forecaster at a horizon. Scores are of log prices: 0.10 is a tenth of the price, about. */
export interface Score {
	readonly forecaster: string;
	readonly market: ScoredMarket;
	readonly horizon: Horizon;
	/** pairs of origin and target */
	readonly n: number;
	/** mean of the fair score; `crpsPlain` that of members as if they were all */
	readonly crps: number;
	readonly crpsPlain: number;
	/** mean difference to each benchmark, with its 95 % interval; below 0 the forecaster is better */
	readonly lessWalk: Interval;
	readonly lessAr1: Interval;
	readonly coverage: readonly Coverage[];
}

/** Verdict on a forecaster by the 95 % interval of its difference of scores. */
export function verdictOf({
	low,
	high,
}: Interval): "better" | "worse" | "tied" {
	if (high < 0) return "better";
	return low > 0 ? "worse" : "tied";
}

/** True when the central band of a share holds the place `pit` of an outcome. */
export function isInside(pit: number, band: number): boolean {
	return pit >= (1 - band) / 2 && pit <= (1 + band) / 2;
}

function coverageOf(
	forecasts: readonly JudgedForecast[],
	band: number,
): Coverage {
	const hits = forecasts.filter(({ pit }) => isInside(pit, band)).length;
	return { band, hits, share: shareInterval(hits, forecasts.length) };
}

function chosen(
	{ forecasts }: Forecaster,
	market: ScoredMarket,
	horizon: Horizon,
): readonly JudgedForecast[] {
	return forecasts.filter(
		({ pair }) =>
			pair.horizon === horizon && (market === "both" || pair.market === market),
	);
}

function lessThan(
	own: readonly JudgedForecast[],
	other: readonly JudgedForecast[],
	horizon: Horizon,
): Interval {
	return scoreDifference(
		own.map(({ crps }, i) => crps - other[i]!.crps),
		own.map(({ pair }) => pair.origin),
		horizon,
	);
}

function scoreOf(
	forecaster: Forecaster,
	walk: Forecaster,
	ar1: Forecaster,
	market: ScoredMarket,
	horizon: Horizon,
): Score {
	const own = chosen(forecaster, market, horizon);
	return {
		forecaster: forecaster.id,
		market,
		horizon,
		n: own.length,
		crps: mean(own.map(({ crps }) => crps)),
		crpsPlain: mean(own.map(({ crpsPlain }) => crpsPlain)),
		lessWalk: lessThan(own, chosen(walk, market, horizon), horizon),
		lessAr1: lessThan(own, chosen(ar1, market, horizon), horizon),
		coverage: BANDS.map((band) => coverageOf(own, band)),
	};
}

/** Scores all forecasters by market and horizon; all must have judged the same pairs in one order. */
export function scoreForecasters(
	forecasters: readonly Forecaster[],
	walk: Forecaster,
	ar1: Forecaster,
): readonly Score[] {
	return SCORED_MARKETS.flatMap((market) =>
		HORIZONS.flatMap((horizon) =>
			forecasters.map((forecaster) =>
				scoreOf(forecaster, walk, ar1, market, horizon),
			),
		),
	);
}
