/** Metal traders and the stock that each holds in normal times. */

import { ASSUMED, tonnes } from "../figures.ts";
import type { TraderRow } from "./agents.ts";

/**
 * Traders and the stock of refined metal each holds in normal times, t Sb. The total of 7,000 t and
 * its split are assumed; the accepted draws of the total span 2,200 to 19,700.
 */
export const TRADERS: readonly TraderRow[] = [
	{
		id: "china-trader-a",
		name: "China trader A",
		region: "CN",
		normalStock: tonnes(1260, ASSUMED),
	},
	{
		id: "china-trader-b",
		name: "China trader B",
		region: "CN",
		normalStock: tonnes(840, ASSUMED),
	},
	{
		id: "eu-trader-a",
		name: "EU trader A",
		region: "EU",
		normalStock: tonnes(1260, ASSUMED),
	},
	{
		id: "eu-trader-b",
		name: "EU trader B",
		region: "EU",
		normalStock: tonnes(840, ASSUMED),
	},
	{
		id: "us-trader",
		name: "US trader",
		region: "US",
		normalStock: tonnes(560, ASSUMED),
	},
	{
		id: "south-east-asia-trader-a",
		name: "South-East Asia trader A",
		region: "SA",
		normalStock: tonnes(840, ASSUMED),
	},
	{
		id: "south-east-asia-trader-b",
		name: "South-East Asia trader B",
		region: "SA",
		normalStock: tonnes(560, ASSUMED),
	},
	{
		id: "japan-korea-trader",
		name: "Japan-Korea trader",
		region: "JK",
		normalStock: tonnes(490, ASSUMED),
	},
	{
		id: "rest-of-world-trader",
		name: "Rest of world trader",
		region: "RW",
		normalStock: tonnes(350, ASSUMED),
	},
];
