import { describe, expect, it } from "vitest";
import { greyShipped } from "../../../src/market/trade/refined-trade.ts";
import { traceTrade } from "../../../src/market/trade/who-from-whom.ts";
import {
	CN,
	GREY,
	REGION_COUNT,
	SA,
	SOURCE_COUNT,
	US,
} from "../../../src/market/world/structure.ts";
import { calmMarket } from "../calm-market.ts";
import { licencesFrom, scenarioOf, usBanFrom } from "../scenarios.ts";

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

describe("who sold to whom", () => {
	it("adds up in every region to what it sold less what it bought", () => {
		const world = calmMarket(scenarioOf([]));
		world.run(12);
		const { flows, refinedClearing } = world.market;
		const { netExports } = refinedClearing;
		const sold = salesOf(flows.traded);
		const bought = purchasesOf(flows.traded);
		for (let r = 0; r < REGION_COUNT; r += 1)
			expect(sold[r]! - bought[r]!).toBeCloseTo(netExports[r]!, 6);
		expect(bought[US]).toBeCloseTo(-netExports[US]!, 6);
		expect(flows.traded[cell(CN, CN)]).toBe(0);
	});

	it("calls metal transshipped only as far as others have not enough for a barred United States", () => {
		const world = calmMarket(
			scenarioOf([licencesFrom("2019-01-01"), usBanFrom("2019-06-01")]),
		);
		world.run(18);
		let short = 0;
		for (let month = 0; month < 42; month += 1) {
			world.run(1);
			const { flows, refinedClearing } = world.market;
			const { netExports } = refinedClearing;
			const grey = greyShipped(world.market);
			let others = grey;
			for (let r = 0; r < REGION_COUNT; r += 1)
				if (r !== CN) others += Math.max(0, netExports[r]!);
			const missing = Math.max(0, -netExports[US]! - others);
			if (missing > 0) short += 1;
			expect(salesOf(flows.traded)[GREY]).toBeCloseTo(grey + missing, 6);
		}
		expect(short).toBeLessThan(42);
	});

	it("gives the US in calm times what the statistics say: about 55 % from China", () => {
		const world = calmMarket(scenarioOf([]));
		world.run(36);
		const { usOriginShare } = world.market.flows;
		expect(usOriginShare[CN]!).toBeGreaterThan(0.45);
		expect(usOriginShare[CN]!).toBeLessThan(0.65);
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
		// importers sell the US their usual 45 % of its imports; nobody else has any
		const others = 1 - market.terms.usOrigins[CN]!;
		expect(market.flows.traded[cell(GREY, US)]).toBeCloseTo(
			100 * (1 - others),
			6,
		);
		expect(market.flows.usOriginShare[SA]).toBeCloseTo(
			1 - others + market.terms.usOrigins[SA]!,
			6,
		);
	});
});
