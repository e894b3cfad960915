/** Traders: they buy below the price they expect and sell above it. */

import { exp, log } from "../../math.ts";
import type { Market } from "../world/market.ts";
import { REFERENCE_PRICE } from "../world/price-grid.ts";
import { TRADER_SLOPE } from "../world/tables.ts";

/** Share of the gap to its wanted stock that a trader closes in a month. */
const SPEED = 0.3;
/** Interest and storage that an expected price must cover, share. */
const CARRY = 0.01;
/** Multiple of its normal stock that a trader's cash allows. */
const MOST_STOCK = 3;

/**
 * Sets the coefficient of each trader's schedule. At a grid price p a trader wants
 *
 *     stock* = normal · min(3, (norm (1 − carry) / p)²)
 *
 * and trades 0.3 of the gap, never more than it has.
 */
export function prepareTraders(market: Market): void {
	const { structure, state, flows, parameters, switches } = market;
	const { count, region, share } = structure.traders;
	const total = switches.traders ? parameters.traderStock : 0;
	for (let t = 0; t < count; t += 1) {
		const worth = (state.norm[region[t]!]! * (1 - CARRY)) / REFERENCE_PRICE;
		flows.traderScale[t] = total * share[t]! * exp(TRADER_SLOPE * log(worth));
	}
}

/** Tonnes bought at grid point k; negative when the trader sells. */
export function traderDemandAt(
	market: Market,
	trader: number,
	k: number,
): number {
	const { structure, state, flows, parameters, tables, switches } = market;
	if (!switches.traders) return 0;
	const most =
		MOST_STOCK * parameters.traderStock * structure.traders.share[trader]!;
	const wanted = Math.min(most, flows.traderScale[trader]! * tables.trader[k]!);
	return SPEED * (wanted - state.traderStock[trader]!);
}
