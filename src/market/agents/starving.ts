import type { Market } from "../world/market.ts";
import { capacityOf } from "./refiner.ts";

/** Share of its capacity below which a new plant starves, and months of it in a row that are told. */
const STARVES_BELOW = 0.25;
const MONTHS = 6;

/** Counts the months in a row in which a project that runs lacks ore for a quarter of its capacity; the sixth is told, once. */
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
