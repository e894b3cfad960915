/** Where the market is: prices at an ensemble's end and after it, and what each scenario adds. */

import { monthName, type Tick } from "../../quantities.ts";
import { pairedStatistics } from "../../statistics/paired.ts";
import { quantile, sortSamples } from "../../statistics/quantile.ts";
import { MARKETS, type QuotedMarket } from "../facts/readings.ts";
import { walkBand } from "../forecasts/walk.ts";

/** Months ahead at which a nowcast is told. */
export const AHEAD = [3, 6, 12] as const;
/** Quantiles of a month. */
const LEVELS = {
	p025: 0.025,
	p10: 0.1,
	p25: 0.25,
	p50: 0.5,
	p75: 0.75,
	p90: 0.9,
	p975: 0.975,
} as const;
type Level = keyof typeof LEVELS;

/** Quantiles of a price in a month, USD/t. */
export type PriceBand = Readonly<Record<Level, number>>;

/** A month ahead beside a random walk. */
export interface AheadBand extends PriceBand {
	readonly months: number;
	readonly month: string;
	/** middle 80 % of the walk, USD/t */
	readonly walk: { readonly p10: number; readonly p90: number };
}

/** A market now and ahead. */
export interface MarketNow {
	readonly market: QuotedMarket;
	readonly month: string;
	/** the record's figure of the month, USD/t; null where it has none */
	readonly record: number | null;
	readonly now: PriceBand;
	readonly ahead: readonly AheadBand[];
}

/** What a scenario adds to Rotterdam's mean price of the next year. */
export interface ScenarioAdds {
	readonly name: string;
	readonly title: string;
	/** USD/t, with a 95 % interval */
	readonly usd: {
		readonly value: number;
		readonly low: number;
		readonly high: number;
	};
	/** the same over the mean of the base */
	readonly share: {
		readonly value: number;
		readonly low: number;
		readonly high: number;
	};
}

/** Prices of a market by month: one column a month, one value a replicate. */
export type MonthlyPrices = (market: QuotedMarket, tick: Tick) => Float64Array;

/** Quantiles of some prices. */
export function bandOf(prices: Float64Array): PriceBand {
	const sorted = sortSamples(prices);
	return Object.fromEntries(
		Object.entries(LEVELS).map(([name, p]) => [name, quantile(sorted, p)]),
	) as Record<Level, number>;
}

/**
 * Tells both markets at the last month of a record and after it. The walk goes from the record's
 * figure, where there is one, else from the median.
 */
export function marketsNow(
	pricesOf: MonthlyPrices,
	last: Tick,
	recorded: (market: QuotedMarket) => number | null,
): readonly MarketNow[] {
	return MARKETS.map((market) => {
		const now = bandOf(pricesOf(market, last));
		const record = recorded(market);
		const walk = walkBand(market, record ?? now.p50);
		return {
			market,
			month: monthName(last),
			record,
			now,
			ahead: AHEAD.map((months) => ({
				months,
				month: monthName(last + months),
				...bandOf(pricesOf(market, last + months)),
				walk: walk(months),
			})),
		};
	});
}

/** Difference of the means of a scenario and its base, in dollars and over the base. */
export function addedBy(
	base: Float64Array,
	other: Float64Array,
): Pick<ScenarioAdds, "usd" | "share"> {
	const { mean } = pairedStatistics(base, other);
	const middle = base.reduce((sum, value) => sum + value, 0) / base.length;
	const { value, low, high } = mean;
	return {
		usd: { value, low, high },
		share: { value: value / middle, low: low / middle, high: high / middle },
	};
}
