/** Auction of one good: cleared again until every price lies where schedules are known. */

import { WINDOW, windowStart } from "../world/price-grid.ts";
import {
	type Clearing,
	forgetSchedules,
	type RegionalMarkets,
} from "../world/regional-markets.ts";
import { pricesInWindow } from "./excess-demand.ts";
import { clearAtHub } from "./hub-clearing.ts";

/** Most times that an auction is held because a price left its window. */
const MOST_RECENTRINGS = 16;
/** Most grid points by which a window follows a price, only a guess beyond the window's edge. */
const LONGEST_SHIFT = WINDOW - 4;

/** Centres every region's window on a price. */
function centreWindows(markets: RegionalMarkets, prices: Float64Array): void {
	for (let r = 0; r < markets.regions; r += 1)
		markets.window[r] = windowStart(prices[r]!);
}

/** Moves every region's window towards a price that left it. */
function followPrices(markets: RegionalMarkets, prices: Float64Array): void {
	for (let r = 0; r < markets.regions; r += 1) {
		const from = markets.window[r]!;
		const wanted = windowStart(prices[r]!);
		markets.window[r] =
			from + Math.min(LONGEST_SHIFT, Math.max(-LONGEST_SHIFT, wanted - from));
	}
}

/**
 * Holds the auction of one good: schedules are read in windows around last
 * month's prices, which follow a price that leaves them.
 */
export function holdAuction(
	markets: RegionalMarkets,
	lastPrices: Float64Array,
	lastHubPrice: number,
	clearing: Clearing,
): void {
	centreWindows(markets, lastPrices);
	for (let i = 0; i < MOST_RECENTRINGS; i += 1) {
		forgetSchedules(markets);
		clearAtHub(markets, lastHubPrice, clearing);
		if (pricesInWindow(markets, clearing)) return;
		followPrices(markets, clearing.price);
	}
}
