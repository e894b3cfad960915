/** Rows in which the mines, plants, users, traders and exporters of the market are described. */

import type { Good, Region, Segment, Sourced } from "../row.ts";

/** A mine, or a group of mines of one shape. Capacity in t Sb/y in 2023, cost in USD/t Sb. */
export interface MinerRow {
	readonly id: string;
	readonly name: string;
	readonly region: Region;
	readonly kind: "primary" | "by-product" | "artisanal";
	readonly capacity: Sourced;
	readonly unitCost: Sourced;
}

/** A smelter or refinery. Capacity is the effective one of 2023 in China, nameplate-like elsewhere. */
export interface RefinerRow {
	readonly id: string;
	readonly name: string;
	readonly region: Region;
	readonly capacity: Sourced;
	/** run rate of 2023 that closes the balance, t Sb/y */
	readonly run2023: Sourced;
	readonly conversionCost: Sourced;
}

/** Nearly price-blind refined supply: lead recyclers and by-product refiners, t Sb/y. */
export interface RecyclerRow {
	readonly id: string;
	readonly name: string;
	readonly region: Region;
	readonly output: Sourced;
}

/** Need of one civil use in one region at 12,000 USD/t, t Sb/y. */
export interface CivilBuyerRow {
	readonly id: string;
	readonly name: string;
	readonly region: Region;
	readonly segment: Segment;
	readonly need: Sourced;
}

/** Defence need by class, t Sb/y. It is part of the civil rows' need (taken out of them). */
export interface DefenceBuyerRow {
	readonly id: string;
	readonly name: string;
	readonly region: Region;
	readonly certifiedShare: Sourced;
	readonly need: Sourced;
}

/** A trader and its normal stock, t Sb. */
export interface TraderRow {
	readonly id: string;
	readonly name: string;
	readonly region: Region;
	readonly normalStock: Sourced;
}

/** One step of a region's export merit order. */
export interface ExporterRow {
	readonly id: string;
	readonly name: string;
	readonly region: Region;
	readonly good: Good;
	/** `hub`, or the one region it ships to */
	readonly to: "hub" | Region;
	readonly cost: Sourced;
	/** t Sb/y */
	readonly capacity: Sourced;
	readonly licensed: boolean;
	readonly originClass: "chinese" | "not-chinese" | "sanctioned";
	/** true for the route that carries Chinese metal through other countries */
	readonly grey: boolean;
}
