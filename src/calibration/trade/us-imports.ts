/** US imports of antimony by year and form. */

import { USGS_2020, USGS_2022, USGS_2026 } from "../publications.ts";
import { type Product, type TradeVolume, tradeVolume } from "./trade-volume.ts";

const OXIDE_OF_2024 =
	"printed as contained antimony; the jump from 14,000 suggests gross weight, which would be 19,900";
const WITH_SCRAP = "with waste and scrap";

function year(
	when: number,
	product: Product,
	tonnes: number,
	source: string,
	note?: string,
): TradeVolume {
	return tradeVolume(
		{
			flow: "US in",
			product,
			from: `${when}-01`,
			to: `${when}-12`,
			tonnes,
			unit: "t Sb",
			basis: "reported",
			source,
		},
		note,
	);
}

/** US imports of antimony for consumption by year and form, t Sb, each year from the newest edition at hand. */
export const US_IMPORTS: readonly TradeVolume[] = [
	year(2015, "concentrate", 308, USGS_2020),
	year(2015, "oxide", 16_700, USGS_2020),
	year(2015, "metal", 5790, USGS_2020, WITH_SCRAP),
	year(2016, "concentrate", 119, USGS_2020),
	year(2016, "oxide", 16_100, USGS_2020),
	year(2016, "metal", 7150, USGS_2020, WITH_SCRAP),
	year(2017, "concentrate", 61, USGS_2022),
	year(2017, "oxide", 17_800, USGS_2022),
	year(2017, "metal", 6810, USGS_2022),
	year(2018, "concentrate", 96, USGS_2022),
	year(2018, "oxide", 19_200, USGS_2022),
	year(2018, "metal", 6320, USGS_2022),
	year(2019, "concentrate", 121, USGS_2022),
	year(2019, "oxide", 17_300, USGS_2022),
	year(2019, "metal", 6670, USGS_2022),
	year(2020, "concentrate", 105, USGS_2022),
	year(2020, "oxide", 15_000, USGS_2022),
	year(2020, "metal", 5520, USGS_2022),
	year(2021, "concentrate", 31, USGS_2026),
	year(2021, "oxide", 19_100, USGS_2026),
	year(2021, "metal", 6970, USGS_2026),
	year(2022, "concentrate", 29, USGS_2026),
	year(2022, "oxide", 17_000, USGS_2026),
	year(2022, "metal", 6510, USGS_2026),
	year(2023, "concentrate", 6, USGS_2026),
	year(2023, "oxide", 14_000, USGS_2026),
	year(2023, "metal", 6060, USGS_2026),
	year(2024, "concentrate", 430, USGS_2026),
	year(2024, "oxide", 24_000, USGS_2026, OXIDE_OF_2024),
	year(2024, "metal", 4920, USGS_2026),
];
