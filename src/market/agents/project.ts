/** Projects for mines and refineries: worth, decision, permits, money, building, ramp-up. */

import { exp, log } from "../../math.ts";
import type { Market } from "../world/market.ts";
import { NORMAL_ORE, REFERENCE_PRICE } from "../world/price-grid.ts";
import { PK, regionIndex } from "../world/structure.ts";
import { alignmentOdds } from "./islamabad.ts";

/** Stages of a project. */
export const PROPOSED = 0;
export const PERMITTING = 1;
export const FINANCING = 2;
export const BUILDING = 3;
export const RUNNING = 4;

/** Share of each stage in the time from decision to first output. Basis: assumed. */
const STAGE_SHARE = [0, 0.25, 0.1, 0.65] as const;
/** Years over which a project is valued. */
const LIFE = 20;
/**
 * Rates a year: premium of investors in Pakistan, relief for a buyer under contract, rate of a
 * public loan. Basis: assumed.
 */
const PAKISTAN_PREMIUM = 0.06;
const CONTRACT_RELIEF = 0.03;
const PUBLIC_RATE = 0.05;
/** Largest share of the capital that a public loan replaces. */
const MOST_LENT = 0.7;
/** Least and greatest factor of support and prices on the odds of a decision. */
const LEAST_ODDS = 0.25;
const MOST_ODDS = 4;
/** Steepness of the ramp, at whose end capacity is 1 − e^−3, 95 % of its ceiling. */
const RAMP_STEEPNESS = 3;

/** Value today of a dollar a year for the life of a project. */
function annuity(rate: number): number {
	return (1 - exp(-rate * LIFE)) / rate;
}

/** Region of a project. */
function regionOf(market: Market, project: number): number {
	return regionIndex(market.structure.projects[project]!.region);
}

/** True when a project builds a plant, which makes metal; false for a mine. */
function makesMetal(market: Market, project: number): boolean {
	return market.structure.projects[project]!.makes === "metal";
}

/**
 * Margin of a project on a tonne, USD/t Sb.
 *
 * @param price price of metal, USD/t Sb
 * @param ore   price of ore, USD/t Sb
 * @param floor price guaranteed for the project's product, USD/t Sb; 0 without one
 */
function margin(
	market: Market,
	project: number,
	price: number,
	ore: number,
	floor: number,
): number {
	const { rules, parameters, normalPrice } = market;
	const cost = rules.projectCost[project]! * normalPrice;
	return makesMetal(market, project)
		? Math.max(price, floor) - ore / parameters.yield - cost
		: Math.max(ore, floor) - cost;
}

/** Capital cost, USD. */
export function capitalOf(market: Market, project: number): number {
	const { rules, parameters } = market;
	const perTonne = makesMetal(market, project)
		? parameters.smelterCapital
		: parameters.mineCapital;
	return perTonne * 12 * rules.projectNameplate[project]!;
}

function underContract(market: Market, project: number): boolean {
	const plant = market.structure.refiners.project.indexOf(project);
	return plant >= 0 && market.rules.offtakeBuyer[plant]! >= 0;
}

/** Discount rate without support, per year. */
function ownRate(market: Market, project: number): number {
	const premium = regionOf(market, project) === PK ? PAKISTAN_PREMIUM : 0;
	return market.parameters.discount + premium;
}

/** Discount rate with contract and public loan, per year. */
function supportedRate(market: Market, project: number): number {
	const own =
		ownRate(market, project) -
		(underContract(market, project) ? CONTRACT_RELIEF : 0);
	const lent = Math.min(
		MOST_LENT,
		market.rules.projectLoan[project]! / capitalOf(market, project),
	);
	return (1 - lent) * own + lent * PUBLIC_RATE;
}

/**
 * Value of operation over capital, today's margin on its way to the normal one:
 *
 *     V = e^(−r·lead) · [ m∞ · a(r) + (m₀ − m∞) · 2^(−lead / H) · a(r + ln 2 / H) ]
 *
 * @param now    today's margin m₀, USD/t
 * @param normal margin at normal prices m∞, USD/t
 * @returns 1 when operation is worth its capital
 */
export function valueOverCapital(
	market: Market,
	project: number,
	rate: number,
	now: number,
	normal: number,
): number {
	const years = market.rules.projectLead[project]! / 12;
	const decay = (LN2 * 12) / market.parameters.priceHalfLife;
	const stream =
		normal * annuity(rate) +
		(now - normal) * exp(-decay * years) * annuity(rate + decay);
	const perTonne =
		capitalOf(market, project) / (12 * market.rules.projectNameplate[project]!);
	return (exp(-rate * years) * stream) / perTonne;
}

const LN2 = log(2);

/** Net present value over capital at normal prices and without support. */
function scoreUnaided(market: Market, project: number): number {
	const price = REFERENCE_PRICE * market.normalPrice;
	const normal = margin(market, project, price, NORMAL_ORE * price, 0);
	const rate = ownRate(market, project);
	return valueOverCapital(market, project, rate, normal, normal) - 1;
}

/**
 * Net present value over capital as things stand: today's prices, floor, contract, loan and
 * grant.
 */
export function score(market: Market, project: number): number {
	const { state, rules } = market;
	const region = regionOf(market, project);
	const floor = rules.projectFloor[project]!;
	const price = REFERENCE_PRICE * market.normalPrice;
	const now = margin(
		market,
		project,
		state.index[region]!,
		state.oreIndex[region]!,
		floor,
	);
	const normal = margin(market, project, price, NORMAL_ORE * price, floor);
	const rate = supportedRate(market, project);
	const given = rules.projectGrant[project]! / capitalOf(market, project);
	return (
		valueOverCapital(market, project, rate, now, normal) +
		Math.min(1, given) -
		1
	);
}

/** Factor on the odds of a decision: e^(score less score unaided), bounded, times Islamabad's. */
function odds(market: Market, project: number): number {
	const gain = score(market, project) - scoreUnaided(market, project);
	const economics = Math.min(MOST_ODDS, Math.max(LEAST_ODDS, exp(gain)));
	const abroad = regionOf(market, project) === PK ? alignmentOdds(market) : 1;
	return economics * abroad;
}

function decide(market: Market, project: number, tick: number): void {
	const { state, rules, parameters, flows, structure, trace } = market;
	const { id } = structure.projects[project]!;
	const grant = rules.projectGrant[project]!;
	const loan = rules.projectLoan[project]!;
	state.projectStage[project] = PERMITTING;
	state.projectMonths[project] = 0;
	flows.treasury += grant + loan * parameters.loanDefault;
	if (trace === null) return;
	trace.tell(tick, "project decided", id, score(market, project));
	if (grant > 0) trace.tell(tick, "grant paid", id, grant);
	if (loan > 0) trace.tell(tick, "loan given", id, loan);
}

/**
 * Reviews an open project: it is decided when its summed hazard passes its patience or, without
 * a hazard of its own, when it clears the hurdle at a quarterly review.
 */
function review(market: Market, project: number, tick: number): void {
	const { state, rules, parameters } = market;
	const hazard = rules.projectHazard[project]!;
	if (hazard < 0) {
		if (tick % 3 === 0 && score(market, project) > parameters.hurdle)
			decide(market, project, tick);
		return;
	}
	if (hazard > 0) state.projectUrge[project]! += hazard * odds(market, project);
	if (state.projectUrge[project]! > rules.projectPatience[project]!)
		decide(market, project, tick);
}

/** True while operation would not even pay for itself, so that no money comes. */
function moneyWaits(market: Market, project: number): boolean {
	return score(market, project) < -1;
}

const NEXT_EVENT = {
	[FINANCING]: "project financed",
	[BUILDING]: "project starts",
} as const;

/** Brings a decided project a month closer to its next stage. */
function advance(market: Market, project: number, tick: number): void {
	const { state, rules, structure, trace } = market;
	const stage = state.projectStage[project]!;
	const due = STAGE_SHARE[stage]! * rules.projectLead[project]!;
	state.projectMonths[project]! += 1;
	if (state.projectMonths[project]! < due) return;
	const { id } = structure.projects[project]!;
	if (stage === FINANCING && moneyWaits(market, project)) {
		trace?.tell(tick, "project waits for money", id, score(market, project));
		return;
	}
	state.projectStage[project] = stage + 1;
	state.projectMonths[project]! -= due;
	if (stage === FINANCING || stage === BUILDING)
		trace?.tell(tick, NEXT_EVENT[stage], id, rules.projectNameplate[project]!);
}

/** Moves every proposed project a month on: decision, permits, money, building, ramp. */
export function developProjects(market: Market, tick: number): void {
	const { state, rules } = market;
	for (let p = 0; p < state.projectStage.length; p += 1) {
		if (rules.projectNameplate[p] === 0) continue;
		const stage = state.projectStage[p]!;
		if (stage === PROPOSED) {
			if (rules.projectOpen[p] === 1) review(market, p, tick);
		} else if (stage === RUNNING) state.projectMonths[p]! += 1;
		else advance(market, p, tick);
	}
}

/**
 * Capacity of a project this month, t Sb: steep at first, 95 % of its ceiling
 * at the end of its ramp.
 *
 *     capacity = nameplate · ceiling · (1 − exp(−3 · age / ramp))
 */
export function projectCapacity(market: Market, project: number): number {
	const { state, rules } = market;
	if (state.projectStage[project] !== RUNNING) return 0;
	const age = state.projectMonths[project]! + 1;
	return (
		rules.projectNameplate[project]! *
		rules.projectCeiling[project]! *
		(1 - exp((-RAMP_STEEPNESS * age) / rules.projectRamp[project]!))
	);
}

/** True when a project makes metal in a region. */
export function projectAtWork(market: Market, region: number): boolean {
	const { first, project } = market.structure.refiners;
	for (let p = first[region]!; p < first[region + 1]!; p += 1)
		if (project[p]! >= 0 && market.state.projectStage[project[p]!] === RUNNING)
			return true;
	return false;
}

/** Nameplate of a running project, t Sb a month; 0 before it runs. */
export function nameplateAtWork(market: Market, project: number): number {
	return market.state.projectStage[project] === RUNNING
		? market.rules.projectNameplate[project]!
		: 0;
}
