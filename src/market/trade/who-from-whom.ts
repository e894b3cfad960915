/** Ties between sources and importers, and who sold metal to whom. */

import { outputNow } from "../agents/home-output.ts";
import type { Market } from "../world/market.ts";
import {
	CN,
	GREY,
	REGION_COUNT,
	SA,
	SOURCE_COUNT,
	type Structure,
	US,
} from "../world/structure.ts";
import { emptyFitting, fitTrade } from "./proportional-fitting.ts";
import { greyShipped } from "./refined-trade.ts";

/** Share of the gap to a month's trade that ties close. Basis: assumed. */
const ADAPTATION = 0.1;
/** Least tie of a pair, so that a newcomer can be bought from, share of an importer's supply. */
const LEAST_TIE = 0.002;

const fitting = emptyFitting(SOURCE_COUNT, REGION_COUNT);
const supply = fitting.sold;
const demand = fitting.bought;
/** what importers sell the United States all the same, t Sb by region */
const through = new Float64Array(REGION_COUNT);

/** Monthly refined and recycled output of 2023 by region, t Sb. */
function outputOf2023(structure: Structure): Float64Array {
	const output = new Float64Array(REGION_COUNT);
	const { refiners, recyclers } = structure;
	for (let p = 0; p < refiners.count; p += 1)
		output[refiners.region[p]!]! += refiners.run2023[p]!;
	for (let i = 0; i < recyclers.count; i += 1)
		output[recyclers.region[i]!]! += recyclers.output[i]!;
	return output;
}

/**
 * Sets the ties at the start: Chinese shares by importer, the US from its import statistics,
 * the rest by the output of 2023. Ties are shares of an importer's supply, at
 * source × REGION_COUNT + importer.
 */
export function startRelations(market: Market): void {
	const { structure, state, terms } = market;
	const output = outputOf2023(structure);
	for (let importer = 0; importer < REGION_COUNT; importer += 1) {
		let others = 0;
		for (let s = 0; s < REGION_COUNT; s += 1)
			if (s !== CN && s !== importer) others += output[s]!;
		for (let s = 0; s < REGION_COUNT; s += 1) {
			const chinese = terms.chineseShare[importer]!;
			const other = others > 0 ? ((1 - chinese) * output[s]!) / others : 0;
			const share =
				importer === US ? terms.usOrigins[s]! : s === CN ? chinese : other;
			state.relations[s * REGION_COUNT + importer] =
				s === importer ? 0 : Math.max(share, LEAST_TIE);
		}
		state.relations[GREY * REGION_COUNT + importer] =
			importer === CN ? 0 : LEAST_TIE;
	}
}

/**
 * Metal that a region sells the United States although it buys more than it
 * sells, t Sb: its share of US imports in the statistics, as far as its own
 * output reaches, beyond what it exports on balance. It buys as much more itself.
 */
function soldToUsByImporter(market: Market, region: number): number {
	const { netExports } = market.refinedClearing;
	if (region === CN || region === US) return 0;
	const free = 1 - market.rules.barred[US * REGION_COUNT + region]!;
	const usual =
		free * market.terms.usOrigins[region]! * Math.max(0, -netExports[US]!);
	const most = Math.min(usual, outputNow(market, region));
	return Math.max(0, most - Math.max(0, netExports[region]!));
}

/**
 * Sums sales abroad by source and purchases by importer, t Sb; grey Chinese metal is its own
 * source.
 */
function margins(market: Market): void {
	const { netExports } = market.refinedClearing;
	const grey = greyShipped(market);
	let toUs = 0;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		through[r] = soldToUsByImporter(market, r);
		toUs += through[r]!;
		supply[r] = Math.max(0, netExports[r]!);
		demand[r] = Math.max(0, -netExports[r]!) + through[r]!;
	}
	demand[US] = Math.max(0, demand[US]! - toUs);
	supply[CN] = Math.max(0, supply[CN]! - grey);
	supply[GREY] = grey;
}

/** Share of the month in which a source may sell to an importer. */
function admissible(
	barred: Float64Array,
	source: number,
	importer: number,
): number {
	if (source === importer) return 0;
	if (source === GREY) return importer === CN ? 0 : 1;
	return 1 - barred[importer * REGION_COUNT + source]!;
}

/** Sets the ties of pairs that traded this month, as far as no rule bars them. */
function tieAdmissible({ rules, state }: Market): void {
	for (let s = 0; s < SOURCE_COUNT; s += 1)
		for (let r = 0; r < REGION_COUNT; r += 1) {
			const cell = s * REGION_COUNT + r;
			fitting.ties[cell] =
				supply[s]! > 0 && demand[r]! > 0
					? admissible(rules.barred, s, r) * state.relations[cell]!
					: 0;
		}
}

/** Adds the metal that importers sold the United States. */
function addThrough(traded: Float64Array): void {
	for (let s = 0; s < REGION_COUNT; s += 1) {
		traded[s * REGION_COUNT + US]! += through[s]!;
		demand[US]! += through[s]!;
	}
}

/** Books as metal without papers what no admissible source can have sold an importer. */
function bookTransshipped(traded: Float64Array): void {
	for (let r = 0; r < REGION_COUNT; r += 1)
		traded[GREY * REGION_COUNT + r]! += fitting.unbought[r]!;
}

/** Moves ties a tenth of the way to this month's shares, for importers that bought. */
function adaptRelations(market: Market): void {
	const { relations } = market.state;
	const { traded } = market.flows;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		if (demand[r] === 0) continue;
		for (let s = 0; s < SOURCE_COUNT; s += 1) {
			const cell = s * REGION_COUNT + r;
			const share = traded[cell]! / demand[r]!;
			const tie = relations[cell]! + ADAPTATION * (share - relations[cell]!);
			relations[cell] = s === r ? 0 : Math.max(LEAST_TIE, tie);
		}
	}
}

/** Sets the origin shares of US purchases; metal without papers arrives as South-East Asian. */
function shareUsOrigins(market: Market): void {
	const { usOriginShare, traded } = market.flows;
	for (let s = 0; s < REGION_COUNT; s += 1)
		usOriginShare[s] =
			demand[US]! > 0 ? traded[s * REGION_COUNT + US]! / demand[US]! : 0;
	if (demand[US]! > 0)
		usOriginShare[SA]! += traded[GREY * REGION_COUNT + US]! / demand[US]!;
}

/**
 * Traces who sold to whom this month. The auction clears at a hub and knows only the balance
 * of each region; importers who sell the United States metal all the same buy as much more
 * themselves. Between those sums metal is traced by proportional fitting from ties that adapt
 * slowly, over pairs that no rule bars. No price of the month depends on it.
 */
export function traceTrade(market: Market): void {
	const { traded } = market.flows;
	margins(market);
	tieAdmissible(market);
	fitTrade(fitting, traded);
	bookTransshipped(traded);
	addThrough(traded);
	shareUsOrigins(market);
	adaptRelations(market);
}
