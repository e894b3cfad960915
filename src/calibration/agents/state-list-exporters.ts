/** China's state-trading exporters of refined antimony, with assumed sizes and costs. */

import { ASSUMED, tonnesPerYear, usdPerTonne } from "../figures.ts";
import type { ExporterRow } from "./agents.ts";

/** A step of the merit order: id, name, cost in USD/t Sb, capacity in t Sb a year. */
type Step = readonly [id: string, name: string, cost: number, capacity: number];

const STEPS: readonly Step[] = [
	[
		"twinkling-star-trading",
		"Hsikwangshan Twinkling Star trading",
		150,
		11_000,
	],
	["hunan-gold-trading", "Hunan Gold / Chenzhou trading", 160, 11_000],
	["youngsun-group", "Youngsun group", 170, 9000],
	["huaxi-trading", "Guangxi Huaxi trading", 180, 7000],
	["guizhou-trading", "Guizhou trading", 200, 5000],
	["yunnan-trading", "Yunnan trading", 200, 5000],
	["minmetals-type-house", "Minmetals type house", 220, 6000],
	["state-list-exporter-a", "Other state-list exporter A", 230, 4000],
	["state-list-exporter-b", "Other state-list exporter B", 250, 4000],
	["state-list-exporter-c", "Other state-list exporter C", 270, 3000],
	["state-list-exporter-d", "Other state-list exporter D", 300, 3000],
];

/**
 * China's eleven exporters of refined antimony, for the eleven firms on the list of state-trading
 * exporters (MOFCOM). Their sizes split about one and a half times the exports of 2023; names beyond
 * the large groups, sizes and costs are assumed.
 */
export const STATE_LIST_EXPORTERS: readonly ExporterRow[] = STEPS.map(
	([id, name, cost, capacity]) => ({
		id,
		name,
		region: "CN",
		good: "refined",
		to: "hub",
		cost: usdPerTonne(cost, ASSUMED),
		capacity: tonnesPerYear(capacity, ASSUMED),
		licensed: true,
		originClass: "chinese",
		grey: false,
	}),
);
