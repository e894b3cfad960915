/** Months from which, and for which, a price forecast can be scored. */

import { type Tick, tickOf } from "../../quantities.ts";
import {
	MARKETS,
	monthlyReadings,
	type QuotedMarket,
	type Reading,
} from "../facts/readings.ts";
import { FEWEST_READINGS, knownAt } from "./benchmarks.ts";

/** Horizons that are scored, months ahead. */
export const HORIZONS = [1, 3, 6, 12] as const;
export type Horizon = (typeof HORIZONS)[number];

/** First and last month from which forecasts are made. */
const FIRST_ORIGIN = tickOf(2019, 1);
const LAST_ORIGIN = tickOf(2024, 12);

/** A month with a quote, the origin, and a later one with a quote too, the target. */
export interface ForecastPair {
	readonly market: QuotedMarket;
	readonly horizon: Horizon;
	readonly origin: Tick;
	readonly target: Tick;
	/** USD/t */
	readonly priceAtOrigin: number;
	readonly priceAtTarget: number;
	/** true when either month rests on derived quotes or bounds alone */
	readonly weak: boolean;
}

function pairsOf(
	market: QuotedMarket,
	readings: readonly Reading[],
): readonly ForecastPair[] {
	const byTick = new Map(readings.map((reading) => [reading.tick, reading]));
	const origins = readings.filter(
		({ tick }) =>
			tick >= FIRST_ORIGIN &&
			tick <= LAST_ORIGIN &&
			knownAt(readings, tick).length >= FEWEST_READINGS,
	);
	return HORIZONS.flatMap((horizon) =>
		origins.flatMap(({ tick, price, weak }): readonly ForecastPair[] => {
			const target = byTick.get(tick + horizon);
			if (target === undefined) return [];
			return [
				{
					market,
					horizon,
					origin: tick,
					target: target.tick,
					priceAtOrigin: price,
					priceAtTarget: target.price,
					weak: weak || target.weak,
				},
			];
		}),
	);
}

/** Lists every pair that can be scored, by market, horizon and origin. */
export function forecastPairs(
	readingsOf: (market: QuotedMarket) => readonly Reading[] = monthlyReadings,
): readonly ForecastPair[] {
	return MARKETS.flatMap((market) => pairsOf(market, readingsOf(market)));
}
