/** Qualification of plants whose metal munitions makers do not yet accept. */

import type { Market } from "../world/market.ts";
import { capacityOf } from "./refiner.ts";

/** Months above half capacity before qualification begins. Basis: assumed. */
const PROOF = 6;

/**
 * Qualifies plants that have a sponsor: each first runs six months at half its capacity or
 * more, then waits for the papers. A plant that starves never gets there.
 */
export function qualifyPlants(market: Market, tick: number): void {
	const { state, rules, flows, structure, trace } = market;
	for (let p = 0; p < structure.refiners.count; p += 1) {
		const months = rules.qualifyingMonths[p]!;
		if (months === 0 || state.certified[p] === 1) continue;
		const capacity = capacityOf(market, p);
		if (capacity > 0 && flows.refined[p]! >= 0.5 * capacity)
			state.provenMonths[p]! += 1;
		if (state.provenMonths[p]! < PROOF) continue;
		state.qualifyingMonths[p]! += 1;
		if (state.qualifyingMonths[p]! < months) continue;
		state.certified[p] = 1;
		trace?.tell(tick, "plant qualified", structure.refiners.ids[p]!, months);
	}
}
