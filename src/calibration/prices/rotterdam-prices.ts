/** Price quotes of antimony metal at Rotterdam. */

import { type Details, type PriceQuote, priceQuote } from "./price-quote.ts";

function quote(
	date: string,
	usdPerTonne: number,
	confidence: PriceQuote["confidence"],
	source: string,
	details: Details = {},
): PriceQuote {
	return priceQuote(
		"rotterdam",
		"Rotterdam",
		date,
		usdPerTonne,
		confidence,
		source,
		details,
	);
}

/**
 * Antimony metal of 99.65 %, in warehouse or duty unpaid Rotterdam, USD/t, by date. Sources differ by
 * up to a tenth on one day; a quoted range stands at its middle.
 */
export const ROTTERDAM_PRICES: readonly PriceQuote[] = [
	quote("2015-01-14", 7900, "high", "Metal Bulletin 3417568 2015-01-15", {
		low: 7700,
		high: 8100,
	}),
	quote(
		"2016-01-01",
		5291,
		"medium",
		"United States Antimony release 2017-03-06 (baystreet.ca)",
		{ note: "Rotterdam grade I" },
	),
	quote(
		"2016-01-31",
		5004,
		"medium",
		"United States Antimony release 2016-05-02 stockhouse.com",
		{ note: "trough month per USAC" },
	),
	quote(
		"2016-04-01",
		5399,
		"medium",
		"United States Antimony release 2016-05-02 stockhouse.com",
	),
	quote(
		"2016-04-25",
		6248,
		"medium",
		"United States Antimony release 2016-05-02 stockhouse.com",
	),
	quote(
		"2017-01-01",
		7300,
		"medium",
		"United States Antimony release 2017-03-06 (baystreet.ca)",
	),
	quote(
		"2017-02-28",
		8500,
		"medium",
		"United States Antimony release 2017-03-06 (baystreet.ca)",
	),
	quote(
		"2017-03-02",
		8598,
		"medium",
		"United States Antimony release 2017-03-06 (baystreet.ca)",
	),
	quote("2017-08-30", 8450, "high", "Fastmarkets, week of 2017-08-30", {
		low: 8300,
		high: 8600,
	}),
	quote("2017-09-01", 8425, "high", "Fastmarkets, week of 2017-09-01", {
		low: 8300,
		high: 8550,
	}),
	quote("2017-09-08", 8425, "high", "Fastmarkets, week of 2017-09-08", {
		low: 8300,
		high: 8550,
	}),
	quote("2017-09-15", 8425, "high", "Fastmarkets article 3751790", {
		low: 8300,
		high: 8550,
	}),
	quote("2017-09-29", 8250, "high", "Fastmarkets (2017-10-02)", {
		low: 8200,
		high: 8300,
	}),
	quote("2017-10-06", 8100, "medium", "Fastmarkets, week of 2017-10-06", {
		low: 8050,
		high: 8150,
		note: "year inferred from cobalt price on same page",
	}),
	quote("2017-10-20", 7975, "high", "Fastmarkets (2017-10-23)", {
		low: 7800,
		high: 8150,
	}),
	quote("2017-10-27", 7900, "high", "Fastmarkets, week of 2017-10-27", {
		low: 7700,
		high: 8100,
	}),
	quote("2018-03-20", 8700, "medium", "Reuters 2018-03-20 via metalquote.de", {
		note: "'around', highest since June 2017",
	}),
	quote("2020-12-31", 6000, "low", "stockhead.com.au (late Aug 2024)", {
		note: "upper bound: 'below 6,000 by end-2020'",
	}),
	quote("2021-02-05", 8875, "medium", "Japan Metal Daily 79944 (LMB)", {
		note: "LMB (London Metal Bulletin) quote",
	}),
	quote("2021-04-30", 10_000, "medium", "Metal Bulletin 3987906 2021-05-06", {
		note: "offers slipped under 10,000 by month end; some producers still near 10,400",
	}),
	quote("2021-09-30", 13_350, "medium", "chemicaldaily.co.jp (Oct 2021)", {
		note: "peak before Chinese National Day holiday; below 10,000 before July",
	}),
	quote(
		"2021-10-26",
		13_275,
		"high",
		"Argus 2022-01 via ca.marketscreener.com 37550881",
		{ low: 13_150, high: 13_400 },
	),
	quote(
		"2021-12-02",
		12_850,
		"high",
		"Argus 2022-01 via ca.marketscreener.com 37550881",
		{ low: 12_700, high: 13_000 },
	),
	quote(
		"2022-01-11",
		13_350,
		"high",
		"Argus 2022-01 via ca.marketscreener.com 37550881",
		{ low: 13_250, high: 13_450, note: "9-year high" },
	),
	quote(
		"2022-03-28",
		15_050,
		"medium",
		"Nikkei 2022-03-29 via pasokpatokin.blogspot.com",
		{ note: "European spot, late March; highest since Sept 2011" },
	),
	quote("2023-05-23", 12_200, "high", "argusmedia.com 2571158 2024-05-23", {
		low: 12_000,
		high: 12_400,
	}),
	quote("2023-09-15", 12_440, "low", "mmta.co.uk (Argus, mid-Sep 2024)", {
		note: "derived: mid-Sep 2024 26,750 is 115% above a year earlier",
	}),
	quote("2023-11-22", 11_400, "high", "Fastmarkets (2023-11-24)", {
		low: 11_200,
		high: 11_600,
	}),
	quote("2023-11-30", 11_200, "medium", "Japan Metal Daily 147480 (LMB)", {
		note: "LMB low of Nov 2023",
	}),
	quote("2024-01-02", 11_900, "medium", "metallirari.com (Argus)", {
		low: 11_700,
		high: 12_100,
		note: "trioxide grade, start of 2024",
	}),
	quote("2024-01-15", 13_300, "low", "biz.chosun.com 2025-12-01 (Korea Zinc)", {
		note: "'January 2024'; high versus Argus range of the same month",
	}),
	quote("2024-02-01", 13_200, "medium", "metallirari.com (Argus)", {
		low: 13_100,
		high: 13_300,
		note: "trioxide grade, before Lunar New Year (exact day not stated)",
	}),
	quote("2024-04-15", 13_500, "medium", "Japan Metal Daily 147480 (LMB)", {
		note: "LMB, flat since March (page undated, spring 2024)",
	}),
	quote("2024-05-16", 16_670, "low", "argusmedia.com 2571158 2024-05-23", {
		note: "derived: 23 May quote is 14% above a week earlier",
	}),
	quote("2024-05-23", 19_000, "high", "argusmedia.com 2571158 2024-05-23", {
		low: 18_500,
		high: 19_500,
		note: "offers up to 20,000",
	}),
	quote(
		"2024-06-05",
		21_000,
		"medium",
		"Reuters via ch.marketscreener.com 46869704 (June 2024)",
		{ note: "Fastmarkets; record then (article day approximate)" },
	),
	quote(
		"2024-06-14",
		22_700,
		"medium",
		"The Oregon Group via soc.culture.china 2024-09-22",
	),
	quote("2024-08-14", 23_880, "low", "mmta.co.uk (Argus, mid-Sep 2024)", {
		note: "derived: mid-Sep 26,750 is 12% above announcement",
	}),
	quote(
		"2024-08-15",
		22_000,
		"medium",
		"Reuters 2024-08-15 via energynews.oedigital.com",
		{ note: "'above 22,000' - lower bound" },
	),
	quote(
		"2024-08-16",
		24_000,
		"medium",
		"Campine release 2024-08-21 via researchpool.com",
		{ note: "reached in week before 21 Aug" },
	),
	quote("2024-08-28", 24_500, "medium", "stockhead.com.au (late Aug 2024)", {
		note: "day approximate",
	}),
	quote("2024-09-15", 26_750, "high", "mmta.co.uk (Argus, mid-Sep 2024)", {
		low: 26_500,
		high: 27_000,
		note: "Argus duty-unpaid Rotterdam",
	}),
	quote("2024-09-18", 25_250, "low", "metalswire.net (Sep 2024, citing SMM)", {
		note: "series ambiguous in source (SMM data, up 20% from 15 Aug); level fits Europe, not China",
	}),
	quote(
		"2024-09-30",
		25_000,
		"low",
		"de.investing.com 200493230 (Sep-Oct 2024)",
		{ note: "'more than 25,000'" },
	),
	quote(
		"2024-11-07",
		31_250,
		"medium",
		"iru-miru.com/article/71507 (Nov 2024)",
		{ note: "midpoint, '99.65% China' metal" },
	),
	quote(
		"2024-11-07",
		30_500,
		"medium",
		"propertyinterest.com.au 2024-11-14 (Larvotto)",
		{ note: "'a week ago' as of 14 Nov" },
	),
	quote(
		"2024-11-25",
		33_550,
		"medium",
		"aubook.com.au item_679682 (Nov 2024)",
		{ note: "day approximate" },
	),
	quote(
		"2024-11-28",
		34_500,
		"high",
		"iru-miru.com/article_detail.php?id=72156 (Dec 2024)",
		{ note: "midpoint; high 35,000" },
	),
	quote(
		"2024-12-31",
		39_750,
		"high",
		"Reuters 2025-01-06 via energynews.oedigital.com",
		{ low: 39_500, high: 40_000 },
	),
];
