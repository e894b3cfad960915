/** All price quotes of the record, and those of one year, month or day. */

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

/** Quotes of a series within a year, month or day; `period` is an ISO date or its beginning. */
export function quotesOf(
	series: PriceQuote["series"],
	period: string,
): readonly PriceQuote[] {
	return PRICES.filter(
		(row) => row.series === series && row.date.startsWith(period),
	);
}
