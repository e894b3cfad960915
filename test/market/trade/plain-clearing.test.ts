import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clearAtHub } from "../../../src/market/trade/hub-clearing.ts";
import {
	GRID_POINTS,
	gridPrice,
	WINDOW,
} from "../../../src/market/world/price-grid.ts";
import {
	emptyClearing,
	emptyLines,
	type RegionalMarkets,
} from "../../../src/market/world/regional-markets.ts";
import { many } from "../../long.ts";
import { differenceFromPlain, plainHubPrices } from "./plain-clearing.ts";

/** 2,000 in every run; a hundred thousand by `npm run markets`. */
const MARKETS = Number(process.env["STIBIUM_MARKETS"] ?? many(500, 2000));

/** A schedule of kinks and of steps that are nearly flat, falling from one end of its window to the other. */
const anySchedule = fc
	.record({
		highest: fc.double({ min: -500, max: 2000, noNaN: true }),
		steps: fc.array(
			fc.oneof(
				fc.double({ min: 1e-3, max: 1, noNaN: true }),
				fc.double({ min: 1, max: 300, noNaN: true }),
			),
			{ minLength: WINDOW, maxLength: WINDOW },
		),
	})
	.map(({ highest, steps }) => {
		let tonnes = highest;
		return steps.map((step) => {
			tonnes -= step;
			return tonnes;
		});
	});

const anyRegion = fc.record({
	schedule: anySchedule,
	window: fc.integer({ min: 30, max: GRID_POINTS - WINDOW - 30 }),
	importCost: fc.integer({ min: 0, max: 2000 }),
	tariff: fc.constantFrom(0, 0, 0.25),
	importCap: fc.constantFrom(Number.POSITIVE_INFINITY, 0, 50),
	exportTax: fc.constantFrom(0, 0.13),
	exporters: fc
		.array(
			fc.record({
				cost: fc.integer({ min: 0, max: 3000 }),
				capacity: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })),
			}),
			{ maxLength: 4 },
		)
		.map((steps) => steps.sort((a, b) => a.cost - b.cost)),
});
type AnyRegion = typeof anyRegion extends fc.Arbitrary<infer T> ? T : never;

const anyRegions = fc.array(anyRegion, { minLength: 2, maxLength: 6 });

/** Regions of which `hub` is the hub, moved `points` up the grid with all money. */
function marketsOf(
	regions: readonly AnyRegion[],
	hub: number,
	points = 0,
): RegionalMarkets {
	const exporters = regions.flatMap((region) => region.exporters);
	const money = gridPrice(points) / gridPrice(0);
	const first = [0];
	for (const region of regions)
		first.push(first[first.length - 1]! + region.exporters.length);
	return {
		regions: regions.length,
		hub,
		schedules: {
			excessAt: (r, k) =>
				regions[r]!.schedule[k - regions[r]!.window - points]!,
		},
		lines: emptyLines(regions.length),
		window: Int32Array.from(regions, (region) => region.window + points),
		lastCell: new Int32Array(regions.length),
		excess: Float64Array.from(regions.flatMap((region) => region.schedule)),
		importCost: Float64Array.from(regions, (r) => r.importCost * money),
		tariff: Float64Array.from(regions, (region) => region.tariff),
		importCap: Float64Array.from(regions, (region) => region.importCap),
		exportTax: Float64Array.from(regions, (region) => region.exportTax),
		firstExporter: Int32Array.from(first),
		exporterCost: Float64Array.from(exporters, ({ cost }) => cost * money),
		exporterCapacity: Float64Array.from(exporters, ({ capacity }) => capacity),
	};
}

function cleared(markets: RegionalMarkets, lastPrice: number) {
	const clearing = emptyClearing(markets.regions, markets.exporterCost.length);
	clearAtHub(markets, lastPrice, clearing);
	return clearing;
}

/** Lets a property look only at markets whose balance lies on the grid: others have none worth the name. */
function needsBalance(markets: RegionalMarkets): void {
	const { lowest, highest } = plainHubPrices(markets);
	fc.pre(lowest > gridPrice(0) && highest < gridPrice(GRID_POINTS - 1));
}

const anyPrice = fc.integer({ min: 3000, max: 60_000 });

describe("in any market of kinked schedules, caps, tariffs and taxes", () => {
	it(`the clearing is the one that bisection and a scan find: ${MARKETS} markets`, () => {
		fc.assert(
			fc.property(anyRegions, fc.nat(5), anyPrice, (regions, seat, price) => {
				const markets = marketsOf(regions, seat % regions.length);
				needsBalance(markets);
				expect(
					differenceFromPlain(markets, cleared(markets, price)),
				).toBeNull();
			}),
			{ numRuns: MARKETS, seed: 4 },
		);
	});

	it("the price of last month decides nothing where schedules fall", () => {
		fc.assert(
			fc.property(anyRegions, anyPrice, anyPrice, (regions, low, high) => {
				const markets = marketsOf(regions, 0);
				needsBalance(markets);
				const one = cleared(markets, low).hubPrice;
				const other = cleared(markets, high).hubPrice;
				expect(other / one).toBeCloseTo(1, 6);
			}),
			{ numRuns: many(200, 1000), seed: 5 },
		);
	});

	it("all tonnes doubled are cleared at the same price, to the rounding of the root", () => {
		fc.assert(
			fc.property(anyRegions, anyPrice, (regions, price) => {
				needsBalance(marketsOf(regions, 0));
				const doubled = regions.map((region) => ({
					...region,
					schedule: region.schedule.map((tonnes) => 2 * tonnes),
					importCap: 2 * region.importCap,
					exporters: region.exporters.map(({ cost, capacity }) => ({
						cost,
						capacity: 2 * capacity,
					})),
				}));
				const one = cleared(marketsOf(regions, 0), price);
				const two = cleared(marketsOf(doubled, 0), price);
				expect(two.hubPrice / one.hubPrice).toBeCloseTo(1, 8);
				two.netExports.forEach((tonnes, r) => {
					expect(tonnes).toBeCloseTo(2 * one.netExports[r]!, 6);
				});
			}),
			{ numRuns: many(200, 1000), seed: 6 },
		);
	});

	it("all money multiplied by a step of the grid multiplies prices and moves no tonne", () => {
		fc.assert(
			fc.property(
				anyRegions,
				anyPrice,
				fc.integer({ min: 1, max: 9 }),
				(regions, price, points) => {
					needsBalance(marketsOf(regions, 0));
					const money = gridPrice(points) / gridPrice(0);
					const one = cleared(marketsOf(regions, 0), price);
					const other = cleared(marketsOf(regions, 0, points), price * money);
					expect(other.hubPrice / one.hubPrice / money).toBeCloseTo(1, 6);
					other.netExports.forEach((tonnes, r) => {
						expect(tonnes).toBeCloseTo(one.netExports[r]!, 5);
					});
				},
			),
			{ numRuns: many(200, 1000), seed: 7 },
		);
	});
});
