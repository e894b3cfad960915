/** Clearing at the hub: the price at which the net exports of all regions sum to zero. */

import { GRID_STEP, gridPrice, WINDOW } from "../world/price-grid.ts";
import {
	type Clearing,
	type RegionalMarkets,
	SELLING,
} from "../world/regional-markets.ts";
import {
	cellWhere,
	excessAt,
	excessAtPoint,
	excessOn,
	FLAT_TOLERANCE,
	hasMarket,
	holds,
} from "./excess-demand.ts";

/** Least price, USD/t. */
const LOWEST_PRICE = 1;

/** Tonnes that leave a region at a hub price, up its merit order. */
function exportsAt(
	markets: RegionalMarkets,
	region: number,
	hubPrice: number,
): number {
	let capacity = 0;
	let exports = 0;
	const end = markets.firstExporter[region + 1]!;
	for (let k = markets.firstExporter[region]!; k < end; k += 1) {
		const netback =
			(hubPrice - markets.exporterCost[k]!) / (1 + markets.exportTax[region]!);
		const spare = -excessOn(markets, region, SELLING, netback);
		if (spare <= capacity) return exports;
		capacity += markets.exporterCapacity[k]!;
		exports = Math.min(spare, capacity);
		const nextIsDearer =
			k + 1 < end && markets.exporterCost[k + 1]! >= markets.exporterCost[k]!;
		if (nextIsDearer && spare <= capacity) return exports;
	}
	return exports;
}

/**
 * Net exports of a region at a hub price P:
 *
 *     imports y = Z((P + m)(1 + tariff)) when that is positive, at most the cap;
 *     else exports up the merit order, s_k = −Z((P − e_k) / (1 + tax)).
 */
function netExportsAt(
	markets: RegionalMarkets,
	region: number,
	hubPrice: number,
): number {
	if (region === markets.hub) return -excessAt(markets, region, hubPrice);
	const wanted = wantedImportsAt(markets, region, hubPrice);
	if (wanted > 0) return -Math.min(wanted, markets.importCap[region]!);
	return exportsAt(markets, region, hubPrice);
}

function wantedImportsAt(
	markets: RegionalMarkets,
	region: number,
	hubPrice: number,
): number {
	const landed =
		(hubPrice + markets.importCost[region]!) * (1 + markets.tariff[region]!);
	return excessAt(markets, region, landed);
}

function worldNetExports(markets: RegionalMarkets, hubPrice: number): number {
	let sum = 0;
	for (let r = 0; r < markets.regions; r += 1)
		sum += netExportsAt(markets, r, hubPrice);
	return sum;
}

/** Relative width of the bracket at which the hub price is taken as found. */
const PRICE_TOLERANCE = 1e-12;
const TONNES_TOLERANCE = 1e-9;
const MOST_STEPS = 100;

/**
 * Finds the hub price at which the world's net exports sum to zero: bracketed from
 * last month's price, then regula falsi (Illinois), bisecting when that stalls.
 */
function solveHubPrice(markets: RegionalMarkets, lastPrice: number): number {
	const step = 1 + GRID_STEP;
	let low = lastPrice;
	let atLow = worldNetExports(markets, low);
	if (Math.abs(atLow) <= TONNES_TOLERANCE) return low;
	let high = low;
	let atHigh = atLow;
	let growth = step;
	while (atLow > 0 && low > LOWEST_PRICE) {
		high = low;
		atHigh = atLow;
		low = Math.max(LOWEST_PRICE, low / growth);
		atLow = worldNetExports(markets, low);
		growth *= step;
	}
	growth = step;
	while (atHigh < 0 && high < HIGHEST_PRICE) {
		low = high;
		atLow = atHigh;
		high *= growth;
		atHigh = worldNetExports(markets, high);
		growth *= step;
	}
	return narrow(markets, low, atLow, high, atHigh);
}

/** Price beyond which no root is sought, USD/t. */
const HIGHEST_PRICE = 1e7;

function narrow(
	markets: RegionalMarkets,
	lowStart: number,
	atLowStart: number,
	highStart: number,
	atHighStart: number,
): number {
	let low = lowStart;
	let high = highStart;
	let atLow = atLowStart;
	let atHigh = atHighStart;
	let side = 0;
	let guess = low;
	for (let i = 0; i < MOST_STEPS; i += 1) {
		const width = high - low;
		if (width <= PRICE_TOLERANCE * high) return guess;
		const bisect = i % 8 === 7 || atHigh - atLow <= 0;
		guess = bisect
			? low + 0.5 * width
			: (low * atHigh - high * atLow) / (atHigh - atLow);
		if (!(guess > low && guess < high)) guess = low + 0.5 * width;
		const at = worldNetExports(markets, guess);
		if (Math.abs(at) <= TONNES_TOLERANCE) return guess;
		if (at < 0) {
			low = guess;
			atLow = at;
			if (side === -1) atHigh *= 0.5;
			side = -1;
		} else {
			high = guess;
			atHigh = at;
			if (side === 1) atLow *= 0.5;
			side = 1;
		}
	}
	return guess;
}

/** Spreads a region's exports over its merit order, cheapest first. */
function assignShipments(
	markets: RegionalMarkets,
	region: number,
	exports: number,
	shipped: Float64Array,
): void {
	let left = exports;
	const end = markets.firstExporter[region + 1]!;
	for (let k = markets.firstExporter[region]!; k < end; k += 1) {
		const tonnes = Math.min(left, markets.exporterCapacity[k]!);
		shipped[k] = tonnes;
		left -= tonnes;
	}
}

/**
 * Clears one good on a star: regions trade with the hub alone. The hub takes up the rounding of
 * the root, so that net exports sum to zero exactly.
 *
 * Regional prices lie inside the parity band, or outside it where a cap binds.
 */
export function clearAtHub(
	markets: RegionalMarkets,
	lastHubPrice: number,
	clearing: Clearing,
): void {
	const hubPrice = solveHubPrice(markets, lastHubPrice);
	let others = 0;
	for (let r = 0; r < markets.regions; r += 1) {
		if (r === markets.hub) continue;
		const net = netExportsAt(markets, r, hubPrice);
		others += net;
		clearing.netExports[r] = net;
		clearing.wantedImports[r] =
			net <= 0 ? Math.max(0, wantedImportsAt(markets, r, hubPrice)) : 0;
		assignShipments(markets, r, Math.max(0, net), clearing.shipped);
	}
	clearing.netExports[markets.hub] = -others;
	clearing.wantedImports[markets.hub] = Math.max(0, others);
	assignShipments(markets, markets.hub, Math.max(0, -others), clearing.shipped);
	clearing.hubPrice = hubPrice;
	for (let r = 0; r < markets.regions; r += 1)
		clearing.price[r] = regionalPrice(markets, r, clearing);
}

/**
 * Price at which a region's excess demand equals its imports, USD/t; where the schedule is flat
 * the cell's lower end, where nobody trades import parity.
 */
function regionalPrice(
	markets: RegionalMarkets,
	region: number,
	clearing: Clearing,
): number {
	const wanted = -clearing.netExports[region]!;
	if (!hasMarket(markets, region) && holds(markets, region, wanted))
		return clearing.hubPrice + markets.importCost[region]!;
	const cell = cellWhere(markets, region, wanted);
	const low = excessAtPoint(markets, region, cell);
	const slope = low - excessAtPoint(markets, region, cell + 1);
	const point = markets.window[region]! + cell;
	const below = gridPrice(point);
	if (slope <= 0 && Math.abs(low - wanted) > FLAT_TOLERANCE)
		return beyondWindow(markets, region, low < wanted);
	const weight = slope > 0 ? (low - wanted) / slope : 0;
	return Math.max(
		LOWEST_PRICE,
		below + weight * (gridPrice(point + 1) - below),
	);
}

/**
 * Price just outside a window on all of which a schedule is flat and misses the tonnes wanted,
 * so that the window moves on.
 *
 * @param below true when excess demand is below the tonnes wanted: the price must fall
 */
function beyondWindow(
	markets: RegionalMarkets,
	region: number,
	below: boolean,
): number {
	const first = markets.window[region]!;
	return below
		? gridPrice(first) / (1 + GRID_STEP)
		: gridPrice(first + WINDOW - 1) * (1 + GRID_STEP);
}
