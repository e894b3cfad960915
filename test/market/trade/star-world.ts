import {
	gridPrice,
	windowStart,
} from "../../../src/market/world/price-grid.ts";
import {
	emptyExcess,
	emptyLines,
	type RegionalMarkets,
} from "../../../src/market/world/regional-markets.ts";

/** Excess demand of a region as a function of price, t Sb a month. */
export type Excess = (price: number) => number;

/** One region of a small star: its schedule, its costs, its exporters. */
export interface SmallRegion {
	readonly excess: Excess;
	readonly importCost?: number;
	readonly tariff?: number;
	readonly importCap?: number;
	readonly exportTax?: number;
	readonly exporters?: readonly { cost: number; capacity: number }[];
}

/** A star whose region 0 is the hub, with schedules tabulated around `price`. */
export function star(
	regions: readonly SmallRegion[],
	price: number,
): RegionalMarkets {
	const first = [0];
	for (const region of regions)
		first.push((first.at(-1) ?? 0) + (region.exporters?.length ?? 0));
	const exporters = regions.flatMap((region) => region.exporters ?? []);
	const start = windowStart(price);
	return {
		regions: regions.length,
		hub: 0,
		schedules: {
			excessAt: (region, k) => regions[region]!.excess(gridPrice(k)),
		},
		window: new Int32Array(regions.length).fill(start),
		lastCell: new Int32Array(regions.length),
		excess: emptyExcess(regions.length),
		lines: emptyLines(regions.length),
		importCost: Float64Array.from(regions, (r) => r.importCost ?? 0),
		tariff: Float64Array.from(regions, (r) => r.tariff ?? 0),
		importCap: Float64Array.from(
			regions,
			(r) => r.importCap ?? Number.POSITIVE_INFINITY,
		),
		exportTax: Float64Array.from(regions, (r) => r.exportTax ?? 0),
		firstExporter: Int32Array.from(first),
		exporterCost: Float64Array.from(exporters, (e) => e.cost),
		exporterCapacity: Float64Array.from(exporters, (e) => e.capacity),
	};
}
