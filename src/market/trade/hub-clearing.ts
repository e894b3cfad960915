import { GRID_STEP, gridPrice, WINDOW } from "./price-grid.ts";

/** The schedules of one good, every region's summed over its agents. */
export interface Schedules {
	/** excess demand of a region at grid point k, t Sb a month */
	excessAt(region: number, k: number): number;
}

/**
 * The regional side of one good's auction: for every region its excess demand
 * on a window of the price grid, what it costs to bring a tonne in, and the
 * merit order by which tonnes leave.
 */
export interface RegionalMarkets {
	readonly regions: number;
	/** region that is the hub: no cost in or out, no cap */
	readonly hub: number;
	readonly schedules: Schedules;
	/** first grid point of each region's window */
	readonly window: Int32Array;
	/** cell of the window in which each region's price was last sought */
	readonly lastCell: Int32Array;
	/** t Sb a month, region × WINDOW + point, strictly falling in price; NaN where nobody has asked yet */
	readonly excess: Float64Array;
	/** the piece of each region's schedule last read, on the buying and on the selling side; see `emptyLines` */
	readonly lines: Float64Array;
	/** USD/t into each region */
	readonly importCost: Float64Array;
	/** share of value */
	readonly tariff: Float64Array;
	/** most a region may import, t Sb a month; Infinity when free */
	readonly importCap: Float64Array;
	/** VAT not refunded on exports, share */
	readonly exportTax: Float64Array;
	/** first exporter of each region; length regions + 1 */
	readonly firstExporter: Int32Array;
	/** USD/t and t Sb a month of each exporter, cheap to dear in its region */
	readonly exporterCost: Float64Array;
	readonly exporterCapacity: Float64Array;
}

/** What an auction leaves; the arrays are reused. */
export interface Clearing {
	hubPrice: number;
	/** USD/t in each region */
	readonly price: Float64Array;
	/** t Sb a month, positive when the region exports */
	readonly netExports: Float64Array;
	/** t Sb a month each exporter ships */
	readonly shipped: Float64Array;
	/** t Sb a month a region would import if no cap stood in its way; 0 when it exports */
	readonly wantedImports: Float64Array;
}

/** A region is asked at its landed price and at its netbacks, often a cell apart. */
const BUYING = 0;
const SELLING = 1;
const SIDES = 2;
/** Of a line: price where it begins and where it ends, excess demand where it begins, and its rise. */
const LINE = 4;

/** Lines of which none is drawn yet, and excess demand at points of which none is asked for. */
export function emptyLines(regions: number): Float64Array {
	return new Float64Array(regions * SIDES * LINE).fill(Number.NaN);
}

export function emptyExcess(regions: number): Float64Array {
	return new Float64Array(regions * WINDOW).fill(Number.NaN);
}

/** Forgets what was read off the schedules. */
export function forgetSchedules(markets: RegionalMarkets): void {
	markets.excess.fill(Number.NaN);
	markets.lines.fill(Number.NaN);
}

export function emptyClearing(regions: number, exporters: number): Clearing {
	return {
		hubPrice: 0,
		price: new Float64Array(regions),
		netExports: new Float64Array(regions),
		shipped: new Float64Array(exporters),
		wantedImports: new Float64Array(regions),
	};
}

/**
 * The grid cell that holds a price, as its first point counted from the
 * window's start; the outermost cells hold what lies beyond. The search starts
 * where the last one in this region ended.
 */
function cellOf(
	markets: RegionalMarkets,
	region: number,
	price: number,
): number {
	const first = markets.window[region]!;
	let cell = markets.lastCell[region]!;
	while (cell > 0 && price < gridPrice(first + cell)) cell -= 1;
	while (cell < WINDOW - 2 && price >= gridPrice(first + cell + 1)) cell += 1;
	markets.lastCell[region] = cell;
	return cell;
}

/** Excess demand at a point of a region's window, worked out when it is first asked for. */
function excessAtPoint(
	markets: RegionalMarkets,
	region: number,
	point: number,
): number {
	const at = region * WINDOW + point;
	const known = markets.excess[at]!;
	if (!Number.isNaN(known)) return known;
	const excess = markets.schedules.excessAt(
		region,
		markets.window[region]! + point,
	);
	markets.excess[at] = excess;
	return excess;
}

/** Excess demand of a region at any price: linear between points, and beyond the window. */
export function excessAt(
	markets: RegionalMarkets,
	region: number,
	price: number,
): number {
	return excessOn(markets, region, BUYING, price);
}

/**
 * Excess demand at a price near the one last asked on the same side: on the
 * line between two points that was drawn then, as long as it lies between them.
 */
function excessOn(
	markets: RegionalMarkets,
	region: number,
	side: number,
	price: number,
): number {
	const { lines } = markets;
	const at = (SIDES * region + side) * LINE;
	if (!(price >= lines[at]! && price < lines[at + 1]!))
		drawLine(markets, region, at, price);
	const below = lines[at]!;
	const weight = (price - below) / (lines[at + 1]! - below);
	return lines[at + 2]! + weight * lines[at + 3]!;
}

/** Draws the line of a region's schedule in the cell that holds a price. */
function drawLine(
	markets: RegionalMarkets,
	region: number,
	at: number,
	price: number,
): void {
	const { lines } = markets;
	const cell = cellOf(markets, region, price);
	const point = markets.window[region]! + cell;
	const low = excessAtPoint(markets, region, cell);
	lines[at] = gridPrice(point);
	lines[at + 1] = gridPrice(point + 1);
	lines[at + 2] = low;
	lines[at + 3] = excessAtPoint(markets, region, cell + 1) - low;
}

/**
 * The grid cell in which a region's excess demand passes `wanted`; the search
 * starts where its price was last sought.
 */
function cellWhere(
	markets: RegionalMarkets,
	region: number,
	wanted: number,
): number {
	let cell = markets.lastCell[region]!;
	while (cell > 0 && excessAtPoint(markets, region, cell) < wanted) cell -= 1;
	while (
		cell < WINDOW - 2 &&
		excessAtPoint(markets, region, cell + 1) >= wanted
	)
		cell += 1;
	return cell;
}

/** The least a price can be, USD/t. */
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
 * The hub price at which the world's net exports sum to zero: bracketed from
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
 * Clears one good on a star: regions trade with the hub alone. The hub takes
 * up the rounding of the root, so that net exports sum to zero exactly.
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
 * The price at which a region's excess demand is what it imports, USD/t; where
 * that is flat the cell's lower end, where nobody trades import parity.
 */
function regionalPrice(
	markets: RegionalMarkets,
	region: number,
	clearing: Clearing,
): number {
	if (!hasMarket(markets, region))
		return clearing.hubPrice + markets.importCost[region]!;
	const wanted = -clearing.netExports[region]!;
	const cell = cellWhere(markets, region, wanted);
	const low = excessAtPoint(markets, region, cell);
	const slope = low - excessAtPoint(markets, region, cell + 1);
	const point = markets.window[region]! + cell;
	const below = gridPrice(point);
	const weight = slope > 0 ? (low - wanted) / slope : 0;
	return Math.max(
		LOWEST_PRICE,
		below + weight * (gridPrice(point + 1) - below),
	);
}

function fallsBetween(
	markets: RegionalMarkets,
	region: number,
	low: number,
	high: number,
): boolean {
	return (
		excessAtPoint(markets, region, low) > excessAtPoint(markets, region, high)
	);
}

/** False when nobody in a region buys or sells at any price; the cell last read mostly tells. */
function hasMarket(markets: RegionalMarkets, region: number): boolean {
	const cell = markets.lastCell[region]!;
	return (
		fallsBetween(markets, region, cell, cell + 1) ||
		fallsBetween(markets, region, 0, WINDOW - 1)
	);
}

/** True when every regional price lies within its window. */
export function pricesInWindow(
	markets: RegionalMarkets,
	clearing: Clearing,
): boolean {
	for (let r = 0; r < markets.regions; r += 1) {
		const first = markets.window[r]!;
		const price = clearing.price[r]!;
		const outside =
			price < gridPrice(first) || price > gridPrice(first + WINDOW - 1);
		if (outside && hasMarket(markets, r)) return false;
	}
	return true;
}

/** Where each region's price lies: its grid cell, and the way between the cell's two points. */
export function locate(
	markets: RegionalMarkets,
	prices: Float64Array,
	cell: Int32Array,
	weight: Float64Array,
): void {
	for (let r = 0; r < markets.regions; r += 1) {
		const k = markets.window[r]! + cellOf(markets, r, prices[r]!);
		const below = gridPrice(k);
		cell[r] = k;
		weight[r] = (prices[r]! - below) / (gridPrice(k + 1) - below);
	}
}
