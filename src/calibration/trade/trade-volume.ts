/** Type of a published trade volume. */

import type { Basis } from "../row.ts";

export type Product = "concentrate" | "oxide" | "metal" | "all";

/** Tonnes that crossed a border in a span of whole months. */
export interface TradeVolume {
	/** out of China, into China, or into the United States; partners are the whole world */
	readonly flow: "China out" | "China in" | "US in";
	readonly product: Product;
	/** first and last month, `YYYY-MM`, both counted */
	readonly from: string;
	readonly to: string;
	/** tonnes over the whole span */
	readonly tonnes: number;
	/** weight of the product, or of the antimony in it */
	readonly unit: "t gross" | "t Sb";
	readonly basis: Basis;
	readonly source: string;
	readonly note?: string;
}

/** Builds a volume, with its note when there is one. */
export function tradeVolume(
	volume: Omit<TradeVolume, "note">,
	note: string | undefined,
): TradeVolume {
	return note === undefined ? volume : { ...volume, note };
}
