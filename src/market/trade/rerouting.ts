/** Rerouting: a barred importer loses supply at once and rebuilds it elsewhere. */

import { REGIONS } from "../../calibration/row.ts";
import { log } from "../../math.ts";
import { normalChineseExports } from "../agents/licence-office.ts";
import type { Market } from "../world/market.ts";
import { isBarred } from "../world/rules.ts";
import { TRADE_MEMORY } from "../world/spans.ts";
import { CN, EU, REGION_COUNT } from "../world/structure.ts";
import { tradeRingOf } from "../world/trade-ring.ts";

/** Factor of a barred buyer's premium, in logs, on the speed of rebuilding its supply. */
const PREMIUM_FACTOR = 2;

/** Share of China's sales that an importer bought over the last year. */
function partOfChineseSales(market: Market, importer: number): number {
	const { state, terms } = market;
	let sold = 0;
	for (let r = 0; r < REGION_COUNT; r += 1)
		sold += terms.chineseShare[r]! * ringMean(state.importHistory, r);
	return sold > 0
		? (terms.chineseShare[importer]! *
				ringMean(state.importHistory, importer)) /
				sold
		: 0;
}

/** Share of China's sales that importers bought who may not buy from it now. */
export function barredPart(market: Market): number {
	let part = 0;
	for (let r = 0; r < REGION_COUNT; r += 1)
		if (isBarred(market.rules, r, CN)) part += partOfChineseSales(market, r);
	return part;
}

/**
 * Sets the caps of the auction; a cap of −1 in the state means none. Chinese metal that was processed in
 * a third country counts as that country's, so that barred importers may buy it above their caps, each
 * by its part of what they bought from China.
 */
function setImportCaps(market: Market): void {
	const { state, refinedMarkets, rules } = market;
	const barred = barredPart(market);
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const cap = state.importCap[r]!;
		const reExports =
			barred > 0 && isBarred(rules, r, CN)
				? (state.greyCapacity[0]! * partOfChineseSales(market, r)) / barred
				: 0;
		refinedMarkets.importCap[r] =
			cap < 0 ? Number.POSITIVE_INFINITY : cap + reExports;
	}
}

/** Mean over the ring of a region's monthly tonnes. */
export function ringMean(ring: Float64Array, region: number): number {
	let sum = 0;
	for (let month = 0; month < TRADE_MEMORY; month += 1)
		sum += ring[month * REGION_COUNT + region]!;
	return sum / TRADE_MEMORY;
}

/** Months over which today's Chinese supply is read. */
const RECENT = 2;

/** Chinese exports of the last two months over those of a normal month, at most 1. */
export function chineseSupplyLeft(market: Market, tick: number): number {
	const { state } = market;
	const normal = normalChineseExports(market);
	if (normal === 0) return 1;
	let sum = 0;
	for (let back = 1; back <= RECENT; back += 1)
		sum += state.exportHistory[tradeRingOf(tick - back) + CN]!;
	return Math.min(1, sum / RECENT / normal);
}

/** Share of an importer's supply that comes from an origin today. */
export function shareFrom(
	market: Market,
	importer: number,
	origin: number,
	tick: number,
): number {
	const base = market.terms.chineseShare[importer]!;
	if (origin === CN) {
		const left = base * chineseSupplyLeft(market, tick);
		return left / (left + 1 - base);
	}
	let others = 0;
	for (let r = 0; r < REGION_COUNT; r += 1)
		if (r !== CN && r !== importer)
			others += ringMean(market.state.exportHistory, r);
	const own = ringMean(market.state.exportHistory, origin);
	return others > 0 ? ((1 - base) * own) / others : 0;
}

/** Share of supply that all bans in force take from an importer. */
function barredShare(market: Market, importer: number, tick: number): number {
	const { rules } = market;
	let share = 0;
	for (let origin = 0; origin < REGION_COUNT; origin += 1)
		if (isBarred(rules, importer, origin))
			share += shareFrom(market, importer, origin, tick);
	return Math.min(1, share);
}

/** True when some region may not sell to an importer this month. */
function isBarredBySome(market: Market, importer: number): boolean {
	for (let origin = 0; origin < REGION_COUNT; origin += 1)
		if (isBarred(market.rules, importer, origin)) return true;
	return false;
}

/**
 * Cuts and rebuilds the supply of barred importers. At the ban
 *
 *     cap = (1 − s) · mean imports of 12 months,
 *
 * with s the share that came from the banned origin; then
 *
 *     cap' = cap + ρ (1 + 2 ln(p / parity)) (wanted − cap)⁺,
 *
 * at most all of the gap. Without a ban there is no cap.
 */
export function rebuildSupply(market: Market, tick: number): void {
	const { state, refinedMarkets, switches } = market;
	for (let r = 0; r < REGION_COUNT; r += 1) {
		if (!switches.rerouting || r === EU || !isBarredBySome(market, r)) {
			state.importCap[r] = -1;
			continue;
		}
		if (state.importCap[r]! < 0) {
			const share = barredShare(market, r, tick);
			state.importCap[r] = (1 - share) * ringMean(state.importHistory, r);
			if (isBarred(market.rules, r, CN)) voidLicences(market, r);
			market.trace?.tell(
				tick,
				"importer barred",
				REGIONS[r]!,
				state.importCap[r]!,
			);
			continue;
		}
		const parity =
			(state.hubPrice[0]! + refinedMarkets.importCost[r]!) *
			(1 + refinedMarkets.tariff[r]!);
		const premium = Math.max(0, log(state.price[r]! / parity));
		const speed = Math.min(
			1,
			market.parameters.rerouting * (1 + PREMIUM_FACTOR * premium),
		);
		const gap = Math.max(0, state.wantedImports[r]! - state.importCap[r]!);
		state.importCap[r]! += speed * gap;
	}
	setImportCaps(market);
}

/** Voids licences for a destination that is barred: its share of China's sales. */
function voidLicences(market: Market, importer: number): void {
	const { licences } = market.state;
	const lost = partOfChineseSales(market, importer);
	for (let i = 0; i < licences.length; i += 1) licences[i]! *= 1 - lost;
}
