/** Schedules of the two auctions: every agent's tonnes at each price, summed by region. */

import { orderAt } from "../agents/civil-buyer.ts";
import { oreOfferAt } from "../agents/miner.ts";
import { regionalWorksAt } from "../agents/recycling-works.ts";
import { bidAt, offerAt } from "../agents/refiner.ts";
import { agencyDemandAt } from "../agents/stockpile-agency.ts";
import { traderDemandAt } from "../agents/trader.ts";
import type { Auctions, Market } from "../world/market.ts";
import type { Schedules } from "../world/regional-markets.ts";
import { REGION_COUNT } from "../world/structure.ts";

/**
 * Place of each region's price on the grid: between point `cell` and the next, `weight` of the
 * way. An agent's tonnes at that price are read off its own schedule in the same way, so that
 * regional sums match to rounding.
 */
export interface PricePoints {
	readonly cell: Int32Array;
	readonly weight: Float64Array;
}

export function emptyPricePoints(): PricePoints {
	return {
		cell: new Int32Array(REGION_COUNT),
		weight: new Float64Array(REGION_COUNT),
	};
}

/**
 * Net demand of a region that is the same at any price, t Sb: reserve, agency, contracts,
 * recyclers.
 */
function priceBlindDemand(market: Market, region: number): number {
	const { structure, flows } = market;
	const { recyclers } = structure;
	let sum =
		flows.reserveBought[region]! -
		flows.agencySold[region]! -
		flows.contractDelivered[region]!;
	for (
		let i = recyclers.first[region]!;
		i < recyclers.first[region + 1]!;
		i += 1
	)
		sum -= flows.recycled[i]! - flows.recycledCertified[i]!;
	return sum;
}

function embeddedDemand(market: Market, region: number): number {
	const { structure, flows } = market;
	const { defenceBuyers } = structure;
	let sum = 0;
	for (
		let d = defenceBuyers.first[region]!;
		d < defenceBuyers.first[region + 1]!;
		d += 1
	)
		sum += flows.embeddedOrdered[d]!;
	return sum;
}

/** Excess demand for refined metal, t Sb a month. */
class RefinedSchedules implements Schedules {
	private readonly market: Market;

	constructor(market: Market) {
		this.market = market;
	}

	excessAt(region: number, k: number): number {
		const { market } = this;
		const { civilBuyers, refiners, traders } = market.structure;
		let excess =
			priceBlindDemand(market, region) +
			embeddedDemand(market, region) * market.tables.fade[k]! +
			agencyDemandAt(market, region, k) -
			regionalWorksAt(market, region, k);
		const lastBuyer = civilBuyers.first[region + 1]!;
		for (let b = civilBuyers.first[region]!; b < lastBuyer; b += 1)
			excess += orderAt(market, b, k);
		const lastTrader = traders.first[region + 1]!;
		for (let t = traders.first[region]!; t < lastTrader; t += 1)
			excess += traderDemandAt(market, t, k);
		const lastPlant = refiners.first[region + 1]!;
		for (let p = refiners.first[region]!; p < lastPlant; p += 1)
			excess -= offerAt(market, p, k);
		return excess;
	}
}

/** Excess demand for concentrate, t Sb a month. */
class OreSchedules implements Schedules {
	private readonly market: Market;

	constructor(market: Market) {
		this.market = market;
	}

	excessAt(region: number, k: number): number {
		const { market } = this;
		const { refiners } = market.structure;
		let excess = -oreOfferAt(market, region, k);
		const lastPlant = refiners.first[region + 1]!;
		for (let p = refiners.first[region]!; p < lastPlant; p += 1)
			excess += bidAt(market, p, k);
		return excess;
	}
}

/** The two auctions of the market: refined metal and ore. */
export const AUCTIONS: Auctions = {
	refined: (market) => new RefinedSchedules(market),
	ore: (market) => new OreSchedules(market),
};
