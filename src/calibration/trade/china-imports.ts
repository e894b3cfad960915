/** China's imports of antimony ore and concentrate, as published. */

import type { Basis } from "../row.ts";
import { type TradeVolume, tradeVolume } from "./trade-volume.ts";

const ARGUS_2020 = "Argus, China antimony imports fall in 2019 (2020-02-07)";
const JOGMEC_2021 = "JOGMEC, China's antimony trade in 2020 (2021-02-16)";
const ARGUS_2022 =
	"Argus, China's antimony concentrate imports rise in January and February (2022-04-18)";
const METALNOMIST =
	"Metalnomist (Argus), China increases antimony imports (August 2024)";

function imported(
	from: string,
	to: string,
	tonnes: number,
	basis: Basis,
	source: string,
	note?: string,
): TradeVolume {
	return tradeVolume(
		{
			flow: "China in",
			product: "concentrate",
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

/** Chinese imports of antimony ore and concentrate by month, span of months or year, gross tonnes. */
export const CHINA_IMPORTS: readonly TradeVolume[] = [
	imported("2017-01", "2017-12", 70_295, "reported", "Argus 1615234"),
	imported("2018-01", "2018-12", 89_287, "reported", ARGUS_2020),
	imported("2019-01", "2019-12", 62_689, "reported", ARGUS_2020),
	imported("2020-01", "2020-12", 42774.1, "reported", JOGMEC_2021),
	imported("2021-01", "2021-02", 3393, "reported", ARGUS_2022),
	imported("2022-01", "2022-01", 2195, "reported", ARGUS_2022),
	imported("2022-01", "2022-02", 4064, "reported", ARGUS_2022),
	imported(
		"2022-01",
		"2022-07",
		16_271,
		"estimated",
		METALNOMIST,
		"derived: January to July 2024 is 97 % above",
	),
	imported("2022-02", "2022-02", 1869, "reported", ARGUS_2022),
	imported(
		"2023-01",
		"2023-07",
		23_744,
		"estimated",
		METALNOMIST,
		"derived: January to July 2024 is 35 % above; Antaike says 37.6 %",
	),
	imported("2023-07", "2023-07", 2557, "reported", METALNOMIST),
	imported(
		"2024-01",
		"2024-07",
		32_054,
		"reported",
		METALNOMIST,
		"31 % from Thailand, likely in transit",
	),
	imported("2024-06", "2024-06", 4581, "reported", METALNOMIST),
	imported("2024-07", "2024-07", 6174, "reported", METALNOMIST),
];
