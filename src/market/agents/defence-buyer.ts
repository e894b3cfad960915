import { exp, log } from "../../math.ts";
import type { Market } from "../market.ts";
import { LONGEST_LAG } from "../state.ts";
import { EU, US } from "../structure.ts";
import { REFERENCE_PRICE } from "../trade/price-grid.ts";

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
/** US civil ammunition, t Sb a month, that rated orders may displace. Basis: estimated, 1,250 t a year from US bullet and shot lead (USGS) and its antimony. */
const DISPLACEABLE = 1250 / 12;
/** Tick from which defence need grows: 2024-01. */
const GROWTH_FROM = 72;

let grownYears = Number.NaN;
let grownRate = Number.NaN;
let grown = 1;

/** Need over that of 2023, worked out once a month for all who ask. */
function growthOf(years: number, rate: number): number {
	if (years !== grownYears || rate !== grownRate) {
		grown = exp(years * log(1 + rate));
		grownYears = years;
		grownRate = rate;
	}
	return grown;
}

/** All defence need of a region this month, t Sb. */
export function defenceNeed(
	market: Market,
	buyer: number,
	tick: number,
): number {
	const years = Math.max(0, tick - GROWTH_FROM) / 12;
	return (
		market.structure.defenceBuyers.need[buyer]! *
		growthOf(years, market.parameters.defenceGrowth)
	);
}

/** Certified part of it. */
export function certifiedNeed(
	market: Market,
	buyer: number,
	tick: number,
): number {
	return defenceNeed(market, buyer, tick) * market.parameters.certifiedShare;
}

/** What munitions makers want of certified metal this month: need, cover, a part of the backlog. */
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

/** Ordinary metal ordered for military goods, t Sb: inelastic up to the choke price. */
export function orderEmbedded(market: Market, tick: number): void {
	const { structure, state, flows, terms, parameters } = market;
	const { count, region } = structure.defenceBuyers;
	for (let d = 0; d < count; d += 1) {
		const need = defenceNeed(market, d, tick) * (1 - parameters.certifiedShare);
		let line = (terms.shippingLag[region[d]!]! - 1) * need;
		for (let lag = 0; lag < LONGEST_LAG; lag += 1)
			line -= state.embeddedPipeline[lag * count + d]!;
		const gap = EMBEDDED_COVER * need - state.embeddedStock[d]! + line;
		flows.embeddedOrdered[d] = Math.max(0, need + SPEED * gap);
	}
}

/** What one month did to one defence buyer, t Sb. */
export interface DefenceOutcome {
	need: number;
	certifiedUsed: number;
	embeddedUsed: number;
	unmetCertified: number;
	unmetBudget: number;
	unmetPhysical: number;
	/** civil metal taken by rated orders */
	displaced: number;
}

/**
 * Draws certified need from certified stock; what is missing is booked by
 * cause and goes to the backlog. A surplus over need makes backlog good.
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
	const missing = need - due;
	const dear =
		state.price[structure.defenceBuyers.region[buyer]!]! >
		CERTIFIED_LIMIT * REFERENCE_PRICE;
	const late = Math.min(
		BACKLOG_SPEED * state.backlog[buyer]!,
		state.certifiedStock[buyer]! - due,
	);
	state.backlog[buyer] = Math.min(
		LONGEST_BACKLOG * need,
		state.backlog[buyer]! - late + missing,
	);
	outcome.certifiedUsed = due + late;
	outcome.unmetCertified = dear ? 0 : missing;
	outcome.unmetBudget = dear ? missing : 0;
}

/** Draws ordinary need from stock; in the US rated orders take what is missing from civil ammunition. */
export function drawEmbedded(
	market: Market,
	buyer: number,
	tick: number,
	displaceable: number,
	outcome: DefenceOutcome,
): void {
	const { state, structure, parameters } = market;
	const region = structure.defenceBuyers.region[buyer]!;
	const need =
		defenceNeed(market, buyer, tick) * (1 - parameters.certifiedShare);
	const drawn = Math.min(need, state.embeddedStock[buyer]!);
	const rated =
		region === US ? Math.min(need - drawn, DISPLACEABLE, displaceable) : 0;
	const missing = need - drawn - rated;
	const dear = state.price[EU]! > parameters.choke * REFERENCE_PRICE;
	outcome.embeddedUsed = drawn;
	outcome.displaced = rated;
	outcome.unmetBudget += dear ? missing : 0;
	outcome.unmetPhysical = dear ? 0 : missing;
}
