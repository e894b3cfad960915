/** Regional side of an auction: schedules, costs, caps and merit orders of all regions. */

import { WINDOW } from "./price-grid.ts";

/** Schedules of one good, each region's summed over its agents. */
export interface Schedules {
	/** excess demand of a region at grid point k, t Sb a month */
	excessAt(region: number, k: number): number;
}

/**
 * Regional side of one good's auction: for every region its excess demand on a window of the
 * price grid, the cost of bringing a tonne in, and the merit order by which tonnes leave.
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
	/** t Sb a month, region × WINDOW + point, strictly falling in price; NaN where not yet computed */
	readonly excess: Float64Array;
	/** piece of each region's schedule last read on the buying and the selling side; see `LINE` */
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

/** Outcome of an auction; the arrays are reused. */
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

/** Sides on which a schedule is read: at the landed price, and at netbacks, often a cell apart. */
export const BUYING = 0;
export const SELLING = 1;
export const SIDES = 2;
/** Numbers of a line: prices at its two ends, excess demand at the first, and its rise. */
export const LINE = 4;

/** Makes lines of which none is drawn yet. */
export function emptyLines(regions: number): Float64Array {
	return new Float64Array(regions * SIDES * LINE).fill(Number.NaN);
}

/** Makes room for excess demand at points, none of them computed yet. */
export function emptyExcess(regions: number): Float64Array {
	return new Float64Array(regions * WINDOW).fill(Number.NaN);
}

/** Forgets everything read off the schedules. */
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
