/** Prices that the model must reproduce: US averages by year, and months of 2024. */

import type { DatedFact } from "../fact.ts";
import { quotesOf } from "./prices.ts";

/** Share of the ensemble that must surround a year of 2018 to 2023, and a row of 2024. */
const NINE_TENTHS = 0.9;
const EIGHT_TENTHS = 0.8;

function usAverage(year: number): number {
	const [average] = quotesOf("us", String(year));
	if (average === undefined) throw new RangeError(`no US average of ${year}`);
	return average.usdPerTonne;
}

/** US yearly averages over that of 2018, which is 1 by definition and does not count. */
const YEARS: readonly DatedFact[] = [2018, 2019, 2020, 2021, 2022, 2023].map(
	(year) => ({
		kind: "dated",
		id: `us-price-${year}`,
		label: `US price of ${year} over 2018`,
		unit: "1",
		period: String(year),
		record: usAverage(year) / usAverage(2018),
		within: NINE_TENTHS,
		scored: year > 2018,
		source:
			year < 2021
				? "USGS yearly averages, edition of 2022"
				: "USGS yearly averages, edition of 2026 over edition of 2022",
		basis: "reported",
	}),
);

/** Price level of a month, read from the few quotes in it: month, USD/t, range, source. */
type Level = readonly [
	month: string,
	usdPerTonne: number,
	range: readonly [low: number, high: number] | null,
	source: string,
];

const ROTTERDAM: readonly Level[] = [
	[
		"2024-01",
		12_400,
		[11_900, 13_300],
		"Argus via metallirari.com (2 January); Korea Zinc (January)",
	],
	[
		"2024-05",
		18_250,
		[17_500, 19_000],
		"Argus 2571158 (23 May, and 14 % less a week earlier)",
	],
	[
		"2024-06",
		22_000,
		[21_000, 22_700],
		"Fastmarkets via Reuters (early June); The Oregon Group (14 June)",
	],
	[
		"2024-08",
		23_900,
		[22_000, 24_500],
		"MMTA with Argus (14 August); Campine (16 August); stockhead.com.au (late August)",
	],
	[
		"2024-09",
		26_500,
		[26_000, 27_000],
		"MMTA with Argus (mid September: 26,500 to 27,000); two weak quotes near 25,000 left out",
	],
	[
		"2024-10",
		27_500,
		null,
		"interpolated between September and November; no quote of the month",
	],
	[
		"2024-11",
		32_500,
		[30_500, 34_500],
		"four quotes of 7 to 28 November (iru-miru.com; Larvotto; aubook.com.au)",
	],
	[
		"2024-12",
		38_875,
		[38_000, 39_750],
		"Argus via Reuters (31 December: 39,750), the month's only quote; lower end of the month assumed",
	],
];

const CHINA: readonly Level[] = [
	["2023-11", 10_000, null, "Fastmarkets (22 November)"],
	["2024-05", 15_300, null, "SMM via Reuters (29 May: 15,565)"],
	["2024-08", 19_600, null, "SMM via Reuters (15 August: 19,689, derived)"],
	["2024-11", 17_200, null, "SMM via Reuters (19 November)"],
	["2024-12", 17_000, null, "SMM 103110607 (27 December)"],
];

function monthly(
	id: string,
	label: string,
	period: string,
	usdPerTonne: number,
	range: Level[2],
	source: string,
): DatedFact {
	return {
		kind: "dated",
		id,
		label,
		unit: "USD/t",
		period,
		record: usdPerTonne,
		...(range === null ? {} : { low: range[0], high: range[1] }),
		within: EIGHT_TENTHS,
		scored: period !== "2024-10",
		source,
		basis: "estimated",
	};
}

const levels = (
	series: string,
	label: string,
	rows: readonly Level[],
): DatedFact[] =>
	rows.map(([period, usdPerTonne, range, source]) =>
		monthly(
			`${series}-${period}`,
			`${label}, ${period}`,
			period,
			usdPerTonne,
			range,
			source,
		),
	);

const SECOND_HALF_OF_2023: readonly DatedFact[] = [
	monthly(
		"rotterdam-2023-h2",
		"Rotterdam, second half of 2023",
		"2023-07..2023-12",
		11_400,
		[11_200, 12_440],
		"Fastmarkets (22 November); LMB (November); MMTA with Argus (mid September, derived)",
	),
	monthly(
		"china-2023-h2",
		"China without tax, second half of 2023",
		"2023-07..2023-12",
		10_000,
		null,
		"Fastmarkets (22 November)",
	),
];

/** Facts about prices, in the order of the record. */
export const PRICE_FACTS: readonly DatedFact[] = [
	...YEARS,
	...levels("rotterdam", "Rotterdam", ROTTERDAM),
	...levels("china", "China without tax", CHINA),
	...SECOND_HALF_OF_2023,
];
