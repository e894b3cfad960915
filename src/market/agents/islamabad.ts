/** Pakistan's government: its leaning between Washington and Beijing, and how it moves ore. */

import { exp, log } from "../../math.ts";
import { questionKey } from "../../random/question.ts";
import type { Market } from "../world/market.ts";
import { CN, PK, REGION_COUNT } from "../world/structure.ts";

/*
 * All of this is judgement: the weights, the half-lives, and that leaning moves metal at all.
 */
const LN2 = log(2);
/** Half-lives of American engagement and of tension over sanctions, months. Basis: assumed. */
const ENGAGEMENT_HALF_LIFE = 24;
const TENSION_HALF_LIFE = 18;
const ENGAGEMENT_KEPT = exp(-LN2 / ENGAGEMENT_HALF_LIFE);
const TENSION_KEPT = exp(-LN2 / TENSION_HALF_LIFE);
/**
 * Share of Pakistan's ore that the state can direct, and the part directed at full alignment.
 * Basis: assumed.
 */
const STATE_LINKED = 0.5;
const MOST_DIRECTED = 0.8;

const withholding = questionKey("PK", "withholding");

/**
 * True when China controls exports this month: licences, quota, a stop for all, a bar on one
 * importer.
 */
export function chineseControls(market: Market): boolean {
	const { rules } = market;
	if (rules.licensed > 0 || rules.quota < Number.POSITIVE_INFINITY) return true;
	if (rules.refinedFree[CN]! < 1 || rules.oreFree[CN]! < 1) return true;
	for (let importer = 0; importer < REGION_COUNT; importer += 1)
		if (rules.barred[importer * REGION_COUNT + CN]! > 0) return true;
	return false;
}

/**
 * Leaning towards Washington, 0 to 1:
 *
 *     align = logistic(0.3 + 0.6 engagement − 2 (leverage − 0.5) − 0.5 tension)
 */
function alignmentOf(
	engagement: number,
	leverage: number,
	tension: number,
): number {
	const pull = 0.3 + 0.6 * engagement - 2 * (leverage - 0.5) - 0.5 * tension;
	return 1 / (1 + exp(-pull));
}

/**
 * Starts holding back with probability hazard · (1 − alignment) while Chinese controls are in
 * force.
 */
function withholdByChance(market: Market, tick: number): void {
	const { state, parameters, streams, switches, trace } = market;
	const u = streams.uniform(withholding, tick);
	if (state.withheldMonths[0]! > 0) {
		state.withheldMonths[0]! -= 1;
		if (state.withheldMonths[0] === 0)
			trace?.tell(tick, "shipments resume", "PK", 0);
		return;
	}
	const hazard = parameters.withholdingHazard * (1 - state.alignment[0]!);
	if (!switches.alignment || !chineseControls(market) || u >= hazard) return;
	const months = Math.max(1, Math.round(parameters.withholdingLength));
	state.withheldMonths[0] = months;
	trace?.tell(tick, "shipments withheld", "PK", months);
}

/**
 * Updates Islamabad's leaning; now and then it begins to hold back metal bound for the United
 * States.
 */
export function leanIslamabad(market: Market, tick: number): void {
	const { state, rules } = market;
	state.engagement[0] =
		ENGAGEMENT_KEPT * state.engagement[0]! + rules.engagement;
	state.tension[0] = TENSION_KEPT * state.tension[0]! + rules.sanctions;
	state.alignment[0] = alignmentOf(
		state.engagement[0],
		rules.leverage,
		state.tension[0],
	);
	if (market.noisy) withholdByChance(market, tick);
}

/** Share of shipments from Pakistan to the United States that is held back this month, 0 to 1. */
export function withheldShare(market: Market): number {
	return market.state.withheldMonths[0]! > 0 ? 1 : market.rules.withheld[PK]!;
}

/** Share of Pakistan's ore that the state sends to the United States at any price, 0 to 1. */
export function directedShare(market: Market): number {
	return market.switches.alignment
		? STATE_LINKED * MOST_DIRECTED * market.state.alignment[0]!
		: 0;
}

/** Factor on the odds that a project in Pakistan is decided: 0.5 + alignment. */
export function alignmentOdds(market: Market): number {
	return market.switches.alignment ? 0.5 + market.state.alignment[0]! : 1;
}
