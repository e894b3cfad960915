/** Trade in refined metal: costs and limits of the month, the auction, and who got what. */

import { orderAt, prepareOrders } from "../agents/civil-buyer.ts";
import { offerGreyRoute, seizedShare } from "../agents/grey-route.ts";
import { withheldShare } from "../agents/islamabad.ts";
import { limitChineseExports } from "../agents/licence-office.ts";
import { projectAtWork } from "../agents/project.ts";
import { prepareWorks, readWorks } from "../agents/recycling-works.ts";
import { offerAt, prepareOffers } from "../agents/refiner.ts";
import { agencyDemandAt } from "../agents/stockpile-agency.ts";
import { prepareTraders, traderDemandAt } from "../agents/trader.ts";
import type { Market } from "../world/market.ts";
import { REFERENCE_PRICE } from "../world/price-grid.ts";
import { CN, PK, REGION_COUNT, US } from "../world/structure.ts";
import { holdAuction } from "./auction.ts";
import { serveContracts } from "./contracts.ts";
import { dutyOf } from "./duties.ts";
import { locate } from "./excess-demand.ts";
import { rebuildSupply } from "./rerouting.ts";
import type { PricePoints } from "./schedules.ts";

/**
 * VAT that China does not refund on antimony exports, by first tick: 2018-01, 2018-05, 2019-04.
 * Source: Chinese VAT rates for antimony, no export rebate.
 */
const EXPORT_TAX = [
	{ from: 15, rate: 0.13 },
	{ from: 4, rate: 0.16 },
	{ from: Number.NEGATIVE_INFINITY, rate: 0.17 },
] as const;

/** Metal delivered under contract this month by region, t Sb. */
const contracted = new Float64Array(REGION_COUNT);

/** China's unrefunded VAT in a month, share of the price. */
export function exportTaxAt(tick: number): number {
	return EXPORT_TAX.find((step) => tick >= step.from)!.rate;
}

/**
 * Share of contract metal that may leave for its taker; Islamabad may keep it from the US for
 * others.
 */
function freeToShip(market: Market, seller: number, taker: number): number {
	return seller === PK && taker === US ? 1 - withheldShare(market) : 1;
}

/** Ships stock of plants under contract straight to the region that takes it. */
function shipUnderContract(market: Market): void {
	const { structure, state, flows, rules } = market;
	const { refiners } = structure;
	flows.contractDelivered.fill(0);
	for (let p = 0; p < refiners.count; p += 1) {
		const taker = rules.offtakeBuyer[p]!;
		const tonnes =
			taker >= 0
				? Math.min(
						rules.offtakeTonnes[p]!,
						state.finished[p]! - flows.finishedCertified[p]!,
					) * freeToShip(market, refiners.region[p]!, taker)
				: 0;
		flows.contractShipped[p] = tonnes;
		if (taker >= 0) flows.contractDelivered[taker]! += tonnes;
	}
}

/** Capacity of an exporter, t Sb; 0 while it waits for a project that has not begun. */
function capacityOfExporter(market: Market, exporter: number): number {
	const { capacity, forProjects, region } = market.structure.refinedExporters;
	const waits =
		forProjects[exporter] === 1 && !projectAtWork(market, region[exporter]!);
	return waits ? 0 : capacity[exporter]!;
}

/** Sets costs and capacities of this month's merit orders. */
function setExporters(market: Market, tick: number): void {
	const { structure, state, rules, refinedMarkets } = market;
	const { cost, count, region } = structure.refinedExporters;
	const noise = market.noisy ? state.exportCostNoise[0]! * REFERENCE_PRICE : 0;
	for (let k = 0; k < count; k += 1) {
		const r = region[k]!;
		refinedMarkets.exporterCost[k] =
			cost[k]! + (r === CN ? noise * market.normalPrice : 0);
		refinedMarkets.exporterCapacity[k] =
			capacityOfExporter(market, k) *
			rules.refinedFree[r]! *
			rules.exporterFree[k]!;
	}
	refinedMarkets.exportTax[CN] = market.calm
		? EXPORT_TAX[0].rate
		: exportTaxAt(tick);
	limitChineseExports(market);
	offerGreyRoute(market);
}

function setTariffs(market: Market): void {
	const { tariff } = market.refinedMarkets;
	for (let r = 0; r < REGION_COUNT; r += 1) tariff[r] = dutyOf(market, r);
}

/** Prepares every schedule and holds the auction of refined metal. */
export function clearRefined(
	market: Market,
	tick: number,
	points: PricePoints,
): void {
	shipUnderContract(market);
	serveContracts(market, tick, contracted);
	prepareOrders(market, contracted);
	prepareTraders(market);
	prepareOffers(market);
	prepareWorks(market);
	setExporters(market, tick);
	setTariffs(market);
	rebuildSupply(market, tick);
	holdAuction(
		market.refinedMarkets,
		market.state.price,
		market.state.hubPrice[0]!,
		market.refinedClearing,
	);
	locate(
		market.refinedMarkets,
		market.refinedClearing.price,
		points.cell,
		points.weight,
	);
	readOff(market, points);
	readOffAgencies(market, points);
	seizeGreyMetal(market);
}

/** Reads every agent's tonnes off its own schedule at the price of its region. */
function readOff(market: Market, points: PricePoints): void {
	const { structure, flows, tables } = market;
	const { civilBuyers, refiners, traders, defenceBuyers } = structure;
	for (let b = 0; b < civilBuyers.count; b += 1) {
		const r = civilBuyers.region[b]!;
		const low = orderAt(market, b, points.cell[r]!);
		const high = orderAt(market, b, points.cell[r]! + 1);
		flows.ordered[b] = low + points.weight[r]! * (high - low);
	}
	for (let p = 0; p < refiners.count; p += 1) {
		const r = refiners.region[p]!;
		const low = offerAt(market, p, points.cell[r]!);
		const high = offerAt(market, p, points.cell[r]! + 1);
		flows.refinerSold[p] = low + points.weight[r]! * (high - low);
	}
	readWorks(market, points.cell, points.weight);
	for (let t = 0; t < traders.count; t += 1) {
		const r = traders.region[t]!;
		const low = traderDemandAt(market, t, points.cell[r]!);
		const high = traderDemandAt(market, t, points.cell[r]! + 1);
		flows.traderBought[t] = low + points.weight[r]! * (high - low);
	}
	for (let d = 0; d < defenceBuyers.count; d += 1) {
		const r = defenceBuyers.region[d]!;
		const low = tables.fade[points.cell[r]!]!;
		const high = tables.fade[points.cell[r]! + 1]!;
		flows.embeddedOrdered[d]! *= low + points.weight[r]! * (high - low);
	}
}

/** Reads off the purchases of stockpile agencies at the price of their region. */
function readOffAgencies(market: Market, points: PricePoints): void {
	const { flows } = market;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const low = agencyDemandAt(market, r, points.cell[r]!);
		const high = agencyDemandAt(market, r, points.cell[r]! + 1);
		flows.agencyBought[r] = low + points.weight[r]! * (high - low);
	}
}

/** Tonnes shipped on grey routes. */
export function greyShipped(market: Market): number {
	const { first, grey } = market.structure.refinedExporters;
	let sum = 0;
	for (let k = first[CN]!; k < first[CN + 1]!; k += 1)
		if (grey[k] === 1) sum += market.refinedClearing.shipped[k]!;
	return sum;
}

/** Metal that a plant still holds after all its sales this month, t Sb. */
function unsold(market: Market, plant: number): number {
	const { state, flows } = market;
	return (
		state.finished[plant]! -
		flows.refinerSold[plant]! -
		flows.contractShipped[plant]! -
		flows.finishedCertified[plant]!
	);
}

/** Seizes metal at home for the grey tonnes that arrive: out of plants' stocks, into the reserve. */
function seizeGreyMetal(market: Market): void {
	const { structure, flows } = market;
	const { first } = structure.refiners;
	const share = seizedShare(market);
	const seized = (greyShipped(market) * share) / (1 - share);
	let left = 0;
	for (let p = first[CN]!; p < first[CN + 1]!; p += 1)
		left += unsold(market, p);
	const part = left > 0 ? Math.min(1, seized / left) : 0;
	for (let p = first[CN]!; p < first[CN + 1]!; p += 1)
		flows.seized[p] = part * unsold(market, p);
}
