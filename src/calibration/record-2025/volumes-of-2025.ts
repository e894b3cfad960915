/** Tonnes of antimony traded and made in 2025: of the validation report, and of no calibration. */

import type { Basis } from "../row.ts";

/** Tonnes of a span of whole months of 2025. */
export interface VolumeOf2025 {
	/** the flow: of the model's series where it has one, else of a part of it */
	readonly series:
		| "china_exports_t"
		| "china_exports_metal_t"
		| "china_exports_oxide_t"
		| "china_concentrate_imports_t"
		| "mined_china_t"
		| "refined_china_t"
		| "us_imports_oxide_t"
		| "us_imports_metal_t"
		| "us_imports_ore_t"
		| "us_imports_part_t";
	/** first and last month, `YYYY-MM`, both counted */
	readonly from: string;
	readonly to: string;
	/** tonnes over the whole span */
	readonly tonnes: number;
	/** range of the source, tonnes */
	readonly low?: number;
	readonly high?: number;
	/** weight of the product, or of the antimony in it */
	readonly unit: "t gross" | "t Sb";
	readonly basis: Basis;
	/** false for a part of a flow, and for a figure against which nothing can be held */
	readonly scored: boolean;
	readonly note?: string;
	readonly source: string;
}

/** Volumes of 2025 as published, by flow and span; never read by \`calibrate\`. */
export const VOLUMES_OF_2025: readonly VolumeOf2025[] = [
	{
		series: "china_exports_metal_t",
		from: "2025-01",
		to: "2025-01",
		tonnes: 20,
		unit: "t gross",
		basis: "reported",
		scored: false,
		note: "licence to Japan; approved tonnage, two exporters",
		source: "scrapinsight.com 2025/03",
	},
	{
		series: "china_exports_metal_t",
		from: "2025-01",
		to: "2025-06",
		tonnes: 267,
		unit: "t gross",
		basis: "reported",
		scored: false,
		note: "H1 2024: 1,720",
		source: "metalnomist.com 2025/09 (Argus)",
	},
	{
		series: "china_exports_metal_t",
		from: "2025-06",
		to: "2025-06",
		tonnes: 20,
		unit: "t gross",
		basis: "reported",
		scored: false,
		note: "all to South Korea",
		source: "metalnomist.com 2025/09 (Argus)",
	},
	{
		series: "china_exports_oxide_t",
		from: "2025-06",
		to: "2025-06",
		tonnes: 87,
		unit: "t gross",
		basis: "reported",
		scored: false,
		note: "Egypt, Kazakhstan, Thailand, Vietnam",
		source: "metalnomist.com 2025/09 (Argus)",
	},
	{
		series: "china_exports_t",
		from: "2024-11",
		to: "2025-02",
		tonnes: 0,
		unit: "t gross",
		basis: "reported",
		scored: false,
		note: "to EU; none since October 2024",
		source: "Reuters 2025-03-20",
	},
	{
		series: "china_exports_t",
		from: "2025-01",
		to: "2025-01",
		tonnes: 890,
		unit: "t gross",
		basis: "estimated",
		scored: true,
		note: "all products",
		source: "derived: June is 88% below January (asianfin.com)",
	},
	{
		series: "china_exports_t",
		from: "2025-01",
		to: "2025-06",
		tonnes: 5630,
		unit: "t gross",
		basis: "estimated",
		scored: true,
		note: "all products",
		source:
			"rawmaterials.net 2025-07-22 (-74% y/y) applied to H1 2024 = 21,667 (38,632 less Jul-Dec months)",
	},
	{
		series: "china_exports_t",
		from: "2025-06",
		to: "2025-06",
		tonnes: 107,
		unit: "t gross",
		basis: "reported",
		scored: true,
		note: "all products; -97% y/y",
		source: "rawmaterials.net 2025-07-22",
	},
	{
		series: "china_concentrate_imports_t",
		from: "2025-01",
		to: "2025-05",
		tonnes: 9557,
		unit: "t gross",
		basis: "reported",
		scored: true,
		note: "printed as Q1, -56%; fits Jan-May",
		source: "metalnomist.com (CNIA)",
	},
	{
		series: "mined_china_t",
		from: "2025-01",
		to: "2025-12",
		tonnes: 40000,
		unit: "t Sb",
		basis: "estimated",
		scored: true,
		note: "mine; estimate; 2024 also 40,000",
		source: "USGS MCS 2026 (parsed copy)",
	},
	{
		series: "refined_china_t",
		from: "2025-01",
		to: "2025-03",
		tonnes: 11831,
		unit: "t gross",
		basis: "reported",
		scored: false,
		note: "-27% y/y; trioxide 18,328 t, -19%",
		source: "metalnomist.com (CNIA)",
	},
	{
		series: "refined_china_t",
		from: "2025-07",
		to: "2025-07",
		tonnes: 3420,
		unit: "t gross",
		basis: "estimated",
		scored: false,
		low: 3265,
		high: 3582,
		note: "from 103505255 and 103556102",
		source: "derived: SMM Aug +22.5%, Aug above and Sep below 4,000",
	},
	{
		series: "refined_china_t",
		from: "2025-08",
		to: "2025-08",
		tonnes: 4190,
		unit: "t gross",
		basis: "estimated",
		scored: false,
		low: 4000,
		high: 4388,
		note: "13 of 33 smelters idle",
		source: "derived: SMM 103505255, 103556102",
	},
	{
		series: "refined_china_t",
		from: "2025-09",
		to: "2025-09",
		tonnes: 3820,
		unit: "t gross",
		basis: "estimated",
		scored: false,
		low: 3646,
		high: 4000,
		note: "15 of 33 idle, 1 normal",
		source: "derived: SMM 103556102 (-8.84%)",
	},
	{
		series: "us_imports_part_t",
		from: "2024-12",
		to: "2025-04",
		tonnes: 3834,
		unit: "t gross",
		basis: "reported",
		scored: false,
		note: "oxide from Thailand and Mexico; nearly three earlier years together; one copy prints 3,384",
		source: "Reuters 2025-07-09 (copies)",
	},
	{
		series: "us_imports_part_t",
		from: "2024-12",
		to: "2025-05",
		tonnes: 3366,
		unit: "t gross",
		basis: "reported",
		scored: false,
		note: "from Unipet (Thailand); 27 times a year before",
		source: "Reuters 2025-07 via anewz.tv",
	},
	{
		series: "us_imports_oxide_t",
		from: "2025-01",
		to: "2025-12",
		tonnes: 39000,
		unit: "t Sb",
		basis: "reported",
		scored: false,
		note: "oxide, estimate as printed; unit is antimony content; an outlier against every balance",
		source: "USGS MCS 2026 (parsed copy with verbatim unit note)",
	},
	{
		series: "us_imports_oxide_t",
		from: "2025-01",
		to: "2025-12",
		tonnes: 20000,
		unit: "t Sb",
		basis: "assumed",
		scored: false,
		low: 14000,
		high: 28000,
		note: "oxide",
		source: "judgement: balance of US use, output, recycling and other imports",
	},
	{
		series: "us_imports_metal_t",
		from: "2025-01",
		to: "2025-12",
		tonnes: 4500,
		unit: "t Sb",
		basis: "reported",
		scored: false,
		note: "unwrought metal and powder; estimate; 4,920 in 2024",
		source: "USGS MCS 2026",
	},
	{
		series: "us_imports_ore_t",
		from: "2025-01",
		to: "2025-12",
		tonnes: 600,
		unit: "t Sb",
		basis: "reported",
		scored: false,
		note: "ore and concentrate; estimate; 430 in 2024",
		source: "USGS MCS 2026",
	},
	{
		series: "us_imports_metal_t",
		from: "2025-06",
		to: "2025-06",
		tonnes: 20,
		unit: "t gross",
		basis: "reported",
		scored: false,
		note: "to about 10 firms incl. armour-piercing ammunition makers; 100 t plan 2025, 240 t plan 2026",
		source: "metalnomist.com 2025/08",
	},
];
