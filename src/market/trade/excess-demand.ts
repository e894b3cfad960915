/** Excess demand of regions, read between points of the price grid. */

import { gridPrice, WINDOW, WINDOW_CENTRE } from "../world/price-grid.ts";
import {
	BUYING,
	type Clearing,
	LINE,
	type RegionalMarkets,
	SIDES,
} from "../world/regional-markets.ts";

/**
 * Grid cell that holds a price, as its first point counted from the window's start; the
 * outermost cells hold all prices beyond. The search starts where the last one in this region
 * ended.
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

/** Excess demand at a point of a region's window, computed when first asked for. */
export function excessAtPoint(
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
 * Excess demand at a price, read off the line between two grid points that was last drawn on
 * the same side, as long as the price lies between them; else a new line is drawn.
 */
export function excessOn(
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
 * Grid cell in which a region's excess demand passes `wanted`. Where a schedule is flat to
 * rounding the answer depends on the start of the search: it is the centre of the window,
 * never the end of another search, so that an exporter who ships nothing changes no bit.
 */
export function cellWhere(
	markets: RegionalMarkets,
	region: number,
	wanted: number,
): number {
	let cell = WINDOW_CENTRE;
	while (cell > 0 && excessAtPoint(markets, region, cell) < wanted) cell -= 1;
	while (
		cell < WINDOW - 2 &&
		excessAtPoint(markets, region, cell + 1) >= wanted
	)
		cell += 1;
	return cell;
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

/** False when nobody in a region trades at any price; the cell in the centre mostly settles it. */
export function hasMarket(markets: RegionalMarkets, region: number): boolean {
	return (
		fallsBetween(markets, region, WINDOW_CENTRE, WINDOW_CENTRE + 1) ||
		fallsBetween(markets, region, 0, WINDOW - 1)
	);
}

/** Tonnes by which a flat schedule may miss the tonnes wanted of it. */
export const FLAT_TOLERANCE = 1e-6;

/** True where a schedule that is flat on its whole window equals the tonnes wanted of it. */
export function holds(
	markets: RegionalMarkets,
	region: number,
	wanted: number,
): boolean {
	const excess = excessAtPoint(markets, region, WINDOW_CENTRE);
	return Math.abs(excess - wanted) <= FLAT_TOLERANCE;
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
		const trades =
			hasMarket(markets, r) || !holds(markets, r, -clearing.netExports[r]!);
		if (outside && trades) return false;
	}
	return true;
}

/** Locates each region's price: its grid cell, and the share of the way to the cell's next point. */
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
