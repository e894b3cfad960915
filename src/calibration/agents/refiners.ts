/** Antimony smelters and refineries of the world in 2023: capacity, run and conversion cost. */

import { ASSUMED, BALANCE, tonnesPerYear, usdPerTonne } from "../figures.ts";
import { USGS_2026 } from "../publications.ts";
import type { RefinerRow } from "./agents.ts";

/**
 * The smelters and refineries of 2023, by region, in t Sb a year. Capacity is the effective one in
 * China and nearer the nameplate elsewhere; the run is what closes the balance of 2023; conversion
 * costs in USD/t Sb are assumed.
 */
export const REFINERS: readonly RefinerRow[] = [
	{
		id: "twinkling-star-smelter",
		name: "Hsikwangshan Twinkling Star smelter",
		region: "CN",
		capacity: tonnesPerYear(
			22_000,
			{
				basis: "estimated",
				source:
					"Argus Media, Hsikwangshan Twinkling Star restarts metal output (2020); Asian Metal, Interview with Jiasheng Li, Hsikwangshan Twinkling Star (2024)",
			},
			"nameplate 20,000 ingot and 40,000 oxide; effective figure",
		),
		run2023: tonnesPerYear(16_288, BALANCE),
		conversionCost: usdPerTonne(1500, ASSUMED),
	},
	{
		id: "hunan-gold-smelters",
		name: "Hunan Gold (Chenzhou) smelters",
		region: "CN",
		capacity: tonnesPerYear(
			30_000,
			{
				basis: "estimated",
				source:
					"Eastmoney forum, Comparison of leading antimony companies (2025); gilin.com.cn, Analysis of Hunan Gold's antimony business (2025)",
			},
			"29,200 t of products in 2024 of 40,000 nameplate",
		),
		run2023: tonnesPerYear(22_211, BALANCE),
		conversionCost: usdPerTonne(1500, ASSUMED),
	},
	{
		id: "huaxi-smelter",
		name: "China Tin / Huaxi smelter",
		region: "CN",
		capacity: tonnesPerYear(
			12_000,
			{
				basis: "estimated",
				source: "The Green Town Investor, An introduction to antimony (2015)",
			},
			"20,000 around 2015",
		),
		run2023: tonnesPerYear(7402, BALANCE),
		conversionCost: usdPerTonne(1700, ASSUMED),
	},
	{
		id: "youngsun-smelters",
		name: "Youngsun and other large private smelters",
		region: "CN",
		capacity: tonnesPerYear(16_000, {
			basis: "assumed",
			source:
				"Metalnomist (Argus), China increases antimony imports (2024); assumption",
		}),
		run2023: tonnesPerYear(9849, BALANCE),
		conversionCost: usdPerTonne(1700, ASSUMED),
	},
	{
		id: "hunan-private-smelters",
		name: "Hunan private smelters",
		region: "CN",
		capacity: tonnesPerYear(
			22_000,
			{
				basis: "estimated",
				source: "Metalnomist (Argus), China increases antimony imports (2024)",
			},
			"ran at 20 to 30 % in 2024: swing capacity",
		),
		run2023: tonnesPerYear(11_291, BALANCE),
		conversionCost: usdPerTonne(1900, ASSUMED),
	},
	{
		id: "southwest-private-smelters",
		name: "Guangxi-Yunnan-Guizhou private smelters",
		region: "CN",
		capacity: tonnesPerYear(
			12_000,
			{
				basis: "estimated",
				source: "Zhiyan Consulting, Antimony smelting industry overview (2024)",
			},
			"residual to a national ingot output of 66 to 83 kt",
		),
		run2023: tonnesPerYear(6153, BALANCE),
		conversionCost: usdPerTonne(1900, ASSUMED),
	},
	{
		id: "vietnamese-smelters",
		name: "Vietnamese smelters",
		region: "SA",
		capacity: tonnesPerYear(
			4680,
			{
				basis: "estimated",
				source:
					"Argus, China's antimony concentrate imports rise in January and February (2022); U.S. Geological Survey, Mineral Commodity Summaries 2026: Antimony",
			},
			"8,946 t gross of Russian ore in 2020-21; metal shipped to the US",
		),
		run2023: tonnesPerYear(3803, BALANCE),
		conversionCost: usdPerTonne(3300, ASSUMED),
	},
	{
		id: "thai-smelters",
		name: "Thai smelters",
		region: "SA",
		capacity: tonnesPerYear(
			4095,
			{ basis: "estimated", source: USGS_2026 },
			"a fifth of US metal imports 2021-24",
		),
		run2023: tonnesPerYear(3126, BALANCE),
		conversionCost: usdPerTonne(3400, ASSUMED),
	},
	{
		id: "indian-smelters",
		name: "Indian smelters",
		region: "SA",
		capacity: tonnesPerYear(
			4680,
			{ basis: "estimated", source: USGS_2026 },
			"22 % of US metal imports 2021-24",
		),
		run2023: tonnesPerYear(3572, BALANCE),
		conversionCost: usdPerTonne(3400, ASSUMED),
	},
	{
		id: "myanmar-smelters",
		name: "Myanmar smelters",
		region: "SA",
		capacity: tonnesPerYear(1170, ASSUMED),
		run2023: tonnesPerYear(893, BALANCE),
		conversionCost: usdPerTonne(3400, ASSUMED),
	},
	{
		id: "anzob-metal-plant",
		name: "Anzob metal plant",
		region: "CA",
		capacity: tonnesPerYear(
			5265,
			{
				basis: "estimated",
				source:
					"Metal Bulletin, 2018 preview: global antimony supply structure (2018); Project Blue, A new antimony metal plant planned in the USA (2023)",
			},
			"5,000 t/y of metal",
		),
		run2023: tonnesPerYear(5237, BALANCE),
		conversionCost: usdPerTonne(2500, ASSUMED),
	},
	{
		id: "kadamjay",
		name: "Kadamjay",
		region: "CA",
		capacity: tonnesPerYear(
			2340,
			{
				basis: "assumed",
				source: "MetallPlace, Kadamjay antimony plant resumes work (undated)",
			},
			"restarted on local and Afghan ore",
		),
		run2023: tonnesPerYear(2318, BALANCE),
		conversionCost: usdPerTonne(2900, ASSUMED),
	},
	{
		id: "russian-smelters",
		name: "Russian smelters",
		region: "RU",
		capacity: tonnesPerYear(4095, ASSUMED),
		run2023: tonnesPerYear(4073, BALANCE),
		conversionCost: usdPerTonne(2700, ASSUMED),
	},
	{
		id: "oman-spmp",
		name: "SPMP roaster, Oman",
		region: "RW",
		capacity: tonnesPerYear(
			9000,
			{
				basis: "estimated",
				source:
					"Tri-Star Resources, SPMP project page (2018); Oman Observer, Sohar antimony plant reports (2016-2020); Argus Media, Record-high EU antimony prices (2024-05-23)",
			},
			"20,000 nameplate, effective 9,000 taken; suspended since January 2024",
		),
		run2023: tonnesPerYear(8583, BALANCE),
		conversionCost: usdPerTonne(2300, ASSUMED),
	},
	{
		id: "bolivian-smelters",
		name: "Bolivian smelters",
		region: "RW",
		capacity: tonnesPerYear(
			4095,
			{
				basis: "estimated",
				source:
					"Industrial Minerals, Bolivian antimony exports decrease in 2016 (2017)",
			},
			"2,888 t gross of oxide exports in 2015",
		),
		run2023: tonnesPerYear(2805, BALANCE),
		conversionCost: usdPerTonne(2900, ASSUMED),
	},
	{
		id: "turkish-smelters",
		name: "Turkish smelters",
		region: "RW",
		capacity: tonnesPerYear(2340, ASSUMED),
		run2023: tonnesPerYear(1603, BALANCE),
		conversionCost: usdPerTonne(2900, ASSUMED),
	},
	{
		id: "madero",
		name: "Madero (USAC)",
		region: "RW",
		capacity: tonnesPerYear(
			1500,
			{
				basis: "estimated",
				source: "United States Antimony, 10-Q of the first quarter 2024",
			},
			"shut in March 2024",
		),
		run2023: tonnesPerYear(661, BALANCE),
		conversionCost: usdPerTonne(3400, ASSUMED),
	},
	{
		id: "thompson-falls",
		name: "Thompson Falls (USAC)",
		region: "US",
		capacity: tonnesPerYear(
			1500,
			{
				basis: "estimated",
				source: "United States Antimony, quoted by mining.com (2025-10-17)",
			},
			"effective; nameplate 2,268 t of metal",
		),
		run2023: tonnesPerYear(
			950,
			BALANCE,
			"452 t of primary output in 2023 by the U.S. Geological Survey; the balance runs it too high",
		),
		conversionCost: usdPerTonne(3500, ASSUMED),
	},
	{
		id: "small-eu-primary",
		name: "Small European primary plants",
		region: "EU",
		capacity: tonnesPerYear(936, ASSUMED),
		run2023: tonnesPerYear(684, BALANCE),
		conversionCost: usdPerTonne(3200, ASSUMED),
	},
];
