/** Defence buyers: certified metal for munitions, ordinary metal in military goods, backlog. */

import { exp, log } from "../../math.ts";
import { shareFrom } from "../trade/rerouting.ts";
import type { Market } from "../world/market.ts";
import { REFERENCE_PRICE } from "../world/price-grid.ts";
import { CERTIFIED_ONLY, NOT_CHINESE } from "../world/rules.ts";
import { LONGEST_LAG } from "../world/spans.ts";
import { CN, EU } from "../world/structure.ts";
import { tradeRingOf } from "../world/trade-ring.ts";
import { madeBeforeAuction } from "./home-output.ts";
import { releaseTo } from "./stockpile-agency.ts";

/** Price above which munitions makers stop buying, multiple of the reference price. */
const CERTIFIED_LIMIT = 20;
/** Share of a gap in cover ordered in a month. */
const SPEED = 0.3;
/** Cover of ordinary metal in military goods, months. Basis: assumed. */
const EMBEDDED_COVER = 2;
/** Longest backlog, months of need. */
const LONGEST_BACKLOG = 24;
/** Share of a backlog made good in a month when metal is there. */
const BACKLOG_SPEED = 1 / 6;
/**
 * Civil ammunition, t Sb a month, that rated orders of a region may displace. Basis: estimated
 * for the US, 1,250 t a year from US bullet and shot lead (USGS) and its antimony; no region
 * has more.
 */
const DISPLACEABLE = 1250 / 12;
/** Tick from which defence need grows: 2024-01. */
const GROWTH_FROM = 72;

/** All defence need of a region this month, surge included, t Sb. */
export function defenceNeed(
	market: Market,
	buyer: number,
	tick: number,
): number {
	const years = Math.max(0, tick - GROWTH_FROM) / 12;
	const { need, region } = market.structure.defenceBuyers;
	return (
		need[buyer]! *
		market.rules.defenceSurge[region[buyer]!]! *
		exp(years * log(1 + market.parameters.defenceGrowth))
	);
}

/** Share of a buyer's need that must be certified: all of it where nothing else is admitted. */
function certifiedPart(market: Market, buyer: number): number {
	const region = market.structure.defenceBuyers.region[buyer]!;
	return market.rules.defenceAdmits[region] === CERTIFIED_ONLY
		? 1
		: market.parameters.certifiedShare;
}

/** Part of a buyer's need that must be certified, t Sb. */
export function certifiedNeed(
	market: Market,
	buyer: number,
	tick: number,
): number {
	return defenceNeed(market, buyer, tick) * certifiedPart(market, buyer);
}

/** Rest of a buyer's need, bought as parts and alloys through civil suppliers, t Sb. */
function embeddedNeed(market: Market, buyer: number, tick: number): number {
	return defenceNeed(market, buyer, tick) * (1 - certifiedPart(market, buyer));
}

/** Metal not from China within a region's reach, t Sb a month: home output, last month's imports. */
export function supplyNotChinese(
	market: Market,
	region: number,
	tick: number,
): number {
	const imported = market.state.importHistory[tradeRingOf(tick - 1) + region]!;
	const chinese = region === CN ? 0 : shareFrom(market, region, CN, tick);
	return madeBeforeAuction(market, region) + imported * (1 - chinese);
}

/** Most that defence may order in a region when some origins are refused, t Sb. */
function admittedSupply(market: Market, region: number, tick: number): number {
	return market.rules.defenceAdmits[region] === NOT_CHINESE
		? supplyNotChinese(market, region, tick)
		: Number.POSITIVE_INFINITY;
}

/** Orders certified metal for munitions: need, a part of the gap in cover, a part of the backlog. */
export function orderCertified(market: Market, tick: number): void {
	const { structure, state, flows, parameters } = market;
	for (let d = 0; d < structure.defenceBuyers.count; d += 1) {
		const need = certifiedNeed(market, d, tick);
		const gap = parameters.certifiedCover * need - state.certifiedStock[d]!;
		const dear =
			state.index[structure.defenceBuyers.region[d]!]! >
			CERTIFIED_LIMIT * REFERENCE_PRICE;
		flows.certifiedWanted[d] = dear
			? 0
			: Math.max(0, need + SPEED * gap + BACKLOG_SPEED * state.backlog[d]!);
	}
}

/** Orders ordinary metal for military goods: inelastic, at most what the rules on origin admit. */
export function orderEmbedded(market: Market, tick: number): void {
	const { structure, state, flows, terms } = market;
	const { count, region } = structure.defenceBuyers;
	for (let d = 0; d < count; d += 1) {
		const need = embeddedNeed(market, d, tick);
		let line = (terms.shippingLag[region[d]!]! - 1) * need;
		for (let lag = 0; lag < LONGEST_LAG; lag += 1)
			line -= state.embeddedPipeline[lag * count + d]!;
		const gap = EMBEDDED_COVER * need - state.embeddedStock[d]! + line;
		flows.embeddedOrdered[d] = Math.min(
			Math.max(0, need + SPEED * gap),
			admittedSupply(market, region[d]!, tick),
		);
	}
}

/** Outcome of one month for one defence buyer, t Sb. */
export interface DefenceOutcome {
	need: number;
	certifiedUsed: number;
	embeddedUsed: number;
	unmetCertified: number;
	unmetBudget: number;
	unmetPhysical: number;
	/** metal handed over by the stockpile agency of the region */
	released: number;
	/** civil metal taken by rated orders */
	displaced: number;
}

/**
 * Draws certified need from certified stock, then from the stockpile agency;
 * what is missing is booked by cause and goes to the backlog. A surplus over
 * need makes backlog good.
 */
export function drawCertified(
	market: Market,
	buyer: number,
	tick: number,
	outcome: DefenceOutcome,
): void {
	const { state, structure } = market;
	const need = certifiedNeed(market, buyer, tick);
	const due = Math.min(need, state.certifiedStock[buyer]!);
	const region = structure.defenceBuyers.region[buyer]!;
	const released = releaseTo(market, region, need - due);
	const missing = need - due - released;
	const dear = state.price[region]! > CERTIFIED_LIMIT * REFERENCE_PRICE;
	const late = Math.min(
		BACKLOG_SPEED * state.backlog[buyer]!,
		state.certifiedStock[buyer]! - due,
	);
	state.backlog[buyer] = Math.min(
		LONGEST_BACKLOG * need,
		state.backlog[buyer]! - late + missing,
	);
	outcome.certifiedUsed = due + late;
	outcome.released = released;
	outcome.unmetCertified = dear ? 0 : missing;
	outcome.unmetBudget = dear ? missing : 0;
}

/**
 * Draws ordinary need from stock, then from the stockpile agency; rated orders take what is
 * still missing from civil ammunition.
 *
 * @param displaceable civil metal that rated orders can reach, t Sb
 */
export function drawEmbedded(
	market: Market,
	buyer: number,
	tick: number,
	displaceable: number,
	outcome: DefenceOutcome,
): void {
	const { state, structure, parameters, rules } = market;
	const region = structure.defenceBuyers.region[buyer]!;
	const need = embeddedNeed(market, buyer, tick);
	const drawn = Math.min(need, state.embeddedStock[buyer]!);
	const released = releaseTo(market, region, need - drawn);
	const short = need - drawn - released;
	const rated = Math.min(
		rules.rated[region]! * short,
		DISPLACEABLE,
		displaceable,
	);
	const missing = short - rated;
	const dear = state.price[EU]! > parameters.choke * REFERENCE_PRICE;
	outcome.embeddedUsed = drawn;
	outcome.released += released;
	outcome.displaced = rated;
	outcome.unmetBudget += dear ? missing : 0;
	outcome.unmetPhysical = dear ? 0 : missing;
}
