/** Facts of 2018 to 2024 as one replicate of the dated record answers them. */

import type { SeriesName } from "../../market/record/record.ts";
import { type Tick, tickOf } from "../../quantities.ts";

/** Value of a monthly series at a tick, from the record of one replicate. */
export type SeriesAt = (name: SeriesName, tick: Tick) => number;

function meanOver(
	at: SeriesAt,
	name: SeriesName,
	from: Tick,
	to: Tick,
): number {
	let sum = 0;
	for (let tick = from; tick < to; tick += 1) sum += at(name, tick);
	return sum / (to - from);
}

function yearMean(at: SeriesAt, name: SeriesName, year: number): number {
	return meanOver(at, name, tickOf(year, 1), tickOf(year + 1, 1));
}

type Fact = readonly [id: string, measure: (at: SeriesAt) => number];

const month = (
	id: string,
	name: SeriesName,
	year: number,
	monthOfYear: number,
): Fact => [id, (at) => at(name, tickOf(year, monthOfYear))];

const padded = (m: number): string => String(m).padStart(2, "0");

/** USGS yearly averages over 2018. */
const YEARS: readonly Fact[] = [2018, 2019, 2020, 2021, 2022, 2023].map(
	(year) => [
		`us-price-${year}`,
		(at) =>
			yearMean(at, "price_us_usd_t", year) /
			yearMean(at, "price_us_usd_t", 2018),
	],
);

const ROTTERDAM: readonly Fact[] = [1, 5, 6, 8, 9, 10, 11, 12].map((m) =>
	month(`rotterdam-2024-${padded(m)}`, "price_rotterdam_usd_t", 2024, m),
);

const CHINA: readonly Fact[] = [
	month("china-2023-11", "price_china_usd_t", 2023, 11),
	...[5, 8, 11, 12].map((m) =>
		month(`china-2024-${padded(m)}`, "price_china_usd_t", 2024, m),
	),
];

const EXPORTS: readonly Fact[] = [
	[
		"exports-2024-01..08",
		(at) =>
			meanOver(
				at,
				"china_exports_licensed_t",
				tickOf(2024, 1),
				tickOf(2024, 9),
			),
	],
	...[9, 10, 11, 12].map((m) =>
		month(`exports-2024-${padded(m)}`, "china_exports_licensed_t", 2024, m),
	),
];

const FLOWS: readonly Fact[] = [
	[
		"concentrate-2024",
		(at) =>
			meanOver(
				at,
				"china_concentrate_imports_t",
				tickOf(2024, 1),
				tickOf(2024, 8),
			) / yearMean(at, "china_concentrate_imports_t", 2023),
	],
	[
		"us-imports-2024",
		(at) =>
			yearMean(at, "us_imports_t", 2024) / yearMean(at, "us_imports_t", 2023),
	],
	[
		"rotterdam-2023-h2",
		(at) =>
			meanOver(at, "price_rotterdam_usd_t", tickOf(2023, 7), tickOf(2024, 1)),
	],
	[
		"china-2023-h2",
		(at) => meanOver(at, "price_china_usd_t", tickOf(2023, 7), tickOf(2024, 1)),
	],
	[
		"us-imports-2023-h2",
		(at) =>
			meanOver(at, "us_imports_t", tickOf(2023, 7), tickOf(2024, 1)) /
			meanOver(at, "us_imports_t", tickOf(2023, 1), tickOf(2023, 7)),
	],
];

const QUANTITIES: readonly Fact[] = [
	[
		"use-2024-q4",
		(at) =>
			meanOver(at, "civil_use_world_t", tickOf(2024, 10), tickOf(2025, 1)) /
			meanOver(at, "civil_use_world_t", tickOf(2024, 1), tickOf(2024, 4)),
	],
	[
		"us-use-2024",
		(at) => yearMean(at, "us_use_t", 2024) / yearMean(at, "us_use_t", 2023),
	],
	[
		"world-stock-2024",
		(at) =>
			at("stock_world_t", tickOf(2024, 12)) /
			at("stock_world_t", tickOf(2023, 12)),
	],
];

const FACTS: readonly Fact[] = [
	...YEARS,
	...ROTTERDAM,
	...CHINA,
	...EXPORTS,
	...FLOWS,
	...QUANTITIES,
];

/** Ids of the facts that a replicate of the dated record answers, in the order of `measureRecord`. */
export const RECORD_FACT_IDS: readonly string[] = FACTS.map(([id]) => id);

/** Measures every fact in one replicate of the dated record, 2018 to 2024; one value an id. */
export function measureRecord(at: SeriesAt): Float64Array {
	return Float64Array.from(FACTS, ([, measure]) => measure(at));
}
