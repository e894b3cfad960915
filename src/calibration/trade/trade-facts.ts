/** Trade that the model must reproduce: Chinese exports and imports, and US imports. */

import type { DatedFact } from "../fact.ts";
import { volumeOf } from "./trade.ts";
import type { TradeVolume } from "./trade-volume.ts";

/**
 * Antimony in a gross tonne of Chinese exports, t Sb: that of trioxide, most of them; metal
 * above it and sodium antimonate below it cancel. Basis: assumed.
 */
export const SB_IN_EXPORTS = 0.83;

/** Share of the ensemble that must surround a row of 2024. */
const WITHIN = 0.8;

function exportsOf(month: string): DatedFact {
	const volume = volumeOf("China out", "all", month);
	return exported(`exports-${month}`, `Chinese exports, ${month}`, volume, 1);
}

function exported(
	id: string,
	label: string,
	volume: TradeVolume,
	months: number,
): DatedFact {
	return {
		kind: "dated",
		id,
		label,
		unit: "t Sb/month",
		period: months === 1 ? volume.from : `${volume.from}..${volume.to}`,
		record: (volume.tonnes * SB_IN_EXPORTS) / months,
		within: WITHIN,
		scored: true,
		source: `${volume.source}; gross tonnes × ${SB_IN_EXPORTS}`,
		basis: "estimated",
	};
}

const EXPORTS: readonly DatedFact[] = [
	exported(
		"exports-2024-01..08",
		"Chinese exports a month, January to August 2024",
		volumeOf("China out", "all", "2024-01", "2024-08"),
		8,
	),
	...["2024-09", "2024-10", "2024-11", "2024-12"].map(exportsOf),
];

/** Growth of Chinese ore imports in gross tonnes, January to July on January to July. */
export function oreImportGrowth(): number {
	const now = volumeOf("China in", "concentrate", "2024-01", "2024-07");
	const before = volumeOf("China in", "concentrate", "2023-01", "2023-07");
	return now.tonnes / before.tonnes;
}

/** US imports of oxide and metal in 2024 over 2023; `oxideSb` is t Sb in a printed tonne of oxide. */
export function usImportGrowth(oxideSb: number): number {
	const of = (product: "oxide" | "metal", year: number): number =>
		volumeOf("US in", product, `${year}-01`, `${year}-12`).tonnes;
	return (
		(of("oxide", 2024) * oxideSb + of("metal", 2024)) /
		(of("oxide", 2023) + of("metal", 2023))
	);
}

const FLOWS: readonly DatedFact[] = [
	{
		kind: "dated",
		id: "concentrate-2024",
		label: "Chinese concentrate imports, January to July 2024 over 2023",
		unit: "1",
		period: "2024-01..2024-07",
		record: 1.2,
		low: 1.1,
		high: oreImportGrowth(),
		within: WITHIN,
		scored: true,
		source:
			"Metalnomist (Argus), August 2024, in gross tonnes; leaner ore, with Thai transit for Russian concentrate, assumed",
		basis: "estimated",
	},
	{
		kind: "dated",
		id: "us-imports-2024",
		label: "US imports of antimony, 2024 over 2023",
		unit: "1",
		period: "2024",
		record: 1.3,
		low: 1.15,
		high: 1.45,
		within: WITHIN,
		scored: true,
		source:
			"U.S. Geological Survey, Mineral Commodity Summaries 2026: 1.44 as printed, 1.24 if its oxide of 2024 is gross weight",
		basis: "estimated",
	},
	{
		kind: "dated",
		id: "us-imports-2023-h2",
		label: "US imports, second half of 2023 over the first",
		unit: "1",
		period: "2023-07..2023-12",
		record: 1,
		low: 0.85,
		high: 1.1,
		within: WITHIN,
		scored: true,
		source:
			"U.S. Geological Survey, Mineral Commodity Summaries 2026: 2023 was the lowest year of the record, so nobody stocked up; split by half year assumed",
		basis: "assumed",
	},
];

/** Facts about traded tonnes. */
export const TRADE_FACTS: readonly DatedFact[] = [...EXPORTS, ...FLOWS];
