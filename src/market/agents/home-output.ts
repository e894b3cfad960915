/** Refined and recycled output of a region in the month under way. */

import type { Market } from "../world/market.ts";
import { rangeSum } from "../world/regional-sum.ts";
import { worksOutput } from "./recycling-works.ts";

/**
 * Output of a region's smelters and standing recyclers this month, t Sb: known before the
 * auction.
 */
export function madeBeforeAuction(market: Market, region: number): number {
	const { structure, flows } = market;
	return (
		rangeSum(structure.refiners.first, flows.refined, region) +
		rangeSum(structure.recyclers.first, flows.recycled, region)
	);
}

/** Refined and recycled output of a region this month, t Sb, added recycling works included. */
export function outputNow(market: Market, region: number): number {
	return madeBeforeAuction(market, region) + worksOutput(market, region);
}
