/** Freight, shipping time and origin of metal for each region. */

import type { Region, Sourced } from "../row.ts";

/** Costs and delays of trade with each region, and the origins of its metal. */
export interface TradeTerms {
	/** freight, insurance, finance and margin into the region, USD/t Sb */
	readonly importCost: Readonly<Record<Region, Sourced>>;
	/** months from order to arrival */
	readonly shippingLag: Readonly<Record<Region, Sourced>>;
	/** share of refined supply that comes from China, 0 to 1 */
	readonly chineseShare: Readonly<Record<Region, Sourced>>;
	/** share of US refined imports by origin, sums to 1 */
	readonly usOrigins: Readonly<Record<Region, Sourced>>;
	/** conversion cost of a refinery yet to be built, USD/t Sb */
	readonly newRefineryCost: Sourced;
}

type Quad = readonly [number, number, number, number];

const assumed = (value: number, unit: string, note?: string): Sourced => ({
	value,
	unit,
	period: "2021-2024",
	source: "assumption",
	basis: "assumed",
	...(note === undefined ? {} : { note }),
});

const usgs = (value: number): Sourced => ({
	value,
	unit: "1",
	period: "2021-2024",
	source:
		"U.S. Geological Survey, Mineral Commodity Summaries 2026: Antimony (import sources 2021-24)",
	basis: "estimated",
	note: "metal and oxide together; countries summed to regions, the unnamed fifth split by judgement",
});

/** By region: import cost, shipping lag, Chinese share, share of US imports. */
const TERMS: Readonly<Record<Region, Quad>> = {
	CN: [150, 1, 0, 0.55],
	US: [250, 2, 0.55, 0],
	EU: [0, 2, 0.35, 0.16],
	JK: [120, 1, 0.6, 0.02],
	SA: [100, 1, 0.45, 0.17],
	CA: [200, 1, 0.1, 0.01],
	RU: [200, 1, 0.05, 0.01],
	PK: [200, 1, 0.3, 0],
	RW: [150, 1, 0.25, 0.08],
};

function column(
	pick: (row: Quad, region: Region) => Sourced,
): Readonly<Record<Region, Sourced>> {
	return Object.fromEntries(
		Object.entries(TERMS).map(([region, row]) => [
			region,
			pick(row, region as Region),
		]),
	) as Record<Region, Sourced>;
}

/** Terms of trade of the model's regions. */
export const TRADE_TERMS: TradeTerms = {
	importCost: column((row) => assumed(row[0], "USD/t Sb")),
	shippingLag: column((row) => assumed(row[1], "months")),
	chineseShare: column((row, region) =>
		region === "US" ? usgs(row[2]) : assumed(row[2], "1"),
	),
	usOrigins: column((row) => usgs(row[3])),
	newRefineryCost: assumed(
		3200,
		"USD/t Sb",
		"as the Pakistani project and small plants in Europe",
	),
};
