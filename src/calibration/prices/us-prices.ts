/** Yearly average prices of antimony metal in the United States. */

import { POUNDS_PER_TONNE } from "../../quantities.ts";
import { USGS_2020, USGS_2022, USGS_2026 } from "../publications.ts";
import { type PriceQuote, priceQuote } from "./price-quote.ts";

const NEW_YORK = "New York dealer price";
const REVISED = "basis of the edition of 2022";
const ARGUS = "Argus, 99.65 %, c.i.f. US ports";

function average(
	year: number,
	usdPerPound: number,
	source: string,
	quoted: string,
): PriceQuote {
	return priceQuote(
		"us",
		quoted,
		`${year}-12-31`,
		usdPerPound * POUNDS_PER_TONNE,
		"high",
		source,
		{ note: `average of ${year}, ${usdPerPound} USD/lb` },
	);
}

/**
 * Average US price of antimony metal by year, USD/t, each year from the newest
 * edition at hand. The basis changes between editions, so the step from 2016
 * to 2017 is not all price.
 */
export const US_PRICES: readonly PriceQuote[] = [
	average(2015, 3.27, USGS_2020, NEW_YORK),
	average(2016, 3.35, USGS_2020, NEW_YORK),
	average(2017, 3.77, USGS_2022, REVISED),
	average(2018, 3.81, USGS_2022, REVISED),
	average(2019, 3.04, USGS_2022, REVISED),
	average(2020, 2.67, USGS_2022, REVISED),
	average(2021, 5.31, USGS_2026, ARGUS),
	average(2022, 6.18, USGS_2026, ARGUS),
	average(2023, 5.49, USGS_2026, ARGUS),
	average(2024, 10.24, USGS_2026, ARGUS),
];
