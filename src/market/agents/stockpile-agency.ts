/** Stockpile agencies: what they buy, offer to the market and hand to defence. */

import type { Market } from "../world/market.ts";
import { gridPrice } from "../world/price-grid.ts";
import { rangeSum } from "../world/regional-sum.ts";
import { FILL, RELEASE } from "../world/rules.ts";
import { REGION_COUNT } from "../world/structure.ts";

/**
 * Months of the region's defence need that an agency keeps back from the open market. Basis:
 * assumed.
 */
const KEPT_FOR_DEFENCE = 6;

/**
 * Purchase of a filling agency below its limit, t Sb: min(budget / index, gap / months left,
 * rate).
 */
function wantedBy(market: Market, agency: number): number {
	const { state, rules } = market;
	if (rules.agency[agency] !== FILL) return 0;
	const gap = rules.agencyTarget[agency]! - state.reserveStock[agency]!;
	return Math.max(
		0,
		Math.min(
			rules.agencyBudget[agency]! / state.index[agency]!,
			gap / rules.agencyMonths[agency]!,
			rules.agencyRate[agency]!,
		),
	);
}

/** Offer of an agency that releases to anybody, t Sb; it keeps back defence's part. */
function offeredBy(market: Market, agency: number): number {
	const { state, rules } = market;
	if (rules.agency[agency] !== RELEASE || rules.agencySpot[agency] === 0)
		return 0;
	const { first, need } = market.structure.defenceBuyers;
	const kept = KEPT_FOR_DEFENCE * rangeSum(first, need, agency);
	return Math.max(
		0,
		Math.min(rules.agencyRate[agency]!, state.reserveStock[agency]! - kept),
	);
}

/** Sets the orders and offers of every agency this month. */
export function orderForStockpiles(market: Market): void {
	const { flows } = market;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		flows.agencyWanted[r] = wantedBy(market, r);
		flows.agencySold[r] = offeredBy(market, r);
		flows.agencyReleased[r] = 0;
	}
}

/** Demand of an agency at grid point k, t Sb: all it wants up to its price limit, nothing above. */
export function agencyDemandAt(
	market: Market,
	agency: number,
	k: number,
): number {
	const { flows, rules } = market;
	const wanted = flows.agencyWanted[agency]!;
	return wanted > 0 && gridPrice(k) <= rules.agencyLimit[agency]! ? wanted : 0;
}

/**
 * Hands metal to defence that would go without, up to the agency's monthly rate; an agency
 * that is told to hold hands out nothing.
 *
 * @returns t Sb released
 */
export function releaseTo(
	market: Market,
	agency: number,
	missing: number,
): number {
	const { state, rules, flows } = market;
	const mode = rules.agency[agency]!;
	if (mode !== FILL && mode !== RELEASE) return 0;
	const left = Math.min(
		rules.agencyRate[agency]! - flows.agencyReleased[agency]!,
		state.reserveStock[agency]!,
	);
	const released = Math.max(0, Math.min(missing, left));
	flows.agencyReleased[agency]! += released;
	takeFromStock(market, agency, released);
	return released;
}

/** Takes metal out of a stock, and its share off the money that was paid for the stock. */
export function takeFromStock(
	market: Market,
	agency: number,
	tonnes: number,
): void {
	const { state } = market;
	const stock = state.reserveStock[agency]!;
	if (tonnes === 0) return;
	state.reservePaid[agency]! *= stock > 0 ? Math.max(0, 1 - tonnes / stock) : 0;
	state.reserveStock[agency]! = stock - tonnes;
}
