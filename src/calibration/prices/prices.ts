import { CHINA_PRICES } from "./china-prices.ts";
import type { PriceQuote } from "./price-quote.ts";
import { ROTTERDAM_PRICES } from "./rotterdam-prices.ts";
import { US_PRICES } from "./us-prices.ts";

/** Every price quote of the record, 2015 to the end of 2024, by series and then by date. */
export const PRICES: readonly PriceQuote[] = [
	...ROTTERDAM_PRICES,
	...CHINA_PRICES,
	...US_PRICES,
];

/** Quotes of a series within a year, a month or a day, `period` an ISO date or the start of one. */
export function quotesOf(
	series: PriceQuote["series"],
	period: string,
): readonly PriceQuote[] {
	return PRICES.filter(
		(row) => row.series === series && row.date.startsWith(period),
	);
}
