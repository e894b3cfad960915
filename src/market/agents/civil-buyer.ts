/** Civil buyers: what they order at each price, what they use, and how use adapts. */

import { SEGMENTS } from "../../calibration/row.ts";
import { exp, log } from "../../math.ts";
import type { Market } from "../world/market.ts";
import { REFERENCE_PRICE } from "../world/price-grid.ts";
import { rangeSum } from "../world/regional-sum.ts";
import { LONGEST_LAG } from "../world/spans.ts";
import { REGION_COUNT } from "../world/structure.ts";
import { meanIndex } from "./beliefs.ts";

/** Share of need that is used at any price below the choke price. */
const USE_FLOOR = 0.05;
/** Normal cover above the minimum, months, to which the elastic draw is added. */
const COVER_BASE = 2;
/** Share of need a buyer always takes, so that schedules fall strictly. */
const SMALLEST_ORDER = 0.001;
/** Share of a gap that a hurried buyer may fill in a month. */
const HURRIED_ADJUSTMENT = 0.9;
/** Extra stock wanted before a deadline, months of need at a Chinese share of 0.45. */
const RUSH_MONTHS = 1.4;
const RUSH_SHARE = 0.45;
/** Months over which a lasting price is averaged. */
const HABIT_WINDOW = 12;

/** Power of the month's normal price in each use, shared by all buyers. */
const usePower = new Float64Array(SEGMENTS.length);

/** Tonnes on their way to a buyer, ordered in earlier months. */
function onTheWay(market: Market, buyer: number): number {
	const { buyerPipeline } = market.state;
	const count = market.structure.civilBuyers.count;
	let sum = 0;
	for (let lag = 0; lag < LONGEST_LAG; lag += 1)
		sum += buyerPipeline[lag * count + buyer]!;
	return sum;
}

/** Need of a buyer at the normal price, t Sb a month, before any substitution. */
function needOf(market: Market, buyer: number): number {
	const { structure, rules } = market;
	const { segment, region, need } = structure.civilBuyers;
	const level = rules.need[segment[buyer]! * REGION_COUNT + region[buyer]!]!;
	return need[buyer]! * level * market.needLevel;
}

/**
 * Sets the coefficients of one buyer's order rule, so that at a grid price p
 *
 *     order = max(contract, use(p) + α (S* − S + β (supply line wanted − supply line)))
 *     use(p) = max(need · habit · (p / normal)^−ε, 5 % of need)
 *     S* = need (1 + ψ alarm) (d_min + (d − d_min) (p / norm)^−η) + need · precaution
 *
 * where need is that after substitution, need (1 − σ).
 *
 * Source: Sterman's anchor-and-adjust rule with the desired supply line (1989);
 * elastic stocks with a slow norm kept the simulated crisis of 2024 finite.
 */
function prepareBuyer(
	market: Market,
	buyer: number,
	stockPower: number,
	adjustment: number,
): void {
	const { structure, state, flows, parameters, rules, terms } = market;
	const region = structure.civilBuyers.region[buyer]!;
	const segment = structure.civilBuyers.segment[buyer]!;
	flows.need[buyer] = needOf(market, buyer);
	const need = flows.need[buyer]! * (1 - state.substituted[buyer]!);
	const covered = need * (1 + parameters.alarm * state.alarm[region]!);
	const minimum = parameters.minimumCover;
	const elastic = COVER_BASE + parameters.elasticCover;
	const rush =
		rules.rush *
		parameters.rush *
		RUSH_MONTHS *
		(terms.chineseShare[region]! / RUSH_SHARE);
	const line =
		(terms.shippingLag[region]! - 1) * state.lastUse[buyer]! -
		onTheWay(market, buyer);
	flows.useScale[buyer] = need * exp(state.habit[buyer]!) * usePower[segment]!;
	flows.useFloor[buyer] = USE_FLOOR * need;
	flows.elasticOrder[buyer] =
		adjustment * (covered * elastic + need * rush) * stockPower;
	flows.fixedOrder[buyer] =
		adjustment *
		(covered * minimum +
			need * state.precaution[region]! -
			state.buyerStock[buyer]! +
			parameters.supplyLine * line);
}

/** Contract tonnes of a region over its last month's orders, by which each buyer takes its part. */
function shareUnderContract(
	market: Market,
	region: number,
	tonnes: number,
): number {
	const { first } = market.structure.civilBuyers;
	const ordered = rangeSum(first, market.state.lastOrder, region);
	return ordered > 0 ? tonnes / ordered : 0;
}

/** Prepares the orders of all civil buyers. @param contracted t Sb under contract, by region */
export function prepareOrders(market: Market, contracted: Float64Array): void {
	const { structure, state, flows, parameters, rules } = market;
	const { shortRun } = market.tables;
	for (let s = 0; s < usePower.length; s += 1)
		usePower[s] = exp(shortRun[s]! * market.logNormalPrice);
	const hurry = Math.min(1, rules.rush * parameters.rush);
	const { first } = structure.civilBuyers;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const stockPower = exp(
			parameters.stockElasticity * log(state.norm[r]! / REFERENCE_PRICE),
		);
		const threatened = market.terms.chineseShare[r]! > 0 ? hurry : 0;
		const adjustment =
			parameters.adjustment +
			Math.max(0, HURRIED_ADJUSTMENT - parameters.adjustment) * threatened;
		const share = shareUnderContract(market, r, contracted[r]!);
		for (let b = first[r]!; b < first[r + 1]!; b += 1) {
			prepareBuyer(market, b, stockPower, adjustment);
			flows.contractOrder[b] = Math.max(
				share * state.lastOrder[b]!,
				SMALLEST_ORDER * flows.need[b]!,
			);
		}
	}
}

/** Use wanted at grid point k, t Sb a month, before the choke price. */
function useAt(market: Market, buyer: number, k: number): number {
	const { flows, structure, tables } = market;
	const table = tables.use[structure.civilBuyers.segment[buyer]!]!;
	return Math.max(flows.useScale[buyer]! * table[k]!, flows.useFloor[buyer]!);
}

/** Tonnes ordered at grid point k: strictly falling until the choke price. */
export function orderAt(market: Market, buyer: number, k: number): number {
	const { flows, tables } = market;
	const free =
		useAt(market, buyer, k) +
		flows.elasticOrder[buyer]! * tables.stock[k]! +
		flows.fixedOrder[buyer]!;
	return (
		Math.max(flows.contractOrder[buyer]! * tables.contract[k]!, free) *
		tables.fade[k]!
	);
}

/** Decides the use of every civil buyer at the price paid, as far as its stock reaches. */
export function decideUse(
	market: Market,
	cell: Int32Array,
	weight: Float64Array,
): void {
	const { structure, flows, state, tables } = market;
	const { region, count } = structure.civilBuyers;
	for (let b = 0; b < count; b += 1) {
		const r = region[b]!;
		const k = cell[r]!;
		const low = useAt(market, b, k) * tables.fade[k]!;
		const high = useAt(market, b, k + 1) * tables.fade[k + 1]!;
		flows.wantedUse[b] = low + weight[r]! * (high - low);
		flows.used[b] = Math.min(flows.wantedUse[b]!, state.buyerStock[b]!);
	}
}

/**
 * Adapts use to a lasting price, over τ months:
 *
 *     ln h' = ln h + (1/τ)(−(ε_LR − ε_s) ln(mean of 12 months / normal) − ln h)
 */
export function adaptHabits(market: Market, tick: number): void {
	const { structure, state, parameters } = market;
	const { first } = structure.civilBuyers;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const lasting =
			log(meanIndex(market, r, HABIT_WINDOW, tick) / REFERENCE_PRICE) -
			market.logNormalPrice;
		const goal = -parameters.elasticityLongExtra * lasting;
		for (let b = first[r]!; b < first[r + 1]!; b += 1)
			state.habit[b]! += (goal - state.habit[b]!) / parameters.habitMonths;
	}
}
