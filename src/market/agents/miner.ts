/** Miners: output by the price of ore, and when a mine shuts, reopens or closes for good. */

import { OLIMPIADA_OUTPUT } from "../../calibration/agents/olimpiada.ts";
import { exp, log } from "../../math.ts";
import { FIRST_YEAR, yearOf } from "../../quantities.ts";
import { questionKey } from "../../random/question.ts";
import { eventShare } from "../luck/noise.ts";
import type { Market } from "../world/market.ts";
import { NORMAL_ORE, REFERENCE_PRICE } from "../world/price-grid.ts";
import { monthOfRing, TRADE_MEMORY } from "../world/spans.ts";
import {
	ARTISANAL,
	BY_PRODUCT,
	PK,
	PRIMARY,
	REGION_COUNT,
} from "../world/structure.ts";
import { ORE_OFFER_SLOPE } from "../world/tables.ts";
import { projectCapacity } from "./project.ts";

/** Most and least output of a running primary mine, over its capacity. */
const MOST_PRIMARY = 1.1;
const LEAST_PRIMARY = 0.7;
/**
 * Most output of artisanal diggers over their capacity, and months by which they follow the
 * price.
 */
const MOST_ARTISANAL = 1.5;
const ARTISANAL_DELAY = 3;
/** Cost of keeping a shut mine, share of unit cost that shutting does not save. Basis: assumed. */
const CARE = 0.35;
/** Months of prices that a review looks at, and bad reviews that shut a mine. */
const REVIEW_WINDOW = 6;
const BAD_REVIEWS = 3;
/** Shortest and longest time from the decision to reopen until ore comes, months. */
const REOPENING_SHORTEST = 4;
const REOPENING_LONGEST = 9;
/** Months shut after which a mine, flooded and deserted, closes for good. Basis: assumed. */
const LOST_AFTER = 60;
/** Reserve price of piled ore over the last index, and its least over the reference price. */
const ORE_RESERVE = 0.7;
const LEAST_ORE_RESERVE = 0.15;
/** Ticks between which digging in Pakistan grows to its multiple: 2026-01 and 2030-01. */
const PAKISTAN_FROM = 96;
const PAKISTAN_BY = 144;

const reopening = questionKey("mines", "months to reopen");

/** First cell of a month in the ring of concentrate indices. */
export function oreRingOf(tick: number): number {
	return monthOfRing(tick, TRADE_MEMORY) * REGION_COUNT;
}

/** Concentrate index of a region some months back, over the price that mines take as normal. */
function relativeOrePrice(
	market: Market,
	region: number,
	tick: number,
	back: number,
): number {
	const index = market.state.oreIndexHistory[oreRingOf(tick - back) + region]!;
	return index / (NORMAL_ORE * REFERENCE_PRICE * market.normalPrice);
}

/**
 * Olimpiada's output over that of 2023: a parameter before it entered the market in 2018,
 * the record year by year since; calm worlds stay in 2023.
 */
function olimpiadaPath(market: Market, tick: number): number {
	if (market.calm) return 1;
	if (tick < 0) return market.parameters.olimpiadaBefore / OLIMPIADA_2023;
	const year = Math.min(LAST_YEAR, yearOf(tick) - FIRST_YEAR);
	return OLIMPIADA_OUTPUT[year]!.value / OLIMPIADA_2023;
}

const LAST_YEAR = OLIMPIADA_OUTPUT.length - 1;
/** Olimpiada's output of 2023, t Sb a year. */
export const OLIMPIADA_2023 = OLIMPIADA_OUTPUT[LAST_YEAR]!.value;

/**
 * Capacity of outlets for Pakistani ore at which digging grows in full, t Sb a month. Basis:
 * assumed.
 */
const FULL_INVESTMENT = 2000 / 12;

/** Capacity of routes and refineries that take Pakistani ore, t Sb a month. */
function pakistaniOutlets(market: Market): number {
	const { rules, structure } = market;
	let outlets = 0;
	for (let i = 0; i < rules.routes; i += 1)
		if (rules.routeOrigin[i] === PK) outlets += rules.routeCapacity[i]!;
	structure.projects.forEach((site, project) => {
		if (site.region === "PK" && site.makes === "metal")
			outlets += projectCapacity(market, project);
	});
	return outlets;
}

/** Factor on digging in Pakistan: it grows to its multiple by 2030, in proportion to new outlets. */
function pakistanGrowth(market: Market, tick: number): number {
	const passed = Math.min(
		1,
		Math.max(0, (tick - PAKISTAN_FROM) / (PAKISTAN_BY - PAKISTAN_FROM)),
	);
	const invested = Math.min(1, pakistaniOutlets(market) / FULL_INVESTMENT);
	return 1 + passed * invested * (market.parameters.pakistanGrowth - 1);
}

function primaryOutput(market: Market, miner: number, tick: number): number {
	const { structure, state, parameters } = market;
	if (state.minerOpen[miner] !== 1) return 0;
	const relative = relativeOrePrice(
		market,
		structure.miners.region[miner]!,
		tick,
		1,
	);
	const response = exp(parameters.mineElasticity * log(relative));
	return (
		structure.miners.capacity[miner]! *
		Math.min(MOST_PRIMARY, Math.max(LEAST_PRIMARY, response))
	);
}

function artisanalOutput(market: Market, miner: number, tick: number): number {
	const { structure, parameters } = market;
	const region = structure.miners.region[miner]!;
	const relative = relativeOrePrice(market, region, tick, ARTISANAL_DELAY);
	const response = Math.min(
		MOST_ARTISANAL,
		exp(parameters.artisanalElasticity * log(relative)),
	);
	const growth = region === PK ? pakistanGrowth(market, tick) : 1;
	return structure.miners.capacity[miner]! * response * growth;
}

/** Mines the month's ore: output of every mine, t Sb in concentrate. */
export function mineOre(market: Market, tick: number): void {
	const { structure, flows, rules } = market;
	const { kind, count, capacity, olimpiada, project } = structure.miners;
	for (let i = 0; i < count; i += 1) {
		let output = capacity[i]!;
		if (project[i]! >= 0) output = projectCapacity(market, project[i]!);
		else if (kind[i] === PRIMARY) output = primaryOutput(market, i, tick);
		else if (kind[i] === ARTISANAL) output = artisanalOutput(market, i, tick);
		else if (kind[i] === BY_PRODUCT && i === olimpiada)
			output *= olimpiadaPath(market, tick);
		flows.mined[i] = output * rules.mineShare[i]! * eventShare(market, i);
	}
}

/**
 * Sets the coefficients of each region's offer: all piled ore times a smooth step in ln(p /
 * reserve).
 */
export function prepareOreOffers(market: Market): void {
	const { state, flows } = market;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		flows.oreOffer[r] = state.orePile[r]!;
		const reserve = Math.max(
			ORE_RESERVE * state.oreIndex[r]!,
			LEAST_ORE_RESERVE * REFERENCE_PRICE * market.normalPrice,
		);
		flows.oreScale[r] = exp(ORE_OFFER_SLOPE * log(reserve / REFERENCE_PRICE));
	}
}

/** Ore offered in a region at grid point k, t Sb. */
export function oreOfferAt(market: Market, region: number, k: number): number {
	const { flows, tables } = market;
	return (
		flows.oreOffer[region]! /
		(1 + flows.oreScale[region]! * tables.oreOffer[k]!)
	);
}

/** Mean ore price of the last six months, USD/t Sb. */
function sixMonthPrice(market: Market, miner: number, tick: number): number {
	const { structure, state } = market;
	const region = structure.miners.region[miner]!;
	let sum = 0;
	for (let back = 1; back <= REVIEW_WINDOW; back += 1)
		sum += state.oreIndexHistory[oreRingOf(tick - back) + region]!;
	return sum / REVIEW_WINDOW;
}

/** Unit cost in the money of the month, USD/t Sb. */
function costOf(market: Market, miner: number): number {
	return market.structure.miners.unitCost[miner]! * market.normalPrice;
}

/** Ore price below which running a mine loses more than its care would cost, USD/t Sb. */
export function shuttingPrice(market: Market, miner: number): number {
	return (1 - CARE) * costOf(market, miner);
}

/** Ore price above which a shut mine is reopened, USD/t Sb. */
export function reopeningPrice(market: Market, miner: number): number {
	return (1 + market.parameters.reopening) * costOf(market, miner);
}

/** Decides to reopen a shut mine above cost × (1 + θ); ore comes four to nine months later. */
function reviewShutMine(market: Market, miner: number, tick: number): void {
	const { state, streams } = market;
	if (state.reopening[miner]! > 0) return;
	if (sixMonthPrice(market, miner, tick) <= reopeningPrice(market, miner))
		return;
	const u = market.noisy ? streams.uniform(reopening, tick) : 0.5;
	state.reopening[miner] = Math.round(
		REOPENING_SHORTEST + u * (REOPENING_LONGEST - REOPENING_SHORTEST),
	);
}

/** Shuts a running mine after three reviews in a row below its shutting price. */
function reviewOpenMine(market: Market, miner: number, tick: number): void {
	const { state } = market;
	const bad = sixMonthPrice(market, miner, tick) < shuttingPrice(market, miner);
	state.reviewsBelow[miner] = bad ? state.reviewsBelow[miner]! + 1 : 0;
	if (state.reviewsBelow[miner]! < BAD_REVIEWS) return;
	state.minerOpen[miner] = 0;
	state.reviewsBelow[miner] = 0;
	tell(market, tick, "mine idles", miner);
}

function tell(
	market: Market,
	tick: number,
	what: "mine idles" | "mine reopens" | "mine closes",
	miner: number,
): void {
	const { ids, capacity } = market.structure.miners;
	market.trace?.tell(tick, what, ids[miner]!, capacity[miner]!);
}

/** Brings a mine that is being reopened a month closer to its first ore. */
function waitForOre(market: Market, miner: number, tick: number): void {
	const { state } = market;
	state.reopening[miner]! -= 1;
	if (state.reopening[miner]! > 0) return;
	state.minerOpen[miner] = 1;
	state.monthsShut[miner] = 0;
	tell(market, tick, "mine reopens", miner);
}

/** Counts a month at a shut mine, which closes for good after five years. */
function waitForOwner(market: Market, miner: number, tick: number): void {
	const { state } = market;
	state.monthsShut[miner]! += 1;
	if (state.monthsShut[miner]! < LOST_AFTER) return;
	state.minerOpen[miner] = -1;
	tell(market, tick, "mine closes", miner);
}

/** Lets every shut mine wait a month: for its first ore, or for a decision to reopen it. */
export function waitAtShutMines(market: Market, tick: number): void {
	const { state } = market;
	for (let i = 0; i < state.reopening.length; i += 1) {
		if (state.reopening[i]! > 0) waitForOre(market, i, tick);
		else if (state.minerOpen[i] === 0) waitForOwner(market, i, tick);
	}
}

/** Reviews primary mines, once a quarter: hysteresis between shutting and reopening. */
export function reviewMines(market: Market, tick: number): void {
	const { structure, state } = market;
	for (let i = 0; i < structure.miners.count; i += 1) {
		if (
			structure.miners.kind[i] !== PRIMARY ||
			structure.miners.project[i]! >= 0
		)
			continue;
		if (state.minerOpen[i] === 1) reviewOpenMine(market, i, tick);
		else if (state.minerOpen[i] === 0) reviewShutMine(market, i, tick);
	}
}
