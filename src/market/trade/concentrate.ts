/** Trade in concentrate: from the ore piles of regions to the feed of plants. */

import { oreOfferAt, prepareOreOffers } from "../agents/miner.ts";
import { projectCapacity } from "../agents/project.ts";
import { bidAt, prepareBids } from "../agents/refiner.ts";
import type { Market } from "../world/market.ts";
import { CN, REGION_COUNT } from "../world/structure.ts";
import { holdAuction } from "./auction.ts";
import { oreDutyOf } from "./duties.ts";
import { locate } from "./excess-demand.ts";
import { emptyPricePoints } from "./schedules.ts";
import { shareConcentrate } from "./shared-ore.ts";

const points = emptyPricePoints();

/** Adds the month's ore to the pile of its region, from which it is offered. */
export function pileOre(market: Market): void {
	const { structure, state, flows } = market;
	for (let i = 0; i < structure.miners.count; i += 1)
		state.orePile[structure.miners.region[i]!]! += flows.mined[i]!;
}

/** Limits ore exports to the share of the month's ore that no ban holds back. */
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
			const free = rules.oreFree[r]! * rules.oreExporterFree[k]!;
			const most = Math.min(capacity[k]! * free, allowed);
			oreMarkets.exporterCapacity[k] = most;
			allowed -= most;
		}
	}
}

function setOreTariffs(market: Market): void {
	const { tariff } = market.oreMarkets;
	for (let r = 0; r < REGION_COUNT; r += 1) tariff[r] = oreDutyOf(market, r);
}

/** Stops ore imports of a region once a plant runs there that may only use ore of the region. */
function limitOreImports(market: Market): void {
	const { structure, rules, oreMarkets } = market;
	oreMarkets.importCap.fill(Number.POSITIVE_INFINITY);
	const { refiners } = structure;
	for (let p = 0; p < refiners.count; p += 1) {
		const site = refiners.project[p]!;
		if (
			site >= 0 &&
			rules.projectOwnFeed[site] === 1 &&
			projectCapacity(market, site) > 0
		)
			oreMarkets.importCap[refiners.region[p]!] = 0;
	}
}

/**
 * Holds the auction of concentrate and reads every plant's feed off it; without a market,
 * shares ore out.
 */
export function sellConcentrate(market: Market): void {
	limitOreExports(market);
	if (!market.switches.concentrateMarket) {
		shareConcentrate(market);
		return;
	}
	prepareBids(market);
	prepareOreOffers(market);
	limitOreImports(market);
	setOreTariffs(market);
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
