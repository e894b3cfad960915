/** Recyclers of antimony in 2023, whose output hardly follows the price. */

import { ASSUMED, tonnesPerYear } from "../figures.ts";
import { USGS_2026 } from "../publications.ts";
import type { RecyclerRow } from "./agents.ts";

/** Lead recyclers and the by-product refiner of 2023: nearly fixed supply, t Sb a year. */
export const RECYCLERS: readonly RecyclerRow[] = [
	{
		id: "us-recyclers",
		name: "US lead recyclers",
		region: "US",
		output: tonnesPerYear(
			3700,
			{ basis: "estimated", source: USGS_2026 },
			"3,490 t in 2023",
		),
	},
	{
		id: "eu-recyclers",
		name: "EU recyclers with Campine",
		region: "EU",
		output: tonnesPerYear(
			4700,
			{
				basis: "assumed",
				source:
					"Campine, Well positioned to tackle new Chinese restrictions (2024-08-21); assumption",
			},
			"15 % of the 11,000 t Campine uses, and an antimonial lead loop",
		),
	},
	{
		id: "chinese-recyclers",
		name: "Chinese recyclers",
		region: "CN",
		output: tonnesPerYear(11_000, ASSUMED, "no figure found"),
	},
	{
		id: "japan-korea-recyclers",
		name: "Japan-Korea recyclers",
		region: "JK",
		output: tonnesPerYear(1500, ASSUMED),
	},
	{
		id: "south-east-asian-recyclers",
		name: "South-East Asian recyclers",
		region: "SA",
		output: tonnesPerYear(1500, ASSUMED),
	},
	{
		id: "korea-zinc",
		name: "Korea Zinc by-product metal",
		region: "JK",
		output: tonnesPerYear(
			3500,
			{
				basis: "reported",
				source:
					"Chosun Biz, Korea Zinc pushes antimony exports to the US (2025-01-15)",
			},
			"about 3,500 t from lead and zinc, blind to its price",
		),
	},
];
