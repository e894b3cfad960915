/** Blind test of 2025: the frozen predictive, and any other fan of that year, against its record. */

import { PRICES_OF_2025 } from "../../calibration/record-2025/prices-of-2025.ts";
import { exp, log } from "../../math.ts";
import { monthName, type Tick, tickOf } from "../../quantities.ts";
import {
	crpsOfQuantiles,
	pitOfQuantiles,
	type QuantileForecast,
} from "../../statistics/quantile-forecast.ts";
import {
	MARKETS,
	monthlyReadings,
	type QuotedMarket,
} from "../facts/readings.ts";
import { PRICE_OF } from "../facts/simulated-record.ts";
import type { NormalForecast } from "../forecasts/benchmarks.ts";
import { judgeNormal } from "../forecasts/forecasts.ts";
import { FROZEN_2025, FROZEN_LEVELS } from "../forecasts/frozen-2025.ts";
import { isInside } from "../forecasts/scores.ts";
import { WALK_SPANS, type WalkSpan, walkFrom2024 } from "../forecasts/walk.ts";
import { type JudgedVolume, judgeVolumes } from "./blind-volumes.ts";

/** First month of the year that is tested, and the first after it. */
export const TESTED = { from: tickOf(2025, 1), to: tickOf(2026, 1) } as const;

/** Central band whose coverage is told. */
const BAND = 0.8;

/** A forecast by its 80 % band with its score, of the natural log of the price. */
export interface ScoredBand {
	/** USD/t */
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
	readonly crps: number;
	/** place of the quoted price in the forecast, 0 to 1 */
	readonly place: number;
	readonly inside: boolean;
}

/** A quoted month of 2025 beside the forecasts of it. */
export interface TestedMonth {
	readonly market: QuotedMarket;
	readonly month: string;
	/** mean of the month's quotes, USD/t */
	readonly price: number;
	/** true when every quote is derived or a bound */
	readonly weak: boolean;
	readonly model: ScoredBand;
	readonly walks: Readonly<Record<WalkSpan, ScoredBand>>;
}

/** A market over its quoted months: mean scores, and months inside the band. */
export interface TestedMarket {
	readonly market: QuotedMarket;
	readonly months: number;
	readonly crps: number;
	readonly inside: number;
	readonly walks: Readonly<
		Record<WalkSpan, { readonly crps: number; readonly inside: number }>
	>;
}

/** Prices of a fan of 2025 against the quotes. */
export interface PriceTest {
	readonly months: readonly TestedMonth[];
	readonly markets: readonly TestedMarket[];
}

/** The frozen predictive of 2025 against all that is on record of that year. */
export interface BlindTest extends PriceTest {
	readonly volumes: readonly JudgedVolume[];
}

/** Quantiles of a market's log price in a month of 2025. */
export type PriceFan = (market: QuotedMarket, tick: Tick) => QuantileForecast;

/** The frozen fan of both prices. */
export const frozenFan: PriceFan = (market, tick) => ({
	levels: FROZEN_LEVELS,
	values:
		FROZEN_2025[PRICE_OF[market] as "price_rotterdam_usd_t"][
			tick - TESTED.from
		]!.map(log),
});

function scoreQuantiles(forecast: QuantileForecast, came: number): ScoredBand {
	const { levels, values } = forecast;
	const at = (level: number): number => exp(values[levels.indexOf(level)]!);
	const place = pitOfQuantiles(forecast, came);
	return {
		p10: at(0.1),
		p50: at(0.5),
		p90: at(0.9),
		crps: crpsOfQuantiles(forecast, came),
		place,
		inside: isInside(place, BAND),
	};
}

function scoreNormal(forecast: NormalForecast, came: number): ScoredBand {
	const { pit: place, ...judged } = judgeNormal(forecast, came);
	return { ...judged, place, inside: isInside(place, BAND) };
}

function testMonths(
	market: QuotedMarket,
	fan: PriceFan,
): readonly TestedMonth[] {
	const walks = WALK_SPANS.map(
		(span) => [span, walkFrom2024(market, span)] as const,
	);
	return monthlyReadings(market, PRICES_OF_2025).map(
		({ tick, price, weak }) => {
			const came = log(price);
			return {
				market,
				month: monthName(tick),
				price,
				weak,
				model: scoreQuantiles(fan(market, tick), came),
				walks: Object.fromEntries(
					walks.map(([span, walk]) => [span, scoreNormal(walk(tick), came)]),
				) as Record<WalkSpan, ScoredBand>,
			};
		},
	);
}

function summed(bands: readonly ScoredBand[]) {
	const crps = bands.reduce((sum, band) => sum + band.crps, 0) / bands.length;
	return { crps, inside: bands.filter(({ inside }) => inside).length };
}

function marketOf(
	market: QuotedMarket,
	months: readonly TestedMonth[],
): TestedMarket {
	const own = months.filter((month) => month.market === market);
	return {
		market,
		months: own.length,
		...summed(own.map(({ model }) => model)),
		walks: Object.fromEntries(
			WALK_SPANS.map((span) => [
				span,
				summed(own.map(({ walks }) => walks[span])),
			]),
		) as TestedMarket["walks"],
	};
}

/** Holds a fan of both prices against every quoted month of 2025, beside two random walks. */
export function testPrices(fan: PriceFan): PriceTest {
	const months = MARKETS.flatMap((market) => testMonths(market, fan));
	return { months, markets: MARKETS.map((market) => marketOf(market, months)) };
}

/** Holds the frozen predictive against the prices and volumes of 2025. */
export function blindTest(): BlindTest {
	return { ...testPrices(frozenFan), volumes: judgeVolumes() };
}
