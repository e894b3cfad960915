/** Pakistani ore traced through the plants of the United States. */

import type { Market } from "../world/market.ts";
import type { MonthFlows } from "../world/month-flows.ts";
import { rangeSum } from "../world/regional-sum.ts";
import { PK, US } from "../world/structure.ts";

/** Pakistani ore that routes carried to the United States this month, t Sb. */
function carriedToUs(market: Market): number {
	const { rules, flows } = market;
	let carried = 0;
	for (let route = 0; route < rules.routes; route += 1)
		if (rules.routeOrigin[route] === PK && rules.routeDestination[route] === US)
			carried += flows.routeCarried[route]!;
	return carried;
}

/** Follows Pakistani ore through US plants: metal holds it in its share of their feed. */
export function tracePakistaniOre(market: Market, month: MonthFlows): void {
	const { structure, state, flows, parameters } = market;
	const { first } = structure.refiners;
	const feed = rangeSum(first, state.feed, US);
	const refined = rangeSum(first, flows.refined, US);
	const share = feed > 0 ? Math.min(1, state.pakistaniFeed[0]! / feed) : 0;
	month.pakistaniOreSmelted = share * refined;
	state.pakistaniFeed[0]! *=
		feed > 0 ? 1 - refined / parameters.yield / feed : 1;
	state.pakistaniFeed[0]! += carriedToUs(market);
}
