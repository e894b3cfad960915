import { gridPrice, WINDOW } from "../../../src/market/world/price-grid.ts";
import type {
	Clearing,
	RegionalMarkets,
} from "../../../src/market/world/regional-markets.ts";

/*
 * A second clearing, as plain as can be: every search is a bisection over the
 * whole range of prices, every schedule is read by a scan. It shares with the
 * first one only the tables it reads.
 */

const LOWEST = 1;
const HIGHEST = 1e15;
/** Tonnes below which a sum counts as balanced: rounding of sums of some thousand tonnes. */
const BALANCED = 1e-6;

/** Excess demand at a price: linear between the points of the table, its end pieces prolonged. */
export function plainExcess(
	markets: RegionalMarkets,
	region: number,
	price: number,
): number {
	const point = (i: number) => gridPrice(markets.window[region]! + i);
	const tonnes = (i: number) => markets.excess[region * WINDOW + i]!;
	let i = 0;
	while (i < WINDOW - 2 && point(i + 1) <= price) i += 1;
	const share = (price - point(i)) / (point(i + 1) - point(i));
	return tonnes(i) * (1 - share) + tonnes(i + 1) * share;
}

/** Net exports of a region at a hub price, by the letter of the rule. */
export function plainNetExports(
	markets: RegionalMarkets,
	region: number,
	hub: number,
): number {
	if (region === markets.hub) return -plainExcess(markets, region, hub);
	const landed =
		(hub + markets.importCost[region]!) * (1 + markets.tariff[region]!);
	const wanted = plainExcess(markets, region, landed);
	if (wanted > 0) return -Math.min(wanted, markets.importCap[region]!);
	let most = 0;
	let room = 0;
	const end = markets.firstExporter[region + 1]!;
	for (let k = markets.firstExporter[region]!; k < end; k += 1) {
		room += markets.exporterCapacity[k]!;
		const netback =
			(hub - markets.exporterCost[k]!) / (1 + markets.exportTax[region]!);
		const spare = -plainExcess(markets, region, netback);
		most = Math.max(most, Math.min(spare, room));
	}
	return most;
}

function plainBalance(markets: RegionalMarkets, hub: number): number {
	let sum = 0;
	for (let r = 0; r < markets.regions; r += 1)
		sum += plainNetExports(markets, r, hub);
	return sum;
}

/** The price up to which `below` holds, given that it never holds again above. */
function border(below: (price: number) => boolean): number {
	let low = LOWEST;
	let high = HIGHEST;
	for (let i = 0; i < 110; i += 1) {
		const middle = Math.sqrt(low * high);
		if (below(middle)) low = middle;
		else high = middle;
	}
	return Math.sqrt(low * high);
}

/** Lowest and highest hub price at which the world's net exports sum to zero, USD/t. */
export function plainHubPrices(markets: RegionalMarkets): {
	readonly lowest: number;
	readonly highest: number;
} {
	return {
		lowest: border((price) => plainBalance(markets, price) < -BALANCED),
		highest: border((price) => plainBalance(markets, price) <= BALANCED),
	};
}

/** The price at which a region alone would have the given net exports, USD/t; lowest and highest. */
function plainPrices(
	markets: RegionalMarkets,
	region: number,
	netExports: number,
): { readonly lowest: number; readonly highest: number } {
	const over = (price: number) =>
		plainExcess(markets, region, price) + netExports;
	return {
		lowest: border((price) => over(price) > BALANCED),
		highest: border((price) => over(price) >= -BALANCED),
	};
}

const ROUNDING = 1e-9;

/** Whether a price lies in a range, to rounding. */
function lies(
	price: number,
	{ lowest, highest }: { lowest: number; highest: number },
): boolean {
	return price >= lowest * (1 - ROUNDING) && price <= highest * (1 + ROUNDING);
}

/** False where nobody buys or sells at any price: such a region has only a price for the record. */
function trades(markets: RegionalMarkets, region: number): boolean {
	const at = region * WINDOW;
	return markets.excess[at]! > markets.excess[at + WINDOW - 1]!;
}

/** The first way in which a clearing differs from the plain one; null when they agree. */
export function differenceFromPlain(
	markets: RegionalMarkets,
	clearing: Clearing,
): string | null {
	const { hubPrice, netExports, price } = clearing;
	const hub = plainHubPrices(markets);
	if (!lies(hubPrice, hub))
		return `hub price ${hubPrice}, plainly ${hub.lowest} to ${hub.highest}`;
	for (let r = 0; r < markets.regions; r += 1) {
		const net = plainNetExports(markets, r, hubPrice);
		if (Math.abs(netExports[r]! - net) > BALANCED)
			return `net exports of region ${r} ${netExports[r]}, plainly ${net}`;
		if (!trades(markets, r)) continue;
		const own = plainPrices(markets, r, netExports[r]!);
		if (!lies(price[r]!, own))
			return `price of region ${r} ${price[r]}, plainly ${own.lowest} to ${own.highest}`;
	}
	return null;
}
