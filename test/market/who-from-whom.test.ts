import { describe, expect, it } from "vitest";
import {
	CN,
	EU,
	GREY,
	REGION_COUNT,
	SA,
	SOURCE_COUNT,
	US,
} from "../../src/market/structure.ts";
import {
	fitImporters,
	fitSources,
	traceTrade,
} from "../../src/market/trade/who-from-whom.ts";
import { calmMarket } from "./calm-market.ts";
import { scenarioOf, usBanFrom } from "./scenarios.ts";

const cell = (source: number, importer: number): number =>
	source * REGION_COUNT + importer;

/** Sales of each source, summed over importers. */
function salesOf(traded: Float64Array): number[] {
	return Array.from({ length: SOURCE_COUNT }, (_, s) =>
		traded
			.subarray(s * REGION_COUNT, (s + 1) * REGION_COUNT)
			.reduce((sum, t) => sum + t, 0),
	);
}

function purchasesOf(traded: Float64Array): number[] {
	return Array.from({ length: REGION_COUNT }, (_, r) => {
		let sum = 0;
		for (let s = 0; s < SOURCE_COUNT; s += 1) sum += traded[cell(s, r)]!;
		return sum;
	});
}

describe("fitting", () => {
	it("of two sources to two importers keeps the odds ratio of their ties and meets both margins", () => {
		// ties 3 1 / 1 1, sources sold 60 and 40, importers bought 50 each: x y / z w with xw = 3yz
		const traded = new Float64Array(SOURCE_COUNT * REGION_COUNT);
		traded[cell(CN, US)] = 3;
		traded[cell(CN, EU)] = 1;
		traded[cell(SA, US)] = 1;
		traded[cell(SA, EU)] = 1;
		const sold = new Float64Array(SOURCE_COUNT);
		sold[CN] = 60;
		sold[SA] = 40;
		const bought = new Float64Array(REGION_COUNT);
		bought[US] = 50;
		bought[EU] = 50;
		for (let round = 0; round < 60; round += 1) {
			fitSources(traded, sold, false);
			fitImporters(traded, bought);
		}
		// x (x − 10) = 3 (60 − x)(50 − x), so 2x² − 320x + 9000 = 0
		const x = (320 - Math.sqrt(320 ** 2 - 4 * 2 * 9000)) / 4;
		expect(traded[cell(CN, US)]).toBeCloseTo(x, 9);
		expect(traded[cell(CN, EU)]).toBeCloseTo(60 - x, 9);
		expect(traded[cell(SA, US)]).toBeCloseTo(50 - x, 9);
		expect(traded[cell(SA, EU)]).toBeCloseTo(x - 10, 9);
	});

	it("that only scales down leaves what is below its margin alone", () => {
		const traded = new Float64Array(SOURCE_COUNT * REGION_COUNT);
		traded[cell(CN, US)] = 8;
		traded[cell(SA, US)] = 8;
		const sold = new Float64Array(SOURCE_COUNT);
		sold[CN] = 4;
		sold[SA] = 10;
		fitSources(traded, sold, true);
		expect(traded[cell(CN, US)]).toBe(4);
		expect(traded[cell(SA, US)]).toBe(8);
	});
});

describe("who sold to whom", () => {
	it("adds up to what every importer bought, and to no more than any region sold", () => {
		const world = calmMarket(scenarioOf([]));
		world.run(12);
		const { flows, refinedClearing } = world.market;
		const { netExports } = refinedClearing;
		purchasesOf(flows.traded).forEach((bought, r) => {
			expect(bought).toBeCloseTo(Math.max(0, -netExports[r]!), 6);
		});
		salesOf(flows.traded)
			.slice(0, REGION_COUNT)
			.forEach((sold, s) => {
				expect(sold).toBeLessThanOrEqual(Math.max(0, netExports[s]!) + 1e-6);
			});
		expect(flows.traded[cell(CN, CN)]).toBe(0);
	});

	it("never crosses a ban: what China cannot sell the US others do", () => {
		const world = calmMarket(scenarioOf([usBanFrom("2018-06-01")]));
		world.run(5);
		expect(world.market.flows.traded[cell(CN, US)]).toBeGreaterThan(0);
		world.run(6);
		const { flows, refinedClearing } = world.market;
		expect(flows.traded[cell(CN, US)]).toBe(0);
		expect(flows.usOriginShare[CN]).toBe(0);
		expect(purchasesOf(flows.traded)[US]).toBeCloseTo(
			Math.max(0, -refinedClearing.netExports[US]!),
			6,
		);
	});

	it("moves ties a tenth of the way to the month's shares", () => {
		const world = calmMarket(scenarioOf([]));
		world.run(3);
		const { market } = world;
		const before = market.state.relations[cell(CN, US)]!;
		traceTrade(market);
		const share =
			market.flows.traded[cell(CN, US)]! /
			purchasesOf(market.flows.traded)[US]!;
		expect(market.state.relations[cell(CN, US)]).toBeCloseTo(
			before + 0.1 * (share - before),
			12,
		);
	});

	it("books what no admissible source can have sold as metal without papers", () => {
		const world = calmMarket(scenarioOf([]));
		world.run(2);
		const { market } = world;
		const { netExports } = market.refinedClearing;
		netExports.fill(0);
		netExports[CN] = 100;
		netExports[US] = -100;
		market.rules.barred[US * REGION_COUNT + CN] = 1;
		traceTrade(market);
		expect(market.flows.traded[cell(GREY, US)]).toBeCloseTo(100, 9);
		expect(market.flows.usOriginShare[SA]).toBeCloseTo(1, 12);
	});
});
