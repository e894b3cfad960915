import type { Market } from "../world/market.ts";
import { rangeSum } from "../world/regional-sum.ts";
import { worksOutput } from "./recycling-works.ts";

/** What smelters and standing recyclers of a region made this month, t Sb: known before the auction. */
export function madeBeforeAuction(market: Market, region: number): number {
	const { structure, flows } = market;
	return (
		rangeSum(structure.refiners.first, flows.refined, region) +
		rangeSum(structure.recyclers.first, flows.recycled, region)
	);
}

/** This month's refined and recycled output of a region, t Sb, recycling works included. */
export function outputNow(market: Market, region: number): number {
	return madeBeforeAuction(market, region) + worksOutput(market, region);
}
