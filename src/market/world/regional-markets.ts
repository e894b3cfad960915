import { WINDOW } from "./price-grid.ts";

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
export const BUYING = 0;
export const SELLING = 1;
export const SIDES = 2;
/** Of a line: price where it begins and where it ends, excess demand where it begins, and its rise. */
export const LINE = 4;

/** Lines of which none is drawn yet. */
export function emptyLines(regions: number): Float64Array {
	return new Float64Array(regions * SIDES * LINE).fill(Number.NaN);
}

/** Excess demand at points of which none has been asked for. */
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
