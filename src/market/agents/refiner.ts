/** Refiners: bids for concentrate, metal made and offered, idling and restart. */

import { exp, log } from "../../math.ts";
import type { Market } from "../world/market.ts";
import { REFERENCE_PRICE } from "../world/price-grid.ts";
import { LONGEST_LAG } from "../world/spans.ts";
import { CN, REGION_COUNT } from "../world/structure.ts";
import { BID_SLOPE, OFFER_SLOPE } from "../world/tables.ts";
import { projectCapacity } from "./project.ts";

/** Feed a plant wants at hand, months of capacity. */
const WANTED_FEED = 2.5;
/** Share of a feed gap bid for in a month. */
const FEED_SPEED = 0.4;
/** Share of feed that can pass the furnaces in a month; the rest is working stock. */
const THROUGHPUT = 0.75;
/** Margin that a plant asks above its conversion cost, USD/t Sb in 2023. Basis: assumed. */
const MARGIN = 300;
/** Months from ore bought to metal sold, and yearly interest on the money bound meanwhile. */
const ORE_TO_METAL = 3;
const INTEREST = 0.12;
const FINANCE = 1 / (1 + (INTEREST * ORE_TO_METAL) / 12);
/**
 * Reserve price of metal in stock, as shares of cash cost (usual, and when feed is short) and of
 * the norm: the larger counts.
 */
const COST_RESERVE = 0.9;
const COST_RESERVE_SHORT = 1;
const NORM_RESERVE = 0.95;
/** Largest cut of the reserve by sellers of a threatened origin before a deadline, logs. */
const RUSH_RESERVE = 0.5;
/**
 * Share of conversion that stopping the furnaces would save; a loss within it is borne. Basis:
 * assumed.
 */
const AVOIDABLE = 0.5;
/** Least bid of any plant, even an idle one: share of capacity, and worth of a tonne, USD/t Sb. */
const SMALLEST_BID = 0.02;
const LEAST_WORTH = 0.05 * REFERENCE_PRICE;
/** Months at a loss after which a plant idles, and months to restart. */
const PATIENCE = 3;
const RESTART = 2;

/** Refined capacity of a plant this month, t Sb: effective, after outages, 0 while idle. */
export function capacityOf(market: Market, plant: number): number {
	const { structure, state, rules, parameters } = market;
	const { region, capacity, run2023, project } = structure.refiners;
	const site = project[plant]!;
	if (site >= 0)
		return projectCapacity(market, site) * rules.refinerShare[plant]!;
	if (state.restarting[plant]! !== 0) return 0;
	const effective =
		region[plant] === CN
			? capacity[plant]!
			: Math.min(
					run2023[plant]! * parameters.capacityOutside,
					capacity[plant]! * MOST_OVER_CAPACITY,
				);
	return effective * rules.refinerShare[plant]!;
}

/** Most by which a plant outside China passes its calibrated capacity. */
const MOST_OVER_CAPACITY = 1.1;

/** Cost of conversion in the money of the month, USD/t Sb. */
function conversionOf(market: Market, plant: number): number {
	return market.structure.refiners.conversionCost[plant]! * market.normalPrice;
}

/** Tonnes of feed on their way to a plant. */
function feedOnTheWay(market: Market, plant: number): number {
	const count = market.structure.refiners.count;
	let sum = 0;
	for (let lag = 0; lag < LONGEST_LAG; lag += 1)
		sum += market.state.feedPipeline[lag * count + plant]!;
	return sum;
}

/**
 * Feed that a plant would buy this month at a good price, t Sb:
 *
 *     w = capacity / yield + 0.4 (K* − K), at least a small share of capacity
 */
export function feedWanted(market: Market, plant: number): number {
	const { structure, state, parameters } = market;
	const monthly =
		Math.max(
			capacityOf(market, plant),
			SMALLEST_BID * structure.refiners.run2023[plant]!,
		) / parameters.yield;
	const gap =
		WANTED_FEED * monthly - state.feed[plant]! - feedOnTheWay(market, plant);
	return Math.max(SMALLEST_BID * monthly, monthly + FEED_SPEED * gap);
}

/**
 * Share of its run that a plant cannot make for want of feed, 0 to 1:
 *
 *     short = (1 − throughput · yield · feed / run)⁺,  run that of 2023, or the capacity of a new plant
 */
function shortOfFeed(market: Market, plant: number): number {
	const { structure, state, parameters, switches } = market;
	if (!switches.scarceFeed) return 0;
	const run = structure.refiners.run2023[plant]!;
	const usual = run > 0 ? run : capacityOf(market, plant);
	if (usual <= 0) return 0;
	const made = THROUGHPUT * parameters.yield * state.feed[plant]!;
	return Math.max(0, 1 - made / usual);
}

/**
 * Worth of a tonne in concentrate to a plant, USD/t Sb:
 *
 *     v = yield · (E[p] − (1 − short / 2) · conversion − (1 − short) · margin) / (1 + r · months / 12)
 *
 * with E[p] half norm and half last price, or the floor where one is promised. A plant short of
 * feed gives up its margin, and as much of its conversion as standing still would not save: the
 * payable share rises to 0.86, which was paid in September 2025, from the 0.6 to 0.8 of calm years.
 */
export function worthOf(market: Market, plant: number): number {
	const { structure, state, rules, parameters } = market;
	const short = shortOfFeed(market, plant);
	const conversion =
		(1 - (1 - AVOIDABLE) * short) * conversionOf(market, plant);
	const margin = (1 - short) * MARGIN * market.normalPrice;
	const r = structure.refiners.region[plant]!;
	const expected = Math.max(
		rules.floorPrice[plant]!,
		0.5 * (state.norm[r]! + state.index[r]!),
	);
	return Math.max(
		LEAST_WORTH,
		parameters.yield * (expected - conversion - margin) * FINANCE,
	);
}

/**
 * Sets the coefficients of every bid: feed wanted beyond routed ore times a smooth step in
 * ln(worth / p).
 */
export function prepareBids(market: Market): void {
	const { structure, flows } = market;
	for (let i = 0; i < structure.refiners.count; i += 1) {
		const wanted = feedWanted(market, i);
		flows.bidTonnes[i] = Math.max(
			SMALLEST_BID * wanted,
			wanted - flows.routed[i]!,
		);
		flows.bidScale[i] = exp(
			-BID_SLOPE * log(worthOf(market, i) / REFERENCE_PRICE),
		);
	}
}

/** Worth of a tonne in concentrate to a plant this month, read back off its bid, USD/t Sb. */
export function oreWorth(market: Market, plant: number): number {
	return REFERENCE_PRICE * exp(-log(market.flows.bidScale[plant]!) / BID_SLOPE);
}

/** Concentrate bid for at grid point k, t Sb. */
export function bidAt(market: Market, plant: number, k: number): number {
	const { flows, tables } = market;
	return (
		flows.bidTonnes[plant]! / (1 + flows.bidScale[plant]! * tables.bid[k]!)
	);
}

/** Refines feed at each plant this month, t Sb: up to its capacity and its throughput. */
export function refineConcentrate(market: Market): void {
	const { structure, state, flows, parameters } = market;
	for (let i = 0; i < structure.refiners.count; i += 1) {
		const refined = Math.min(
			capacityOf(market, i),
			THROUGHPUT * parameters.yield * state.feed[i]!,
		);
		flows.refined[i] = refined;
		flows.feedUsed[i] = refined / parameters.yield;
	}
}

/** Reserve price by cash cost alone, which weighs more when feed is short, USD/t; never above the cost. */
function costReserve(market: Market, plant: number, cash: number): number {
	const short = shortOfFeed(market, plant);
	return cash * (COST_RESERVE + (COST_RESERVE_SHORT - COST_RESERVE) * short);
}

/**
 * Sets the coefficients of every offer of metal: stock times a smooth step in
 * ln(p / reserve), reserve = max((0.9 + 0.1 short) · cash cost, 0.95 · norm), so that dear feed
 * lifts the price of metal.
 */
export function prepareOffers(market: Market): void {
	const { structure, state, flows, parameters, rules } = market;
	const { region, count } = structure.refiners;
	const hurry = exp(-RUSH_RESERVE * rules.rush * Math.min(1, parameters.rush));
	for (let i = 0; i < count; i += 1) {
		const r = region[i]!;
		const cash =
			state.oreIndex[r]! / parameters.yield + conversionOf(market, i);
		const ofNorm = NORM_RESERVE * state.norm[r]!;
		const reserve =
			Math.max(ofNorm, cash > ofNorm ? costReserve(market, i, cash) : 0) *
			(r === CN ? hurry : 1);
		flows.offerStock[i] =
			state.finished[i]! -
			flows.finishedCertified[i]! -
			flows.contractShipped[i]!;
		flows.offerScale[i] = exp(OFFER_SLOPE * log(reserve / REFERENCE_PRICE));
	}
}

/** Metal offered at grid point k, t Sb: rising in price. */
export function offerAt(market: Market, plant: number, k: number): number {
	const { flows, tables } = market;
	return (
		flows.offerStock[plant]! / (1 + flows.offerScale[plant]! * tables.offer[k]!)
	);
}

/** Margin of a plant over the costs that stopping would save, USD/t. */
function avoidableMargin(market: Market, plant: number): number {
	const { structure, state, rules, parameters } = market;
	const r = structure.refiners.region[plant]!;
	return (
		Math.max(state.index[r]!, rules.floorPrice[plant]!) -
		AVOIDABLE * conversionOf(market, plant) -
		state.oreIndex[r]! / parameters.yield
	);
}

function tell(
	market: Market,
	tick: number,
	what: "plant idles" | "plant restarts",
	plant: number,
): void {
	const { ids, capacity } = market.structure.refiners;
	market.trace?.tell(tick, what, ids[plant]!, capacity[plant]!);
}

function comeCloser(market: Market, plant: number, tick: number): void {
	const { restarting } = market.state;
	restarting[plant]! -= 1;
	if (restarting[plant] === 0) tell(market, tick, "plant restarts", plant);
}

function countLosses(market: Market, plant: number, tick: number): void {
	const { state } = market;
	const margin = avoidableMargin(market, plant);
	if (state.restarting[plant]! > 0) comeCloser(market, plant, tick);
	else if (state.restarting[plant]! < 0)
		state.restarting[plant] = margin > 0 ? RESTART : -1;
	else state.lossMonths[plant] = margin < 0 ? state.lossMonths[plant]! + 1 : 0;
}

/**
 * Dearest plant of a region that has made losses for too long and can stop; -1 when there is
 * none.
 */
function firstToIdle(market: Market, region: number): number {
	const { structure, state } = market;
	const { first, capacity, conversionCost, project } = structure.refiners;
	let dearest = -1;
	for (let i = first[region]!; i < first[region + 1]!; i += 1)
		if (
			project[i]! < 0 &&
			capacity[i]! > 0 &&
			state.restarting[i] === 0 &&
			state.lossMonths[i]! >= PATIENCE &&
			(dearest < 0 || conversionCost[i]! > conversionCost[dearest]!)
		)
			dearest = i;
	return dearest;
}

/**
 * Counts months at a loss. After three a plant may idle, the dearest of a
 * region first and one a month, since its stop already cheapens ore for the
 * rest; it needs two months to restart.
 */
export function reviewPlants(market: Market, tick: number): void {
	const { structure, state } = market;
	for (let i = 0; i < structure.refiners.count; i += 1)
		if (structure.refiners.project[i]! < 0) countLosses(market, i, tick);
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const plant = firstToIdle(market, r);
		if (plant < 0) continue;
		state.restarting[plant] = -1;
		state.lossMonths[plant] = 0;
		tell(market, tick, "plant idles", plant);
	}
}
