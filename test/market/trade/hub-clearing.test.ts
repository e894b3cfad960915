import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdAuction } from "../../../src/market/trade/auction.ts";
import { excessAt } from "../../../src/market/trade/excess-demand.ts";
import { clearAtHub } from "../../../src/market/trade/hub-clearing.ts";
import {
	emptyClearing,
	type RegionalMarkets,
} from "../../../src/market/world/regional-markets.ts";
import { many } from "../../long.ts";
import { type SmallRegion, star } from "./star-world.ts";

function clear(markets: RegionalMarkets, lastPrice = 12_000) {
	const clearing = emptyClearing(markets.regions, markets.exporterCost.length);
	clearAtHub(markets, lastPrice, clearing);
	return clearing;
}

/** Demand that falls with price along a straight line: no grid can bend it. */
const lineIn = (tonnes: number, slope: number) => (price: number) =>
	tonnes - slope * (price / 12_000 - 1);

describe("clearing at the hub", () => {
	it("two regions without cost meet at the price where their lines cross", () => {
		// hub: 100 − 200 x, home: −60 − 200 x, x = p/12000 − 1
		// sum zero: 40 = 400 x, x = 0.1
		const clearing = clear(
			star(
				[
					{ excess: lineIn(100, 200) },
					{
						excess: lineIn(-60, 200),
						exporters: [{ cost: 0, capacity: 1000 }],
					},
				],
				12_000,
			),
		);
		expect(clearing.hubPrice).toBeCloseTo(13_200, 6);
		expect(clearing.netExports[1]).toBeCloseTo(60 + 20, 6);
		expect(clearing.price[1]).toBeCloseTo(clearing.hubPrice, 6);
	});

	it("when the cap binds, the home price falls and the hub price rises", () => {
		const world = (capacity: number) =>
			clear(
				star(
					[
						{ excess: lineIn(100, 200) },
						{ excess: lineIn(-60, 200), exporters: [{ cost: 0, capacity }] },
					],
					12_000,
				),
			);
		const free = world(1000);
		const capped = world(50);
		// hub: 100 − 200 x = 50, x = 0.25; home: −60 − 200 x = −50, x = −0.05
		expect(capped.hubPrice).toBeCloseTo(15_000, 6);
		expect(capped.price[1]).toBeCloseTo(11_400, 6);
		expect(capped.hubPrice).toBeGreaterThan(free.hubPrice);
		expect(capped.price[1]).toBeLessThan(free.price[1] as number);
	});

	it("exporters leave cheapest first, and the dear one sets the netback", () => {
		const clearing = clear(
			star(
				[
					{ excess: lineIn(100, 200) },
					{
						excess: lineIn(-60, 200),
						exporters: [
							{ cost: 100, capacity: 30 },
							{ cost: 900, capacity: 1000 },
						],
					},
				],
				12_000,
			),
		);
		expect(clearing.shipped[0]).toBe(30);
		expect(clearing.shipped[1]).toBeGreaterThan(0);
		expect(clearing.price[1]).toBeCloseTo(clearing.hubPrice - 900, 5);
	});

	it("inside the band between import and export parity a region keeps to itself", () => {
		const clearing = clear(
			star(
				[
					{ excess: lineIn(0, 200) },
					{
						excess: lineIn(2, 200),
						importCost: 500,
						exporters: [{ cost: 500, capacity: 100 }],
					},
				],
				12_000,
			),
		);
		expect(clearing.netExports[1]).toBe(0);
		expect(clearing.price[1]).toBeCloseTo(12_120, 5);
	});

	it("a tax that is not refunded is a wedge: the home price is the netback over one plus the tax", () => {
		const clearing = clear(
			star(
				[
					{ excess: lineIn(100, 200) },
					{
						excess: lineIn(-60, 200),
						exportTax: 0.13,
						exporters: [{ cost: 200, capacity: 1000 }],
					},
				],
				12_000,
			),
		);
		expect(clearing.price[1]).toBeCloseTo((clearing.hubPrice - 200) / 1.13, 5);
	});

	it("a barred importer pays above parity", () => {
		const world = (importCap: number) =>
			clear(
				star(
					[
						{ excess: lineIn(-100, 200) },
						{ excess: lineIn(80, 100), importCost: 250, importCap },
					],
					12_000,
				),
			);
		const free = world(Number.POSITIVE_INFINITY);
		const barred = world(40);
		expect(free.price[1]).toBeCloseTo(free.hubPrice + 250, 5);
		expect(barred.netExports[1]).toBeCloseTo(-40, 9);
		expect(barred.price[1]).toBeGreaterThan(barred.hubPrice + 250);
		expect(barred.wantedImports[1]).toBeGreaterThan(40);
	});
});

const anyRegion: fc.Arbitrary<SmallRegion> = fc.record({
	excess: fc
		.tuple(
			fc.double({ min: -300, max: 300, noNaN: true }),
			fc.double({ min: 150, max: 400, noNaN: true }),
		)
		.map(([tonnes, slope]) => lineIn(tonnes, slope)),
	importCost: fc.integer({ min: 0, max: 600 }),
	exportTax: fc.constantFrom(0, 0.13),
	importCap: fc.constantFrom(Number.POSITIVE_INFINITY, 0, 50),
	exporters: fc
		.array(
			fc.record({
				cost: fc.integer({ min: 0, max: 2000 }),
				capacity: fc.integer({ min: 0, max: 200 }),
			}),
			{ maxLength: 3 },
		)
		.map((list) => list.sort((a, b) => a.cost - b.cost)),
});

/** A second, plain implementation: bisection on the hub price, regions by the letter of the rule. */
function bruteForce(markets: RegionalMarkets): number {
	const net = (r: number, hub: number): number => {
		if (r === 0) return -excessAt(markets, 0, hub);
		const wanted = excessAt(
			markets,
			r,
			(hub + markets.importCost[r]!) * (1 + markets.tariff[r]!),
		);
		if (wanted > 0) return -Math.min(wanted, markets.importCap[r]!);
		let best = 0;
		let capacity = 0;
		for (
			let k = markets.firstExporter[r]!;
			k < markets.firstExporter[r + 1]!;
			k += 1
		) {
			capacity += markets.exporterCapacity[k]!;
			const netback =
				(hub - markets.exporterCost[k]!) / (1 + markets.exportTax[r]!);
			best = Math.max(best, Math.min(-excessAt(markets, r, netback), capacity));
		}
		return best;
	};
	let low = 1;
	let high = 1e7;
	for (let i = 0; i < 200; i += 1) {
		const middle = Math.sqrt(low * high);
		let sum = 0;
		for (let r = 0; r < markets.regions; r += 1) sum += net(r, middle);
		if (sum < 0) low = middle;
		else high = middle;
	}
	return Math.sqrt(low * high);
}

describe("in any small world", () => {
	it("the hub price is that of a plain second implementation, and net exports sum to zero", () => {
		fc.assert(
			fc.property(
				fc.array(anyRegion, { minLength: 2, maxLength: 6 }),
				(regions) => {
					const markets = star(regions, 12_000);
					const clearing = clear(markets);
					expect(clearing.hubPrice / bruteForce(markets)).toBeCloseTo(1, 6);
					let sum = 0;
					for (const net of clearing.netExports) sum += net;
					expect(Math.abs(sum)).toBeLessThan(1e-9);
				},
			),
			{ numRuns: many(300, 2000), seed: 1 },
		);
	});

	it("no arbitrage is left unused: a region that trades freely stands at parity, others within it", () => {
		fc.assert(
			fc.property(
				fc.array(anyRegion, { minLength: 2, maxLength: 6 }),
				(regions) => {
					const markets = star(regions, 12_000);
					const clearing = clear(markets);
					for (let r = 1; r < markets.regions; r += 1) {
						const landed = clearing.hubPrice + markets.importCost[r]!;
						const capBinds =
							-clearing.netExports[r]! >= markets.importCap[r]! - 1e-9;
						if (!capBinds)
							expect(clearing.price[r]!).toBeLessThan(landed * (1 + 1e-9));
					}
				},
			),
			{ numRuns: many(150, 1000), seed: 2 },
		);
	});

	it("tightening a cap on exports never lowers the hub price", () => {
		fc.assert(
			fc.property(
				fc.array(anyRegion, { minLength: 2, maxLength: 5 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(regions, share) => {
					const tight = regions.map((region) => ({
						...region,
						exporters: (region.exporters ?? []).map((e) => ({
							...e,
							capacity: e.capacity * share,
						})),
					}));
					const before = clear(star(regions, 12_000)).hubPrice;
					const after = clear(star(tight, 12_000)).hubPrice;
					expect(after).toBeGreaterThanOrEqual(before * (1 - 1e-9));
				},
			),
			{ numRuns: many(150, 1000), seed: 3 },
		);
	});
});

describe("a window on which a schedule is flat", () => {
	/** Sells 280 t at any price above 20,000 USD/t, less below. */
	const seller = (price: number) =>
		price > 20_000 ? -280 : -280 * (price / 20_000);

	it("is followed to where sellers give way to the limit of their exporters", () => {
		// last month the seller's home price stood far above, where it sells all it has
		const regions: readonly SmallRegion[] = [
			{ excess: lineIn(500, 200) },
			{ excess: seller, exporters: [{ cost: 0, capacity: 250 }] },
		];
		const markets = star(regions, 12_000);
		const clearing = emptyClearing(2, 1);
		holdAuction(markets, Float64Array.of(12_000, 300_000), 12_000, clearing);
		expect(clearing.netExports[1]).toBeCloseTo(250, 9);
		expect(excessAt(markets, 1, clearing.price[1] ?? 0)).toBeCloseTo(-250, 6);
	});
});
