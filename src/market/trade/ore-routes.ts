/** Ore routes past the hub: intermediaries who carry ore straight to the plants of a region. */

import { exp, log } from "../../math.ts";
import { directedShare, withheldShare } from "../agents/islamabad.ts";
import { capacityOf, feedWanted, worthOf } from "../agents/refiner.ts";
import type { Market } from "../world/market.ts";
import { PK, US } from "../world/structure.ts";

/** Steepness in logs with which ore turns to the better netback. Basis: assumed. */
const WILLING_SLOPE = 8;

/** Mean worth of a tonne to the plants of a region, by capacity, USD/t Sb; 0 where none runs. */
function meanWorth(market: Market, region: number): number {
	const { first } = market.structure.refiners;
	let capacity = 0;
	let worth = 0;
	for (let p = first[region]!; p < first[region + 1]!; p += 1) {
		const own = capacityOf(market, p);
		capacity += own;
		worth += own * worthOf(market, p);
	}
	return capacity > 0 ? worth / capacity : 0;
}

/**
 * Feed that the plants of a region have room for, beyond what routes have brought this month, t
 * Sb.
 */
function roomFor(market: Market, region: number): number {
	const { first } = market.structure.refiners;
	let room = 0;
	for (let p = first[region]!; p < first[region + 1]!; p += 1)
		if (capacityOf(market, p) > 0)
			room += Math.max(0, feedWanted(market, p) - market.flows.routed[p]!);
	return room;
}

/**
 * Share of a region's ore that takes a route: the share that the state directs, and of the
 * rest a smooth step in the netback there over the price at home,
 *
 *     willing = 1 / (1 + (p / (worth − cost + premium))^8)
 */
export function shareOfRoute(market: Market, route: number): number {
	const { rules, state } = market;
	const origin = rules.routeOrigin[route]!;
	const destination = rules.routeDestination[route]!;
	const netback =
		meanWorth(market, destination) -
		rules.routeCost[route]! +
		rules.routePremium[route]!;
	const directed =
		origin === PK && destination === US ? directedShare(market) : 0;
	if (netback <= 0) return directed;
	const better = log(state.oreIndex[origin]! / netback);
	const willing = 1 / (1 + exp(WILLING_SLOPE * better));
	return directed + (1 - directed) * willing;
}

/** Spreads routed ore over the plants of a region by the room they have. */
function unload(
	market: Market,
	region: number,
	tonnes: number,
	room: number,
): void {
	const { structure, flows } = market;
	const { first } = structure.refiners;
	for (let p = first[region]!; p < first[region + 1]!; p += 1)
		if (capacityOf(market, p) > 0)
			flows.routed[p]! +=
				(tonnes * Math.max(0, feedWanted(market, p) - flows.routed[p]!)) / room;
}

/** Ore that routes listed before this one have carried the same way this month, t Sb. */
function alreadyCarried(market: Market, route: number): number {
	const { rules, flows } = market;
	let tonnes = 0;
	for (let i = 0; i < route; i += 1)
		if (
			rules.routeOrigin[i] === rules.routeOrigin[route] &&
			rules.routeDestination[i] === rules.routeDestination[route]
		)
			tonnes += flows.routeCarried[i]!;
	return tonnes;
}

/** Ore of the pile that still wants to go this way, t Sb; parallel routes draw on one share of it. */
function oreForRoute(market: Market, route: number): number {
	const carried = alreadyCarried(market, route);
	const pile = market.state.orePile[market.rules.routeOrigin[route]!]!;
	return Math.max(0, shareOfRoute(market, route) * (pile + carried) - carried);
}

/** Share of a region's ore that bans let leave it. */
function mayLeave(market: Market, origin: number): number {
	return market.rules.oreFree[origin]! * market.rules.oreMayLeave[origin]!;
}

/** Ships the ore that one route carries this month. */
function runRoute(market: Market, route: number): void {
	const { state, rules, flows } = market;
	const origin = rules.routeOrigin[route]!;
	const destination = rules.routeDestination[route]!;
	const room = roomFor(market, destination);
	if (room === 0) return;
	const held = origin === PK && destination === US ? withheldShare(market) : 0;
	const tonnes = Math.min(
		rules.routeCapacity[route]! * (1 - held),
		mayLeave(market, origin) * oreForRoute(market, route),
		room,
	);
	unload(market, destination, tonnes, room);
	state.orePile[origin]! -= tonnes;
	flows.routedFrom[origin]! += tonnes;
	flows.routeCarried[route] = tonnes;
	if (destination === US) flows.treasury += rules.routePremium[route]! * tonnes;
}

/**
 * Ships ore on all routes before the auction: intermediaries buy it in its region and carry it
 * to the plants of another, as far as ore wants to go there and plants have room. A sponsor's
 * premium on ore for the United States is booked to the treasury.
 */
export function routeOre(market: Market): void {
	const { rules, flows } = market;
	flows.routed.fill(0);
	flows.routedFrom.fill(0);
	flows.routeCarried.fill(0);
	for (let route = 0; route < rules.routes; route += 1) runRoute(market, route);
}
