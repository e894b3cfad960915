import type { Market } from "../world/market.ts";
import { gridPrice } from "../world/price-grid.ts";
import { rangeSum } from "../world/regional-sum.ts";
import { FILL, RELEASE } from "../world/rules.ts";
import { REGION_COUNT } from "../world/structure.ts";

/** Months of the region's defence need that an agency keeps back from the open market. Basis: assumed. */
const KEPT_FOR_DEFENCE = 6;

/** What an agency that fills would buy below its limit: min(budget / index, gap / months left, rate), t Sb. */
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

/** What an agency that releases to anybody offers, defence's part kept back, t Sb. */
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

/** Orders and offers of every agency this month. */
export function orderForStockpiles(market: Market): void {
	const { flows } = market;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		flows.agencyWanted[r] = wantedBy(market, r);
		flows.agencySold[r] = offeredBy(market, r);
		flows.agencyReleased[r] = 0;
	}
}

/** What an agency takes at grid point k, t Sb: all it wants up to its limit, nothing above. */
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
 * Hands metal to defence that would go without: whatever an agency does, unless
 * it is told to hold, up to its monthly rate.
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

/** Takes metal out of a stock at what it was bought for on average. */
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
