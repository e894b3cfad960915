/** Ledger of the month: tonnes move from holder to holder, and none is lost. */

import { SEGMENTS } from "../calibration/row.ts";
import { ringOf } from "./agents/beliefs.ts";
import type { DefenceOutcome } from "./agents/defence-buyer.ts";
import { oreRingOf } from "./agents/miner.ts";
import { takeFromStock } from "./agents/stockpile-agency.ts";
import type { Flows, Market } from "./world/market.ts";
import { sum } from "./world/regional-sum.ts";
import { LONGEST_LAG } from "./world/spans.ts";
import { CN, REGION_COUNT, US } from "./world/structure.ts";
import { tradeRingOf } from "./world/trade-ring.ts";

const AMMUNITION = SEGMENTS.indexOf("lead-alloys");

/** Refined metal in the world, t Sb: all stocks, and tonnes under way. */
export function refinedInWorld(market: Market): number {
	const { state } = market;
	return (
		sum(state.finished) +
		sum(state.buyerStock) +
		sum(state.buyerPipeline) +
		sum(state.certifiedStock) +
		sum(state.embeddedStock) +
		sum(state.embeddedPipeline) +
		sum(state.traderStock) +
		sum(state.reserveStock)
	);
}

/** Ore in the world, t Sb: piles, feed, and tonnes under way. */
export function oreInWorld(market: Market): number {
	const { state } = market;
	return sum(state.orePile) + sum(state.feed) + sum(state.feedPipeline);
}

/** Shifts a pipeline by a month, once its nearest month has arrived. */
function advance(pipeline: Float64Array, count: number): void {
	pipeline.copyWithin(0, count, LONGEST_LAG * count);
	pipeline.fill(0, (LONGEST_LAG - 1) * count);
}

/**
 * Delivers everything due this month; writes US arrivals from abroad by origin, t Sb, to
 * `arrived`.
 */
export function receiveArrivals(market: Market, arrived: Float64Array): void {
	const { state, structure } = market;
	for (let b = 0; b < structure.civilBuyers.count; b += 1)
		state.buyerStock[b]! += state.buyerPipeline[b]!;
	advance(state.buyerPipeline, structure.civilBuyers.count);
	for (let d = 0; d < structure.defenceBuyers.count; d += 1)
		state.embeddedStock[d]! += state.embeddedPipeline[d]!;
	advance(state.embeddedPipeline, structure.defenceBuyers.count);
	for (let p = 0; p < structure.refiners.count; p += 1)
		state.feed[p]! += state.feedPipeline[p]!;
	advance(state.feedPipeline, structure.refiners.count);
	for (let r = 0; r < REGION_COUNT; r += 1) arrived[r] = state.usArrivals[r]!;
	advance(state.usArrivals, REGION_COUNT);
}

/** Books the trade in concentrate: piles shrink, feed is under way. */
export function bookOre(market: Market): void {
	const { state, structure, flows, terms } = market;
	const { refiners } = structure;
	for (let p = 0; p < refiners.count; p += 1) {
		const lag = terms.shippingLag[refiners.region[p]!]!;
		state.feedPipeline[(lag - 1) * refiners.count + p]! +=
			flows.feedBought[p]! + flows.routed[p]!;
	}
	for (let r = 0; r < REGION_COUNT; r += 1)
		state.orePile[r]! -= flows.oreSold[r]!;
}

/** Books smelting: feed becomes metal, the loss is slag. */
export function bookRefining(market: Market): void {
	const { state, flows, structure } = market;
	for (let p = 0; p < structure.refiners.count; p += 1) {
		state.feed[p]! -= flows.feedUsed[p]!;
		state.finished[p]! += flows.refined[p]!;
	}
}

/** Books the trade in refined metal. */
export function bookMetal(market: Market): void {
	const { state, structure, flows, terms } = market;
	const { civilBuyers, defenceBuyers, refiners, traders } = structure;
	for (let p = 0; p < refiners.count; p += 1)
		state.finished[p]! -=
			flows.refinerSold[p]! +
			flows.finishedCertified[p]! +
			flows.contractShipped[p]! +
			(refiners.region[p] === CN ? flows.seized[p]! : 0);
	for (let p = refiners.first[CN]!; p < refiners.first[CN + 1]!; p += 1)
		state.reserveStock[CN]! += flows.seized[p]!;
	for (let b = 0; b < civilBuyers.count; b += 1) {
		const lag = terms.shippingLag[civilBuyers.region[b]!]!;
		state.buyerPipeline[(lag - 1) * civilBuyers.count + b]! +=
			flows.ordered[b]!;
		state.lastOrder[b] = flows.ordered[b]!;
	}
	for (let d = 0; d < defenceBuyers.count; d += 1) {
		const lag = terms.shippingLag[defenceBuyers.region[d]!]!;
		state.embeddedPipeline[(lag - 1) * defenceBuyers.count + d]! +=
			flows.embeddedOrdered[d]!;
		state.certifiedStock[d]! += flows.certifiedTaken[d]!;
	}
	for (let t = 0; t < traders.count; t += 1)
		state.traderStock[t]! += flows.traderBought[t]!;
	for (let r = 0; r < REGION_COUNT; r += 1) bookStockpile(market, r);
	const imported = Math.max(0, -market.refinedClearing.netExports[US]!);
	const slot = (terms.shippingLag[US]! - 1) * REGION_COUNT;
	for (let r = 0; r < REGION_COUNT; r += 1)
		state.usArrivals[slot + r]! += imported * flows.usOriginShare[r]!;
}

/** Books purchases of a state reserve at any price, and purchases and sales of its agency. */
function bookStockpile(market: Market, region: number): void {
	const { state, flows, refinedClearing } = market;
	const bought = flows.agencyBought[region]!;
	state.reserveStock[region]! += flows.reserveBought[region]! + bought;
	state.reservePaid[region]! += bought * refinedClearing.price[region]!;
	takeFromStock(market, region, flows.agencySold[region]!);
}

/** Civil buyer of a region from whom rated orders take metal; -1 when it has none. */
export function ammunitionMaker(market: Market, region: number): number {
	const { first, segment } = market.structure.civilBuyers;
	for (let b = first[region]!; b < first[region + 1]!; b += 1)
		if (segment[b] === AMMUNITION) return b;
	return -1;
}

/** Books use by civil buyers. */
export function bookUse(market: Market): void {
	const { state, flows, structure } = market;
	for (let b = 0; b < structure.civilBuyers.count; b += 1) {
		state.buyerStock[b]! -= flows.used[b]!;
		state.lastUse[b] = flows.used[b]!;
	}
}

/** Books one defence buyer's draw, and what its rated orders took from civil ammunition. */
export function bookDefence(
	market: Market,
	buyer: number,
	outcome: DefenceOutcome,
): void {
	const { state, structure } = market;
	state.certifiedStock[buyer]! -= outcome.certifiedUsed;
	state.embeddedStock[buyer]! -= outcome.embeddedUsed;
	if (outcome.displaced === 0) return;
	const maker = ammunitionMaker(market, structure.defenceBuyers.region[buyer]!);
	state.buyerStock[maker]! -= outcome.displaced;
}

/** Publishes the month's prices and remembers its trade. */
export function publish(market: Market, tick: number): void {
	const { state, refinedClearing, oreClearing, structure } = market;
	const weight = market.parameters.indexWeight;
	const ring = ringOf(tick);
	const oreRing = oreRingOf(tick);
	const tradeRing = tradeRingOf(tick);
	for (let r = 0; r < REGION_COUNT; r += 1) {
		state.price[r] = refinedClearing.price[r]!;
		state.index[r] =
			(1 - weight) * state.index[r]! + weight * refinedClearing.price[r]!;
		state.indexHistory[ring + r] = state.index[r]!;
		state.orePrice[r] = oreClearing.price[r]!;
		state.oreIndex[r] =
			(1 - weight) * state.oreIndex[r]! + weight * oreClearing.price[r]!;
		state.oreIndexHistory[oreRing + r] = state.oreIndex[r]!;
		const net = refinedClearing.netExports[r]!;
		state.exportHistory[tradeRing + r] = Math.max(0, net);
		state.importHistory[tradeRing + r] = Math.max(0, -net);
		state.wantedImports[r] = refinedClearing.wantedImports[r]!;
	}
	state.hubPrice[0] = refinedClearing.hubPrice;
	state.oreHubPrice[0] = oreClearing.hubPrice;
	const { count } = structure.refinedExporters;
	const month = (tradeRing / REGION_COUNT) * count;
	for (let k = 0; k < count; k += 1)
		state.exporterHistory[month + k] = refinedClearing.shipped[k]!;
	const quarterEnds = tick % 3 === 2 || tick % 3 === -1;
	state.quarterExports[0] = quarterEnds
		? 0
		: state.quarterExports[0]! + Math.max(0, refinedClearing.netExports[CN]!);
}

/** Metal made this month, t Sb. */
export function metalMade(flows: Flows): number {
	return sum(flows.refined) + sum(flows.recycled) + sum(flows.worksSold);
}
