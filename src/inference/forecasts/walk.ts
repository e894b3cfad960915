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

/** Ends of the middle 80 % of a forecast, USD/t or whatever unit its price had. */
export interface WalkEnds {
	readonly p10: number;
	readonly p90: number;
}

/** Middle 80 % of a random walk by months after a price, in the unit of the price. */
export function walkBand(
	market: QuotedMarket,
	price: number,
): (months: number) => WalkEnds {
	const variance = monthlyVariance(market, "2018-2023");
	return (months) => {
		const reach = exp(Math.sqrt(variance * months) * inverseNormal(0.9));
		return { p10: price / reach, p90: price * reach };
	};
}

/** Middle 80 % of the random walk from a market's last reading of 2024 by month, USD/t. */
export function walkBandFrom2024(
	market: QuotedMarket,
): (tick: Tick) => WalkEnds {
	const { tick: last, price } = readings[market].at(-1)!;
	const band = walkBand(market, price);
	return (tick) => band(tick - last);
}
