import type { PriceQuote } from "../calibration/price-quote.ts";
import { PRICES } from "../calibration/prices.ts";
import { type Tick, tickOf } from "../quantities.ts";

/** Markets whose price is quoted often enough to score forecasts of it. */
export const MARKETS = ["rotterdam", "china"] as const;
export type QuotedMarket = (typeof MARKETS)[number];

/** The price of a month as its quotes give it. */
export interface Reading {
	readonly tick: Tick;
	/** USD/t; China's without value-added tax */
	readonly price: number;
	/** quotes of the month */
	readonly quotes: number;
}

function tickOfDay(date: string): Tick {
	const [year = Number.NaN, month = Number.NaN] = date.split("-").map(Number);
	return tickOf(year, month);
}

/**
 * The record of a market by month, ascending: the mean of the quotes that fall
 * in a month. A month without a quote has no reading; nothing is interpolated.
 */
export function monthlyReadings(
	market: QuotedMarket,
	quotes: readonly PriceQuote[] = PRICES,
): readonly Reading[] {
	const byTick = new Map<Tick, number[]>();
	for (const { series, date, usdPerTonne } of quotes) {
		if (series !== market) continue;
		const tick = tickOfDay(date);
		byTick.set(tick, [...(byTick.get(tick) ?? []), usdPerTonne]);
	}
	return [...byTick]
		.sort(([a], [b]) => a - b)
		.map(([tick, prices]) => ({
			tick,
			price: prices.reduce((sum, price) => sum + price, 0) / prices.length,
			quotes: prices.length,
		}));
}
