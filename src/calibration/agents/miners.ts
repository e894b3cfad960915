/** Antimony mines of the world in 2023: capacity and unit cost. */

import { ASSUMED, BALANCE, tonnesPerYear, usdPerTonne } from "../figures.ts";
import { USGS_2026 } from "../publications.ts";
import type { MinerRow } from "./agents.ts";

/**
 * The mines of 2023, or groups of mines of one shape, by region. Capacity is output of 2023 in t Sb a
 * year; costs are assumed throughout, since no mine publishes them per tonne of antimony.
 */
export const MINERS: readonly MinerRow[] = [
	{
		id: "twinkling-star-mines",
		name: "Hsikwangshan Twinkling Star mines",
		region: "CN",
		kind: "primary",
		capacity: tonnesPerYear(
			9000,
			{
				basis: "assumed",
				source:
					"CITIC Securities, Antimony supply and demand note, January to November 2024; Asian Metal, Interview with Jiasheng Li, Hsikwangshan Twinkling Star (2024); assumption",
			},
			"a share of a national total near 60 kt; Chinese concentrate statistics give 50.4 kt for January to November 2024, 9 % down on the year",
		),
		unitCost: usdPerTonne(5200, ASSUMED),
	},
	{
		id: "xinlong",
		name: "Xinlong (Hunan Gold)",
		region: "CN",
		kind: "primary",
		capacity: tonnesPerYear(
			6060,
			{
				basis: "reported",
				source:
					"SMM, Accident shutdown at Xinlong Mining, company figures (2024)",
			},
			"output of 2023",
		),
		unitCost: usdPerTonne(5600, ASSUMED),
	},
	{
		id: "hunan-gold-mines",
		name: "Other mines of Hunan Gold",
		region: "CN",
		kind: "primary",
		capacity: tonnesPerYear(
			11_440,
			{
				basis: "estimated",
				source: "Xueqiu, Listed antimony companies (2025)",
			},
			"17,500 t of own ore in 2023 less Xinlong",
		),
		unitCost: usdPerTonne(5600, ASSUMED),
	},
	{
		id: "huaxi-mines",
		name: "Guangxi Huaxi mines",
		region: "CN",
		kind: "primary",
		capacity: tonnesPerYear(
			8000,
			{
				basis: "estimated",
				source: "Xueqiu, Listed antimony companies (2025)",
			},
			"9,424 t of concentrate in 2023 with an unclear unit, cut to 8,000",
		),
		unitCost: usdPerTonne(6200, ASSUMED),
	},
	{
		id: "zhaxikang",
		name: "Zhaxikang (Tibet Huayu)",
		region: "CN",
		kind: "by-product",
		capacity: tonnesPerYear(
			4000,
			{
				basis: "reported",
				source: "MyMetal, ST Huayu investor questions on antimony (2021)",
			},
			"lead-zinc by-product; output of 2021",
		),
		unitCost: usdPerTonne(4800, ASSUMED),
	},
	{
		id: "guizhou-mines",
		name: "Guizhou mines",
		region: "CN",
		kind: "primary",
		capacity: tonnesPerYear(5000, ASSUMED),
		unitCost: usdPerTonne(6000, ASSUMED),
	},
	{
		id: "small-chinese-mines-cheap",
		name: "Small Chinese mines, lower cost",
		region: "CN",
		kind: "primary",
		capacity: tonnesPerYear(10_000, BALANCE, "residual to the national total"),
		unitCost: usdPerTonne(6200, ASSUMED),
	},
	{
		id: "small-chinese-mines-dear",
		name: "Small Chinese mines, higher cost",
		region: "CN",
		kind: "primary",
		capacity: tonnesPerYear(
			7500,
			BALANCE,
			"residual to the national total; the marginal mines, first to shut",
		),
		unitCost: usdPerTonne(6700, ASSUMED),
	},
	{
		id: "olimpiada",
		name: "Olimpiada (Polyus)",
		region: "RU",
		kind: "by-product",
		capacity: tonnesPerYear(
			22_000,
			{
				basis: "estimated",
				source:
					"Project Blue, Polyus back as world's biggest antimony producer (2024); Project Blue, Polyus antimony output up y-on-y (2023); MiningSEE, Record antimony production at Olimpiada (Project Blue, 2023); RIA Novosti, Polyus tender for gold-bearing flotation concentrate (2020)",
			},
			"over a fifth of world mine supply in 2023; follows a dated path, never a supply curve; a forum post implies up to 27,000",
		),
		unitCost: usdPerTonne(1500, ASSUMED),
	},
	{
		id: "other-russian-mines",
		name: "Other Russian mines (Sarylakh, Sentachan)",
		region: "RU",
		kind: "primary",
		capacity: tonnesPerYear(
			4300,
			{
				basis: "reported",
				source:
					"Forbes Russia 2024, quoting the U.S. Geological Survey (forbes.ru/biznes/519616)",
			},
			"Russia without Polyus",
		),
		unitCost: usdPerTonne(5000, ASSUMED),
	},
	{
		id: "konchoch",
		name: "Konchoch (Talco Gold)",
		region: "CA",
		kind: "by-product",
		capacity: tonnesPerYear(
			5000,
			{
				basis: "estimated",
				source:
					"International Mining, China pursues gold-antimony targets in Tajikistan (2018); Government of Tajikistan, Launch of the TALCO Gold plants at Konchoch (2022)",
			},
			"ramp-up of 2023; design 16,000",
		),
		unitCost: usdPerTonne(4000, ASSUMED),
	},
	{
		id: "anzob-mine",
		name: "Anzob / Jijikrut",
		region: "CA",
		kind: "primary",
		capacity: tonnesPerYear(
			8500,
			{
				basis: "assumed",
				source:
					"Forbes Russia 2024, quoting the U.S. Geological Survey (forbes.ru/biznes/519616); Asia-Plus, Tajik customs statistics (2024-12-02)",
			},
			"taken so that Tajikistan is near 13,500; the U.S. Geological Survey says 21,000",
		),
		unitCost: usdPerTonne(6000, ASSUMED),
	},
	{
		id: "kyrgyz-kazakh-mines",
		name: "Kyrgyz and Kazakh mines",
		region: "CA",
		kind: "primary",
		capacity: tonnesPerYear(
			1500,
			{ basis: "reported", source: `${USGS_2026} (figure of 2024)` },
			"700 + 800 t",
		),
		unitCost: usdPerTonne(6200, ASSUMED),
	},
	{
		id: "myanmar-diggers",
		name: "Myanmar diggers",
		region: "SA",
		kind: "artisanal",
		capacity: tonnesPerYear(
			4600,
			{
				basis: "reported",
				source:
					"Forbes Russia 2024, quoting the U.S. Geological Survey (forbes.ru/biznes/519616)",
			},
			"4,600 t in 2023",
		),
		unitCost: usdPerTonne(5500, ASSUMED),
	},
	{
		id: "mekong-mines",
		name: "Mines of Vietnam, Laos and Thailand",
		region: "SA",
		kind: "primary",
		capacity: tonnesPerYear(
			1400,
			ASSUMED,
			"220 + 200 t published, the rest for transit ore",
		),
		unitCost: usdPerTonne(6200, ASSUMED),
	},
	{
		id: "bolivian-cooperatives",
		name: "Bolivian cooperatives",
		region: "RW",
		kind: "artisanal",
		capacity: tonnesPerYear(
			4500,
			{
				basis: "assumed",
				source:
					"JOGMEC, Mineral resources material flow 2019: antimony (2020); assumption",
			},
			"2,400 (2018) to 5,300; the middle taken",
		),
		unitCost: usdPerTonne(6000, ASSUMED),
	},
	{
		id: "turkish-mines",
		name: "Turkish mines",
		region: "RW",
		kind: "primary",
		capacity: tonnesPerYear(
			2500,
			{
				basis: "estimated",
				source:
					"Forbes Russia 2024, quoting the U.S. Geological Survey (forbes.ru/biznes/519616)",
			},
			"6,000 for 2023 and later 3,000 by edition; 2,500 taken",
		),
		unitCost: usdPerTonne(6000, ASSUMED),
	},
	{
		id: "costerfield",
		name: "Costerfield",
		region: "RW",
		kind: "by-product",
		capacity: tonnesPerYear(
			1800,
			{
				basis: "reported",
				source:
					"Project Blue, Australian antimony production slides further in 2023 (2024); Mandalay Resources, fourth-quarter and full-year 2024 production (2025)",
			},
			"fell to 1,282 t in 2024",
		),
		unitCost: usdPerTonne(2500, ASSUMED),
	},
	{
		id: "other-rest-mines",
		name: "Other mines (South Africa, Iran, Guatemala, other Australia)",
		region: "RW",
		kind: "primary",
		capacity: tonnesPerYear(800, ASSUMED),
		unitCost: usdPerTonne(6200, ASSUMED),
	},
	{
		id: "mexican-mines",
		name: "Mexican diggers",
		region: "RW",
		kind: "artisanal",
		capacity: tonnesPerYear(600, {
			basis: "reported",
			source: `${USGS_2026} (figure of 2024)`,
		}),
		unitCost: usdPerTonne(6000, ASSUMED),
	},
	{
		id: "pakistan-diggers",
		name: "Pakistan diggers",
		region: "PK",
		kind: "artisanal",
		capacity: tonnesPerYear(260, {
			basis: "reported",
			source: `${USGS_2026} (figure of 2024)`,
		}),
		unitCost: usdPerTonne(5000, ASSUMED),
	},
	{
		id: "afghan-ore",
		name: "Afghan ore via Pakistan",
		region: "PK",
		kind: "artisanal",
		capacity: tonnesPerYear(
			400,
			{
				basis: "assumed",
				source:
					"Financial Times, 2025-12-29 (trade in Afghan ore; no tonnage); assumption",
			},
			"traders confirm the flow, nobody the tonnage",
		),
		unitCost: usdPerTonne(5000, ASSUMED),
	},
];
