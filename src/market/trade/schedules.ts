import { orderAt } from "../agents/civil-buyer.ts";
import { oreOfferAt } from "../agents/miner.ts";
import { regionalWorksAt } from "../agents/recycling-works.ts";
import { bidAt, offerAt } from "../agents/refiner.ts";
import { agencyDemandAt } from "../agents/stockpile-agency.ts";
import { traderDemandAt } from "../agents/trader.ts";
import type { Market } from "../market.ts";
import { REGION_COUNT } from "../structure.ts";
import type { RegionalMarkets } from "./hub-clearing.ts";
import { WINDOW, windowStart } from "./price-grid.ts";

/**
 * Where a region's price lies on the grid: between point `cell` and the next,
 * `weight` of the way. An agent's tonnes at that price are read off its own
 * schedule in the same way, so that regional sums match to rounding.
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

/** Centres every region's window on a price. */
export function centreWindows(
	markets: RegionalMarkets,
	prices: Float64Array,
): void {
	for (let r = 0; r < REGION_COUNT; r += 1)
		markets.window[r] = windowStart(prices[r]!);
}

/** Most grid points by which a window follows a price that left it: beyond its edge a schedule is only a guess. */
const LONGEST_SHIFT = WINDOW - 4;

/** Moves every region's window towards a price that left it. */
export function followPrices(
	markets: RegionalMarkets,
	prices: Float64Array,
): void {
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const from = markets.window[r]!;
		const wanted = windowStart(prices[r]!);
		markets.window[r] =
			from + Math.min(LONGEST_SHIFT, Math.max(-LONGEST_SHIFT, wanted - from));
	}
}

/** What a region takes or gives at any price, t Sb: recyclers, defence, reserve, contracted metal. */
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

/** Tabulates the excess demand for refined metal of one region on its window. */
export function tabulateRefined(market: Market, region: number): void {
	const { structure, refinedMarkets, tables } = market;
	const { civilBuyers, refiners, traders } = structure;
	const base = region * WINDOW;
	const first = refinedMarkets.window[region]!;
	const blind = priceBlindDemand(market, region);
	const embedded = embeddedDemand(market, region);
	for (let i = 0; i < WINDOW; i += 1) {
		const k = first + i;
		let excess =
			blind + embedded * tables.fade[k]! + agencyDemandAt(market, region, k);
		for (
			let b = civilBuyers.first[region]!;
			b < civilBuyers.first[region + 1]!;
			b += 1
		)
			excess += orderAt(market, b, k);
		for (let t = traders.first[region]!; t < traders.first[region + 1]!; t += 1)
			excess += traderDemandAt(market, t, k);
		for (
			let p = refiners.first[region]!;
			p < refiners.first[region + 1]!;
			p += 1
		)
			excess -= offerAt(market, p, k);
		excess -= regionalWorksAt(market, region, k);
		refinedMarkets.excess[base + i] = excess;
	}
}

/** Tabulates the excess demand for concentrate of one region on its window. */
export function tabulateOre(market: Market, region: number): void {
	const { structure, oreMarkets } = market;
	const { refiners } = structure;
	const base = region * WINDOW;
	const first = oreMarkets.window[region]!;
	for (let i = 0; i < WINDOW; i += 1) {
		const k = first + i;
		let excess = -oreOfferAt(market, region, k);
		for (
			let p = refiners.first[region]!;
			p < refiners.first[region + 1]!;
			p += 1
		)
			excess += bidAt(market, p, k);
		oreMarkets.excess[base + i] = excess;
	}
}
