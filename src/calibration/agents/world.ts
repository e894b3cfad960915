/** Type of a calibrated world: every agent, and the terms on which regions trade. */

import type {
	CivilBuyerRow,
	DefenceBuyerRow,
	ExporterRow,
	MinerRow,
	RecyclerRow,
	RefinerRow,
	TraderRow,
} from "./agents.ts";
import type { TradeTerms } from "./trade-terms.ts";

/** Every agent of the model, each list sorted by id, and the terms on which regions trade. */
export interface World {
	readonly miners: readonly MinerRow[];
	readonly refiners: readonly RefinerRow[];
	readonly recyclers: readonly RecyclerRow[];
	readonly civilBuyers: readonly CivilBuyerRow[];
	readonly defenceBuyers: readonly DefenceBuyerRow[];
	readonly traders: readonly TraderRow[];
	readonly exporters: readonly ExporterRow[];
	readonly terms: TradeTerms;
}
