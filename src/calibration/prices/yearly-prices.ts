/** Yearly average prices of antimony in the United States before 2015, as far as they could be sourced. */

import type { Basis } from "../row.ts";

/** A yearly average price, US cents a pound. */
export interface YearlyPrice {
	readonly year: number;
	readonly centsPerPound: number;
	readonly basis: Basis;
	readonly source: string;
}

const YEARBOOK_1979 =
	"Bureau of Mines, Minerals Yearbook 1978-79, Antimony (Rowland and Cammarota), New York average";
const SUMMARIES_1996 =
	"U.S. Geological Survey, Mineral Commodity Summaries 1996: Antimony";
const SUMMARIES_2011 =
	"U.S. Geological Survey, Mineral Commodity Summaries 2011: Antimony";

function average(
	year: number,
	centsPerPound: number,
	source: string,
	basis: Basis = "reported",
): YearlyPrice {
	return { year, centsPerPound, basis, source };
}

/** Runs of successive years from one source each, so that a step within a run is all price. */
export const YEARLY_PRICES: readonly (readonly YearlyPrice[])[] = [
	[
		average(1975, 176.58, YEARBOOK_1979),
		average(1976, 165.26, YEARBOOK_1979),
		average(1977, 178, YEARBOOK_1979),
	],
	[
		average(1991, 82, SUMMARIES_1996),
		average(1992, 79, SUMMARIES_1996),
		average(1993, 77, SUMMARIES_1996),
		average(1994, 178, SUMMARIES_1996),
		average(1995, 240, SUMMARIES_1996, "estimated"),
	],
	[
		average(2006, 238, SUMMARIES_2011),
		average(2007, 257, SUMMARIES_2011),
		average(2008, 280, SUMMARIES_2011),
		average(2009, 236, SUMMARIES_2011),
		average(2010, 370, SUMMARIES_2011, "estimated"),
	],
];
