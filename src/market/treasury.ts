/** US treasury: monthly cost of stockpile, price floors and contracts. */

import type { Market } from "./world/market.ts";
import { REFERENCE_PRICE } from "./world/price-grid.ts";
import { US } from "./world/structure.ts";

/**
 * Storage and handling, share of the value of a stockpile a year. Basis: assumed, on the scale
 * of past US stockpile operations.
 */
const STORAGE = 0.015;

/** Cost of the floors promised to plants this month, USD. */
function floorGaps(market: Market): number {
	const { structure, rules, flows, refinedClearing } = market;
	const { count, region } = structure.refiners;
	let cost = 0;
	for (let p = 0; p < count; p += 1) {
		const floor = rules.floorPrice[p]!;
		if (floor === 0) continue;
		const gap = floor - refinedClearing.price[region[p]!]!;
		const fixed = rules.offtakePrice[p]! > 0 ? flows.contractShipped[p]! : 0;
		const sold =
			flows.refinerSold[p]! +
			flows.contractShipped[p]! +
			flows.finishedCertified[p]! -
			fixed;
		cost += Math.max(0, gap) * Math.min(sold, rules.floorTonnes[p]!);
	}
	return cost;
}

/** Cost of fixed-price contracts against the US price of the month, USD; negative when they gain. */
function contractGaps(market: Market): number {
	const { structure, rules, flows, refinedClearing } = market;
	let cost = 0;
	for (let p = 0; p < structure.refiners.count; p += 1)
		if (rules.offtakeBuyer[p] === US && rules.offtakePrice[p]! > 0)
			cost +=
				(rules.offtakePrice[p]! - refinedClearing.price[US]!) *
				flows.contractShipped[p]!;
	return cost;
}

/** Purchases less sales of the US stockpile, and its storage, USD. */
function stockpileCost(market: Market): number {
	const { state, flows, refinedClearing } = market;
	const price = refinedClearing.price[US]!;
	const bought = flows.agencyBought[US]!;
	const left = flows.agencySold[US]! + flows.agencyReleased[US]!;
	const kept = Math.max(0, state.reserveStock[US]!) * price;
	return (bought - left) * price + (STORAGE / 12) * kept;
}

/**
 * Adds the month's cost to the US treasury, USD: stockpile purchases less
 * sales, storage, floors and contracts at a price of their own. Grants and the
 * expected loss on loans are added where projects are decided.
 */
export function payFromTreasury(market: Market): void {
	market.flows.treasury +=
		stockpileCost(market) + floorGaps(market) + contractGaps(market);
}

/**
 * Value of the US stockpile, USD: the money paid for it, or its worth at the normal price if
 * less.
 */
export function stockpileValue(market: Market): number {
	const { state } = market;
	const stock = Math.max(0, state.reserveStock[US]!);
	return Math.min(
		state.reservePaid[US]!,
		stock * REFERENCE_PRICE * market.normalPrice,
	);
}
