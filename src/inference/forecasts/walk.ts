/** Random walk of a price, which stands beside every fan: what would be said without a model. */

import { exp, inverseNormal, log } from "../../math.ts";
import { type Tick, tickOf } from "../../quantities.ts";
import {
	monthlyReadings,
	type QuotedMarket,
	type Reading,
} from "../facts/readings.ts";
import { type NormalForecast, walkVariance } from "./benchmarks.ts";

/** Spans of quotes by whose volatility random walks go. */
const SPANS = {
	"2018-2023": [tickOf(2018, 1), tickOf(2024, 1)],
	"2018-2024": [tickOf(2018, 1), tickOf(2025, 1)],
} as const;
/** Span of quotes by whose volatility a random walk goes. */
export type WalkSpan = keyof typeof SPANS;
export const WALK_SPANS = Object.keys(SPANS) as readonly WalkSpan[];

/** Readings up to the end of 2024, of which a walk knows those of its span. */
const readings: Readonly<Record<QuotedMarket, readonly Reading[]>> = {
	rotterdam: monthlyReadings("rotterdam"),
	china: monthlyReadings("china"),
};

/** Variance of a month's change of a market's log price over a span of quotes. */
export function monthlyVariance(market: QuotedMarket, span: WalkSpan): number {
	const [from, to] = SPANS[span];
	return walkVariance(
		readings[market].filter(({ tick }) => tick >= from && tick < to),
	);
}

/** Random walk from a market's last reading of 2024 to a month. */
export function walkFrom2024(
	market: QuotedMarket,
	span: WalkSpan,
): (tick: Tick) => NormalForecast {
	const last = readings[market].at(-1)!;
	const variance = monthlyVariance(market, span);
	return (tick) => ({
		middle: log(last.price),
		deviation: Math.sqrt(variance * (tick - last.tick)),
	});
}

/** Middle 80 % of a random walk some months after a price, in the unit of the price. */
export function walkBand(
	market: QuotedMarket,
	price: number,
	months: number,
): { readonly p10: number; readonly p90: number } {
	const deviation = Math.sqrt(
		monthlyVariance(market, "2018-2023") * Math.max(0, months),
	);
	const reach = exp(deviation * inverseNormal(0.9));
	return { p10: price / reach, p90: price * reach };
}
