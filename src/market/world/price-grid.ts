/** Price grid: equal steps of the log on which every schedule is tabulated. */

import { exp, log } from "../../math.ts";

/** Reference price, USD/t Sb: centre of the price grid, and the normal price of 2023. */
export const REFERENCE_PRICE = 12_000;
/** Log distance of two neighbouring grid prices. */
export const GRID_STEP = 0.08;
/** Grid points below and above the reference price: 150 USD/t to about 950,000 USD/t. */
const POINTS_BELOW = 55;
const POINTS_ABOVE = 55;
export const GRID_POINTS = POINTS_BELOW + 1 + POINTS_ABOVE;
/** Grid points on which schedules are read around last month's price. */
export const WINDOW = 18;
/** Cell of a window in which last month's price lies. */
export const WINDOW_CENTRE = WINDOW / 2 - 1;

const PRICES = new Float64Array(GRID_POINTS);
for (let k = 0; k < GRID_POINTS; k += 1)
	PRICES[k] = REFERENCE_PRICE * exp((k - POINTS_BELOW) * GRID_STEP);

/** The price at grid point k, USD/t. */
export function gridPrice(k: number): number {
	return PRICES[k]!;
}

/** First grid point of the window around a price. */
export function windowStart(price: number): number {
	const centre =
		Math.floor(log(price / REFERENCE_PRICE) / GRID_STEP) + POINTS_BELOW;
	return Math.min(GRID_POINTS - WINDOW, Math.max(0, centre - WINDOW_CENTRE));
}

/**
 * Fills a table with (p / reference)^exponent at every grid point: at equal
 * log steps an isoelastic curve is geometric, so a family of agents needs no
 * power in the loop.
 */
export function fillIsoelastic(table: Float64Array, exponent: number): void {
	for (let k = 0; k < GRID_POINTS; k += 1)
		table[k] = exp(exponent * (k - POINTS_BELOW) * GRID_STEP);
}

/** Fills a table that is 1 below 0.8 × the choke price and falls linearly to 0 at it. */
export function fillFade(table: Float64Array, choke: number): void {
	for (let k = 0; k < GRID_POINTS; k += 1) {
		const relative = exp((k - POINTS_BELOW) * GRID_STEP) / choke;
		table[k] = Math.min(1, Math.max(0, (1 - relative) / 0.2));
	}
}

/** Price of a tonne in concentrate that mines take as normal, over the reference price. */
export const NORMAL_ORE = 0.66;
