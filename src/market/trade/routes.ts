/** Trade of a month by origin and destination, for stories. */

import type { Market } from "../world/market.ts";
import { CN, GREY, REGION_COUNT, SA } from "../world/structure.ts";

/** Trade of a month by route, t Sb: source × REGION_COUNT + destination. */
const metal = new Float64Array(REGION_COUNT * REGION_COUNT);
const ore = new Float64Array(REGION_COUNT * REGION_COUNT);

/** Copies traced metal; without papers it counts as South-East Asian, in that region as Chinese. */
function routeMetal(market: Market): void {
	const { traded } = market.flows;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		for (let s = 0; s < REGION_COUNT; s += 1)
			metal[s * REGION_COUNT + r] = traded[s * REGION_COUNT + r]!;
		const shown = r === SA ? CN : SA;
		metal[shown * REGION_COUNT + r]! += traded[GREY * REGION_COUNT + r]!;
	}
}

/** Spreads ore of the auction from exporters to importers in proportion. */
function routeOreOfAuction(market: Market): void {
	const { netExports } = market.oreClearing;
	let sold = 0;
	for (let r = 0; r < REGION_COUNT; r += 1) sold += Math.max(0, netExports[r]!);
	for (let s = 0; s < REGION_COUNT; s += 1)
		for (let r = 0; r < REGION_COUNT; r += 1)
			ore[s * REGION_COUNT + r] =
				sold > 0
					? (Math.max(0, netExports[s]!) * Math.max(0, -netExports[r]!)) / sold
					: 0;
}

/** Adds ore that intermediaries carried past the auction, on the routes they run. */
function addRoutedOre(market: Market): void {
	const { rules, flows } = market;
	for (let i = 0; i < rules.routes; i += 1)
		ore[rules.routeOrigin[i]! * REGION_COUNT + rules.routeDestination[i]!]! +=
			flows.routeCarried[i]!;
}

/** Tells the trace, if there is one, who sold to whom this month. */
export function tellTrade(market: Market, tick: number): void {
	const { trace } = market;
	if (trace === null) return;
	routeMetal(market);
	routeOreOfAuction(market);
	addRoutedOre(market);
	trace.trade(tick, metal, ore);
}
