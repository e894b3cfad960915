/** China's exports of antimony products, as published by month or span of months. */

import type { Basis } from "../row.ts";
import { type Product, type TradeVolume, tradeVolume } from "./trade-volume.ts";

const ARGUS_2020 = "Argus, China's antimony exports rise in 2019 (2020-02-10)";
const ARGUS_2021 = "Argus, 2021-07-02";
const JOGMEC_2020 = "JOGMEC, 2020-04-08";
const JOGMEC_2021 = "JOGMEC, China's antimony trade in 2020 (2021-02-16)";
const REUTERS_2025 = "Reuters, 2025-01-20";
const REUTERS_2024 = "Reuters, 2024-11-20";
const METALSWIRE = "Metalswire (Reuters), September 2024";
const METALNOMIST =
	"Metalnomist (Argus), China's antimony exports surge ahead of export controls (September 2024)";

function exported(
	product: Product,
	from: string,
	to: string,
	tonnes: number,
	basis: Basis,
	source: string,
	note?: string,
): TradeVolume {
	return tradeVolume(
		{
			flow: "China out",
			product,
			from,
			to,
			tonnes,
			unit: "t gross",
			basis,
			source,
		},
		note,
	);
}

/**
 * Chinese exports of antimony to the world by month, span of months or year, gross tonnes of product;
 * `all` counts every antimony article. A span that two readings contradict stands twice.
 */
export const CHINA_EXPORTS: readonly TradeVolume[] = [
	exported("metal", "2018-01", "2018-12", 5274, "reported", ARGUS_2020),
	exported("metal", "2018-12", "2018-12", 540, "reported", ARGUS_2020),
	exported("metal", "2019-01", "2019-12", 12_704, "reported", ARGUS_2020),
	exported(
		"oxide",
		"2019-01",
		"2019-12",
		42_134,
		"estimated",
		JOGMEC_2021,
		"derived: 2020 is 11.1 % lower",
	),
	exported("metal", "2019-12", "2019-12", 1259, "reported", ARGUS_2020),
	exported("oxide", "2020-01", "2020-02", 5110.7, "reported", JOGMEC_2020),
	exported("oxide", "2020-01", "2020-12", 37456.8, "reported", JOGMEC_2021),
	exported("metal", "2020-01", "2020-12", 8105.4, "reported", JOGMEC_2021),
	exported("metal", "2020-05", "2020-05", 701, "reported", ARGUS_2021),
	exported("oxide", "2020-12", "2020-12", 3683.1, "reported", JOGMEC_2021),
	exported("metal", "2020-12", "2020-12", 378.7, "reported", JOGMEC_2021),
	exported("metal", "2021-01", "2021-05", 4397, "reported", ARGUS_2021),
	exported("metal", "2021-04", "2021-04", 847, "reported", ARGUS_2021),
	exported("metal", "2021-05", "2021-05", 554, "reported", ARGUS_2021),
	exported(
		"all",
		"2023-01",
		"2023-12",
		50_899,
		"estimated",
		REUTERS_2025,
		"derived: 2024 is 24.1 % lower",
	),
	exported("metal", "2023-08", "2023-08", 578, "reported", METALNOMIST),
	exported("oxide", "2023-08", "2023-08", 3731, "reported", METALNOMIST),
	exported(
		"all",
		"2023-08",
		"2023-08",
		5906,
		"estimated",
		METALSWIRE,
		"derived: August 2024 is 31 % lower",
	),
	exported("all", "2023-10", "2023-10", 4034, "reported", REUTERS_2024),
	exported("all", "2023-12", "2023-12", 3989, "reported", REUTERS_2025),
	exported(
		"all",
		"2024-01",
		"2024-08",
		29_379,
		"reported",
		METALSWIRE,
		"11 % less than a year earlier",
	),
	exported(
		"metal",
		"2024-01",
		"2024-08",
		2384,
		"reported",
		METALNOMIST,
		"32 % less than a year earlier",
	),
	exported(
		"oxide",
		"2024-01",
		"2024-08",
		23_483,
		"reported",
		METALNOMIST,
		"0.7 % more than a year earlier",
	),
	exported(
		"all",
		"2024-01",
		"2024-12",
		38_632,
		"reported",
		REUTERS_2025,
		"24.1 % less than in 2023",
	),
	exported(
		"all",
		"2024-06",
		"2024-06",
		3199,
		"reported",
		"rawmaterials.net, 2025-07-22",
		"scope may differ: the statement on July implies about 3,790",
	),
	exported(
		"all",
		"2024-06",
		"2024-06",
		3790,
		"estimated",
		METALSWIRE,
		"derived: July is 4 % lower; conflicts with 3,199",
	),
	exported(
		"all",
		"2024-07",
		"2024-07",
		3638,
		"estimated",
		METALSWIRE,
		"derived: August is 12 % higher",
	),
	exported("metal", "2024-07", "2024-07", 267, "reported", METALNOMIST),
	exported("oxide", "2024-07", "2024-07", 2799, "reported", METALNOMIST),
	exported(
		"all",
		"2024-08",
		"2024-08",
		4075,
		"reported",
		METALSWIRE,
		"includes other antimony articles",
	),
	exported("metal", "2024-08", "2024-08", 423, "reported", METALNOMIST),
	exported("oxide", "2024-08", "2024-08", 3389, "reported", METALNOMIST),
	exported(
		"all",
		"2024-09",
		"2024-09",
		6533,
		"reported",
		REUTERS_2024,
		"a rush before licensing; the US first among destinations",
	),
	exported("all", "2024-10", "2024-10", 190, "reported", REUTERS_2024),
	exported("all", "2024-11", "2024-11", 808, "reported", REUTERS_2025),
	exported(
		"all",
		"2024-12",
		"2024-12",
		1721,
		"reported",
		REUTERS_2025,
		"Thailand and Malaysia first; none to the US since October",
	),
];
