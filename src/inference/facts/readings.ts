/** Monthly readings of a price, made from the quotes of the record. */

import type { PriceQuote } from "../../calibration/prices/price-quote.ts";
import { PRICES } from "../../calibration/prices/prices.ts";
import { type Tick, tickOf } from "../../quantities.ts";

/** Markets whose price is quoted often enough to score forecasts of it. */
export const MARKETS = ["rotterdam", "china"] as const;
export type QuotedMarket = (typeof MARKETS)[number];

/** Price of a month, as its quotes give it. */
export interface Reading {
	readonly tick: Tick;
	/** USD/t; China's without value-added tax */
	readonly price: number;
	/** number of quotes in the month */
	readonly quotes: number;
	/** true when every one of them is derived or a bound */
	readonly weak: boolean;
}

/** Month of an ISO day or month. */
export function tickOfDay(date: string): Tick {
	const [year = Number.NaN, month = Number.NaN] = date.split("-").map(Number);
	return tickOf(year, month);
}

/**
 * Reads the record of a market by month, ascending: the mean of the quotes that fall in a
 * month. A month without a quote has no reading; nothing is interpolated.
 */
export function monthlyReadings(
	market: QuotedMarket,
	quotes: readonly PriceQuote[] = PRICES,
): readonly Reading[] {
	const byTick = new Map<Tick, PriceQuote[]>();
	for (const quote of quotes) {
		if (quote.series !== market) continue;
		const tick = tickOfDay(quote.date);
		byTick.set(tick, [...(byTick.get(tick) ?? []), quote]);
	}
	return [...byTick].sort(([a], [b]) => a - b).map(readingOf);
}

function readingOf([tick, quotes]: readonly [Tick, PriceQuote[]]): Reading {
	const sum = quotes.reduce((total, { usdPerTonne }) => total + usdPerTonne, 0);
	return {
		tick,
		price: sum / quotes.length,
		quotes: quotes.length,
		weak: quotes.every(({ confidence }) => confidence === "low"),
	};
}
