/** Watch for new plants that stand without ore. */

import type { Market } from "../world/market.ts";
import { capacityOf } from "./refiner.ts";

/**
 * Share of its capacity below which a new plant starves, and months in a row before it is
 * reported.
 */
const STARVES_BELOW = 0.25;
const MONTHS = 6;

/**
 * Counts months in a row in which a new plant runs below a quarter of capacity; reports the
 * sixth.
 */
export function watchStarving(market: Market, tick: number): void {
	const { state, flows, structure, trace } = market;
	const { count, project, ids } = structure.refiners;
	for (let p = 0; p < count; p += 1) {
		if (project[p]! < 0 || state.starvedMonths[p]! === MONTHS) continue;
		const capacity = capacityOf(market, p);
		const starves =
			capacity > 0 && flows.refined[p]! < STARVES_BELOW * capacity;
		state.starvedMonths[p] = starves ? state.starvedMonths[p]! + 1 : 0;
		if (state.starvedMonths[p] === MONTHS)
			trace?.tell(tick, "plant starves", ids[p]!, flows.refined[p]! / capacity);
	}
}
