/** Ore in a world without an ore market: shared out among plants by their size. */

import { projectCapacity } from "../agents/project.ts";
import type { Market } from "../world/market.ts";
import { NORMAL_ORE } from "../world/price-grid.ts";
import { REGION_COUNT } from "../world/structure.ts";

/** Weight of a plant when ore is shared, t Sb a month: its run of 2023, or a project's capacity. */
function weightOf(market: Market, plant: number): number {
	const { project, run2023 } = market.structure.refiners;
	const site = project[plant]!;
	return site >= 0 ? projectCapacity(market, site) : run2023[plant]!;
}

function ownFeedOnly(market: Market, plant: number): boolean {
	const site = market.structure.refiners.project[plant]!;
	return site >= 0 && market.rules.projectOwnFeed[site] === 1;
}

/**
 * Weights of each region's plants, and of those that take foreign ore; `worldWeight` sums the
 * latter.
 */
const homeWeight = new Float64Array(REGION_COUNT);
const openWeight = new Float64Array(REGION_COUNT);
let worldWeight = 0;

function weighPlants(market: Market): void {
	const { refiners } = market.structure;
	homeWeight.fill(0);
	openWeight.fill(0);
	worldWeight = 0;
	for (let p = 0; p < refiners.count; p += 1) {
		const weight = weightOf(market, p);
		homeWeight[refiners.region[p]!]! += weight;
		if (ownFeedOnly(market, p)) continue;
		openWeight[refiners.region[p]!]! += weight;
		worldWeight += weight;
	}
}

/**
 * Books on a region's exporters the share of its ore due to plants abroad, up to their
 * capacity, t Sb.
 */
function sendOre(market: Market, region: number, abroad: number): number {
	const { oreMarkets, oreClearing, state } = market;
	const all = abroad + homeWeight[region]!;
	let left = all > 0 ? (state.orePile[region]! * abroad) / all : 0;
	let sent = 0;
	const end = oreMarkets.firstExporter[region + 1]!;
	for (let k = oreMarkets.firstExporter[region]!; k < end; k += 1) {
		const tonnes = Math.min(left, oreMarkets.exporterCapacity[k]!);
		oreClearing.shipped[k] = tonnes;
		sent += tonnes;
		left -= tonnes;
	}
	return sent;
}

/**
 * Shares a region's pile among plants at home and abroad; without plants at home the rest stays
 * piled.
 */
function shareOut(market: Market, region: number): void {
	const { structure, state, flows, oreClearing } = market;
	const { refiners } = structure;
	const abroad = worldWeight - openWeight[region]!;
	const sent = sendOre(market, region, abroad);
	const stays = homeWeight[region]! > 0 ? state.orePile[region]! - sent : 0;
	flows.oreSold[region] = sent + stays;
	oreClearing.netExports[region]! += sent;
	for (let p = 0; p < refiners.count; p += 1) {
		const r = refiners.region[p]!;
		const weight = weightOf(market, p);
		if (r === region && stays > 0)
			flows.feedBought[p]! += (stays * weight) / homeWeight[region]!;
		if (r === region || sent === 0 || ownFeedOnly(market, p)) continue;
		const tonnes = (sent * weight) / abroad;
		flows.feedBought[p]! += tonnes;
		oreClearing.netExports[r]! -= tonnes;
	}
}

/** Sets one price of ore everywhere: its normal share of last month's hub price of metal. */
function fixPrices(market: Market): void {
	const { state, oreClearing } = market;
	const price = NORMAL_ORE * state.hubPrice[0]!;
	oreClearing.hubPrice = price;
	oreClearing.price.fill(price);
}

/**
 * Replaces the market for concentrate: every pile is shared out over the plants of the world
 * in proportion to their run of 2023, whatever they would pay. Ore that may not leave its
 * region stays with the plants there.
 */
export function shareConcentrate(market: Market): void {
	const { flows, oreClearing } = market;
	flows.feedBought.fill(0);
	oreClearing.netExports.fill(0);
	weighPlants(market);
	for (let r = 0; r < REGION_COUNT; r += 1) shareOut(market, r);
	for (let r = 0; r < REGION_COUNT; r += 1)
		oreClearing.wantedImports[r] = Math.max(0, -oreClearing.netExports[r]!);
	fixPrices(market);
}
