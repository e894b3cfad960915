/** Measures of one replicate of calm years, S1 to S9. */

import { mean, medianSorted, sampleStandardDeviation } from "simple-statistics";
import { log } from "../../math.ts";
import {
	annualisedVolatility,
	kurtosis,
	lagOneAutocorrelation,
	logReturns,
	skewness,
} from "../../statistics/moments.ts";
import type { SeriesAt } from "./record-facts.ts";

/** Normal price of calm worlds, USD/t. */
export const NORMAL_PRICE = 12_000;
/** Months of a calm world that are judged: nine years. */
export const CALM_MONTHS = 108;

/** Bounds of the ratio of the Rotterdam price to the Chinese one in calm years. */
const RATIO_LOW = 0.95;
const RATIO_HIGH = 1.25;

/** Measures of one calm replicate of nine years, for the facts that need no experiment. */
export interface CalmFacts {
	/** S1: share of months with Rotterdam over China between 0.95 and 1.25 */
	readonly ratioInside: number;
	/** S1: spread of that ratio */
	readonly ratioSpread: number;
	/** S2: standard deviation of monthly log returns × √12 */
	readonly volatility: number;
	/** S3: lag-1 autocorrelation of log returns */
	readonly autocorrelation: number;
	/** S4: skewness, and kurtosis (3 for a normal distribution), of log returns */
	readonly skewness: number;
	readonly kurtosis: number;
	/** S6: spread of US arrivals over spread of US use, in logs */
	readonly orderVariation: number;
	/** S8: foreign share of Chinese feed, 0 to 1 */
	readonly foreignFeed: number;
	/** S9: median price over the normal price */
	readonly medianPrice: number;
	/** S9: world stock in the last year over the first */
	readonly stockDrift: number;
}

const months = (): number[] => Array.from({ length: CALM_MONTHS }, (_, t) => t);

function spreadOfLogs(values: readonly number[]): number {
	return sampleStandardDeviation(
		values.map((value) => log(Math.max(value, 1e-9))),
	);
}

function sum(values: readonly number[]): number {
	let total = 0;
	for (const value of values) total += value;
	return total;
}

/** Measures one calm replicate; ticks 0 to 107 are its months. */
export function measureCalm(at: SeriesAt, normalPrice: number): CalmFacts {
	const returns = logReturns(
		months().map((t) => at("price_rotterdam_usd_t", t)),
	);
	const ratios = months().map((t) => at("price_ratio", t));
	const prices = months().map((t) => at("price_rotterdam_usd_t", t));
	const foreign = sum(
		months().map((t) => at("china_concentrate_imports_t", t)),
	);
	const own = sum(months().map((t) => at("mined_china_t", t)));
	const stock = months().map((t) => at("stock_world_t", t));
	return {
		ratioInside:
			ratios.filter((r) => r >= RATIO_LOW && r <= RATIO_HIGH).length /
			CALM_MONTHS,
		ratioSpread: sampleStandardDeviation(ratios),
		volatility: annualisedVolatility(returns),
		autocorrelation: lagOneAutocorrelation(returns),
		skewness: skewness(returns),
		kurtosis: kurtosis(returns),
		orderVariation:
			spreadOfLogs(months().map((t) => at("us_imports_t", t))) /
			spreadOfLogs(months().map((t) => at("us_use_t", t))),
		foreignFeed: foreign / (foreign + own),
		medianPrice: medianSorted([...prices].sort((a, b) => a - b)) / normalPrice,
		stockDrift: mean(stock.slice(-12)) / mean(stock.slice(0, 12)),
	};
}
