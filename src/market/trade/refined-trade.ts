import { orderAt, prepareOrders } from "../agents/civil-buyer.ts";
import { offerGreyRoute, seizedShare } from "../agents/grey-route.ts";
import { limitChineseExports } from "../agents/licence-office.ts";
import { offerAt, prepareOffers } from "../agents/refiner.ts";
import { prepareTraders, traderDemandAt } from "../agents/trader.ts";
import type { Market } from "../market.ts";
import { CN, REGION_COUNT } from "../structure.ts";
import { holdAuction } from "./auction.ts";
import { locate } from "./excess-demand.ts";
import { REFERENCE_PRICE } from "./price-grid.ts";
import { deliverableContracts, rebuildSupply } from "./rerouting.ts";
import type { PricePoints } from "./schedules.ts";

/** VAT that China does not refund on antimony exports, by first tick: 2018-01, 2018-05, 2019-04. Source: Chinese VAT rates for antimony, no export rebate. */
const EXPORT_TAX = [
	{ from: 15, rate: 0.13 },
	{ from: 4, rate: 0.16 },
	{ from: Number.NEGATIVE_INFINITY, rate: 0.17 },
] as const;

const deliverable = new Float64Array(REGION_COUNT);

/** China's unrefunded VAT in a month, share of the price. */
export function exportTaxAt(tick: number): number {
	return EXPORT_TAX.find((step) => tick >= step.from)!.rate;
}

/** Plants under contract ship their stock straight to the region that takes it. */
function shipUnderContract(market: Market): void {
	const { structure, state, flows, rules } = market;
	const { refiners } = structure;
	flows.contractDelivered.fill(0);
	for (let p = 0; p < refiners.count; p += 1) {
		const site = refiners.project[p]!;
		const taker = site >= 0 ? rules.projectOfftake[site]! : -1;
		const tonnes =
			taker >= 0 ? state.finished[p]! - flows.finishedCertified[p]! : 0;
		flows.contractShipped[p] = tonnes;
		if (taker >= 0) flows.contractDelivered[taker]! += tonnes;
	}
}

/** Costs and capacities of this month's merit orders. */
function setExporters(market: Market, tick: number): void {
	const { structure, state, rules, refinedMarkets } = market;
	const { cost, capacity, count, region } = structure.refinedExporters;
	const noise = market.noisy ? state.exportCostNoise[0]! * REFERENCE_PRICE : 0;
	for (let k = 0; k < count; k += 1) {
		const r = region[k]!;
		refinedMarkets.exporterCost[k] =
			cost[k]! + (r === CN ? noise * market.normalPrice : 0);
		refinedMarkets.exporterCapacity[k] = capacity[k]! * rules.refinedFree[r]!;
	}
	refinedMarkets.exportTax[CN] = market.calm
		? EXPORT_TAX[0].rate
		: exportTaxAt(tick);
	limitChineseExports(market);
	offerGreyRoute(market);
}

/** Prepares every schedule and holds the auction of refined metal. */
export function clearRefined(
	market: Market,
	tick: number,
	points: PricePoints,
): void {
	shipUnderContract(market);
	deliverableContracts(market, tick, deliverable);
	prepareOrders(market, deliverable);
	prepareTraders(market);
	prepareOffers(market);
	setExporters(market, tick);
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

/** Tonnes shipped on grey routes. */
export function greyShipped(market: Market): number {
	const { first, grey } = market.structure.refinedExporters;
	let sum = 0;
	for (let k = first[CN]!; k < first[CN + 1]!; k += 1)
		if (grey[k] === 1) sum += market.refinedClearing.shipped[k]!;
	return sum;
}

/** For every grey tonne that arrives some are seized at home: out of plants' stocks, into the reserve. */
function seizeGreyMetal(market: Market): void {
	const { structure, state, flows } = market;
	const { first } = structure.refiners;
	const share = seizedShare(market);
	const seized = (greyShipped(market) * share) / (1 - share);
	let left = 0;
	for (let p = first[CN]!; p < first[CN + 1]!; p += 1)
		left += state.finished[p]! - flows.refinerSold[p]!;
	const part = left > 0 ? Math.min(1, seized / left) : 0;
	for (let p = first[CN]!; p < first[CN + 1]!; p += 1)
		flows.seized[p] = part * (state.finished[p]! - flows.refinerSold[p]!);
}
