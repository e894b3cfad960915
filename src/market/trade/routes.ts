import type { Market } from "../market.ts";
import { REGION_COUNT, US } from "../structure.ts";
import type { Clearing } from "./hub-clearing.ts";

/** Share of a month above which a ban counts for it. */
const COUNTS_FROM = 0.5;

/** Trade of a month by route, t Sb: source × REGION_COUNT + destination. */
const metal = new Float64Array(REGION_COUNT * REGION_COUNT);
const ore = new Float64Array(REGION_COUNT * REGION_COUNT);
const left = new Float64Array(REGION_COUNT);

/** What each region still has to sell abroad. */
function startWithExports({ netExports }: Clearing): void {
	for (let r = 0; r < REGION_COUNT; r += 1)
		left[r] = Math.max(0, netExports[r]!);
}

/** US metal by the origins that its arrivals are booked under; what an origin sold there it cannot sell again. */
function routeToUnitedStates(market: Market): void {
	const imported = Math.max(0, -market.refinedClearing.netExports[US]!);
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const tonnes = imported * market.flows.usOriginShare[r]!;
		metal[r * REGION_COUNT + US] = tonnes;
		left[r] = Math.max(0, left[r]! - tonnes);
	}
}

/** Whether a ban keeps an origin from an importer. */
function isBarred(market: Market, importer: number, origin: number): boolean {
	return market.rules.barred[importer * REGION_COUNT + origin]! > COUNTS_FROM;
}

/** What an importer buys, from all who have metal left and may sell to it, in proportion. */
function spread(
	market: Market,
	{ netExports }: Clearing,
	importer: number,
	routes: Float64Array,
): void {
	const wanted = Math.max(0, -netExports[importer]!);
	let open = 0;
	for (let r = 0; r < REGION_COUNT; r += 1)
		if (!isBarred(market, importer, r)) open += left[r]!;
	if (open === 0) return;
	for (let r = 0; r < REGION_COUNT; r += 1)
		if (!isBarred(market, importer, r))
			routes[r * REGION_COUNT + importer] = (wanted * left[r]!) / open;
}

/** Ore that intermediaries took past the auction, on the routes they run. */
function addRoutedOre(market: Market): void {
	const { rules, flows } = market;
	for (let i = 0; i < rules.routes; i += 1) {
		const origin = rules.routeOrigin[i]!;
		let capacity = 0;
		for (let k = 0; k < rules.routes; k += 1)
			if (rules.routeOrigin[k] === origin) capacity += rules.routeCapacity[k]!;
		if (capacity === 0) continue;
		ore[origin * REGION_COUNT + rules.routeDestination[i]!]! +=
			(flows.routedFrom[origin]! * rules.routeCapacity[i]!) / capacity;
	}
}

/**
 * Tells who sold to whom this month. The auction clears at a hub and knows only
 * what each region sold and bought in all, so routes are read off: the US by the
 * origins booked for it, all others in proportion to what exporters have left
 * and may sell to them. Every importer's routes sum to what it bought.
 */
export function tellTrade(market: Market, tick: number): void {
	const { trace } = market;
	if (trace === null) return;
	metal.fill(0);
	startWithExports(market.refinedClearing);
	routeToUnitedStates(market);
	for (let r = 0; r < REGION_COUNT; r += 1)
		if (r !== US) spread(market, market.refinedClearing, r, metal);
	ore.fill(0);
	startWithExports(market.oreClearing);
	for (let r = 0; r < REGION_COUNT; r += 1)
		spread(market, market.oreClearing, r, ore);
	addRoutedOre(market);
	trace.trade(tick, metal, ore);
}
