/** Bounds on what was used and held in 2024, the year in which supply was cut. */

import type { LimitFact } from "../fact.ts";

/**
 * Quantities of 2024. Basis: assumed; no statistics of use or stocks are published by quarter. They
 * keep a model from meeting the prices of 2024 by use that halves in a month while stocks rise.
 */
export const QUANTITY_FACTS: readonly LimitFact[] = [
	{
		kind: "limit",
		id: "use-2024-q4",
		label: "World civil use, last quarter of 2024 over the first",
		unit: "1",
		period: "2024",
		low: 0.85,
		edge: 0.08,
		source:
			"judgement; no user reported that it stopped for want of metal by the end of 2024, and recipes take a year to change",
		basis: "assumed",
	},
	{
		kind: "limit",
		id: "us-use-2024",
		label: "US use, 2024 over 2023",
		unit: "1",
		period: "2024",
		low: 0.85,
		high: 1.15,
		edge: 0.08,
		source:
			"judgement, around apparent consumption in U.S. Geological Survey, Mineral Commodity Summaries 2026",
		basis: "assumed",
	},
	{
		kind: "limit",
		id: "world-stock-2024",
		label: "World refined stock, end of 2024 over its start",
		unit: "1",
		period: "2024",
		high: 1.05,
		edge: 0.1,
		source:
			"judgement; in a year of short feed and cut exports, stocks were drawn and not built",
		basis: "assumed",
	},
];
