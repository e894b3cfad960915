/** Standing contracts between regions: deliveries, arrears, trust and renewal. */

import type { Market } from "../world/market.ts";
import { rangeSum } from "../world/regional-sum.ts";
import { isBarred } from "../world/rules.ts";
import { CN, REGION_COUNT, SOURCE_COUNT } from "../world/structure.ts";
import { chineseSupplyLeft } from "./rerouting.ts";

/** Months that a contract runs: a twelfth of all contracts is written anew every month. */
const TENOR = 12;
/** Share of arrears made good in a month, and most arrears, months of contract. Basis: assumed. */
const ARREARS_PACE = 1 / 6;
const MOST_ARREARS = 3;
/**
 * Shares, a month, of trust lost when nothing is delivered and of lost trust regained. Basis:
 * assumed.
 */
const TRUST_LOST = 0.3;
const TRUST_REGAINED = 0.05;

/**
 * Share of its contracts that a source can deliver to a region: nothing under a ban, of China's
 * the share of normal exports that still leaves, else all.
 */
function deliverable(
	market: Market,
	source: number,
	region: number,
	chineseLeft: number,
): number {
	if (isBarred(market.rules, region, source)) return 0;
	return source === CN && region !== CN ? chineseLeft : 1;
}

/**
 * Delivers under one contract for a month:
 *
 *     due = K + A / 6,  delivered = due · can
 *     A' = A + K − delivered, at most three months; nothing under a ban
 *     trust' = trust + 0.05 (1 − trust) − 0.3 · trust · share of K undelivered
 *
 * @param can share that the source can deliver, 0 to 1
 * @returns t Sb delivered
 */
function deliver(market: Market, cell: number, can: number): number {
	const { state } = market;
	const promised = state.contracts[cell]!;
	if (promised === 0) return 0;
	const owed = state.arrears[cell]!;
	const delivered = can * (promised + ARREARS_PACE * owed);
	state.arrears[cell] =
		can === 0
			? 0
			: Math.min(
					MOST_ARREARS * promised,
					Math.max(0, owed + promised - delivered),
				);
	const missed = Math.max(0, 1 - delivered / promised);
	const trust = state.trust[cell]!;
	state.trust[cell] =
		trust + TRUST_REGAINED * (1 - trust) - TRUST_LOST * trust * missed;
	return delivered;
}

/**
 * Serves contracts before the auction. Deliveries of all sources to a region, t Sb, go into
 * `delivered` and are the least that its buyers take; they are paid at the index, so that only
 * their tonnes matter to the auction.
 */
export function serveContracts(
	market: Market,
	tick: number,
	delivered: Float64Array,
): void {
	delivered.fill(0);
	if (!market.switches.contracts) return;
	const left = chineseSupplyLeft(market, tick);
	for (let s = 0; s < REGION_COUNT; s += 1)
		for (let r = 0; r < REGION_COUNT; r += 1)
			delivered[r]! += deliver(
				market,
				s * REGION_COUNT + r,
				deliverable(market, s, r, left),
			);
}

/** Metal that a region's buyers took from its own sellers, t Sb. */
function boughtAtHome(market: Market, region: number): number {
	const { structure, flows } = market;
	const { first } = structure.civilBuyers;
	let bought = 0;
	for (let source = 0; source < SOURCE_COUNT; source += 1)
		bought += flows.traded[source * REGION_COUNT + region]!;
	return Math.max(0, rangeSum(first, flows.ordered, region) - bought);
}

/**
 * Renews the twelfth of every contract that runs out, for the tonnes bought from its source
 * this month:
 *
 *     K' = (11 K + contract share · trust · tonnes) / 12
 */
export function renewContracts(market: Market): void {
	const { state, flows, parameters } = market;
	for (let s = 0; s < REGION_COUNT; s += 1)
		for (let r = 0; r < REGION_COUNT; r += 1) {
			const cell = s * REGION_COUNT + r;
			const bought = s === r ? boughtAtHome(market, r) : flows.traded[cell]!;
			const wanted = parameters.contractShare * state.trust[cell]! * bought;
			state.contracts[cell]! += (wanted - state.contracts[cell]!) / TENOR;
		}
}
