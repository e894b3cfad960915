import { oreOfferAt, prepareOreOffers } from "../agents/miner.ts";
import { bidAt, prepareBids } from "../agents/refiner.ts";
import type { Market } from "../market.ts";
import { CN, REGION_COUNT } from "../structure.ts";
import { holdAuction } from "./auction.ts";
import { locate } from "./excess-demand.ts";
import { emptyPricePoints } from "./schedules.ts";

const points = emptyPricePoints();

/** Ore joins the pile of its region, from which it is offered. */
export function pileOre(market: Market): void {
	const { structure, state, flows } = market;
	for (let i = 0; i < structure.miners.count; i += 1)
		state.orePile[structure.miners.region[i]!]! += flows.mined[i]!;
}

/**
 * Intermediaries outside the hub buy ore in its region before the auction, as
 * far as there is ore and room, and ship it to the plants of one region in
 * proportion to their capacity.
 */
export function routeOre(market: Market): void {
	const { state, rules, flows, structure } = market;
	const { refiners } = structure;
	flows.routed.fill(0);
	flows.routedFrom.fill(0);
	for (let i = 0; i < rules.routes; i += 1) {
		const origin = rules.routeOrigin[i]!;
		const destination = rules.routeDestination[i]!;
		const tonnes = Math.min(rules.routeCapacity[i]!, state.orePile[origin]!);
		let capacity = 0;
		const from = refiners.first[destination]!;
		const to = refiners.first[destination + 1]!;
		for (let p = from; p < to; p += 1) capacity += refiners.capacity[p]!;
		if (capacity === 0) continue;
		for (let p = from; p < to; p += 1)
			flows.routed[p]! += (tonnes * refiners.capacity[p]!) / capacity;
		state.orePile[origin]! -= tonnes;
		flows.routedFrom[origin]! += tonnes;
	}
}

/** What may leave each region: the share of this month's ore that no ban holds back. */
function limitOreExports(market: Market): void {
	const { structure, rules, flows, oreMarkets } = market;
	const { first, capacity } = structure.oreExporters;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		let mined = 0;
		for (
			let i = structure.miners.first[r]!;
			i < structure.miners.first[r + 1]!;
			i += 1
		)
			mined += flows.mined[i]!;
		let allowed =
			rules.oreMayLeave[r]! < 1
				? rules.oreMayLeave[r]! * mined
				: Number.POSITIVE_INFINITY;
		for (let k = first[r]!; k < first[r + 1]!; k += 1) {
			const most = Math.min(capacity[k]! * rules.oreFree[r]!, allowed);
			oreMarkets.exporterCapacity[k] = most;
			allowed -= most;
		}
	}
}

/** Plants that may only use ore of their own region keep it from importing. */
function limitOreImports(market: Market): void {
	const { structure, rules, oreMarkets } = market;
	oreMarkets.importCap.fill(Number.POSITIVE_INFINITY);
	const { refiners } = structure;
	for (let p = 0; p < refiners.count; p += 1) {
		const site = refiners.project[p]!;
		if (site >= 0 && rules.projectOwnFeed[site] === 1)
			oreMarkets.importCap[refiners.region[p]!] = 0;
	}
}

/** Holds the auction of concentrate and reads off what every plant and region got. */
export function sellConcentrate(market: Market): void {
	prepareBids(market);
	prepareOreOffers(market);
	limitOreExports(market);
	limitOreImports(market);
	holdAuction(
		market.oreMarkets,
		market.state.orePrice,
		market.state.oreHubPrice[0]!,
		market.oreClearing,
	);
	readOff(market);
}

function readOff(market: Market): void {
	const { structure, flows, oreMarkets, oreClearing } = market;
	locate(oreMarkets, oreClearing.price, points.cell, points.weight);
	const { refiners } = structure;
	for (let p = 0; p < refiners.count; p += 1) {
		const r = refiners.region[p]!;
		const k = points.cell[r]!;
		const low = bidAt(market, p, k);
		flows.feedBought[p] =
			low + points.weight[r]! * (bidAt(market, p, k + 1) - low);
	}
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const k = points.cell[r]!;
		const low = oreOfferAt(market, r, k);
		flows.oreSold[r] =
			low + points.weight[r]! * (oreOfferAt(market, r, k + 1) - low);
	}
}

/** Concentrate that China bought abroad this month, t Sb. */
export function chineseOreImports(market: Market): number {
	return Math.max(0, -market.oreClearing.netExports[CN]!);
}
