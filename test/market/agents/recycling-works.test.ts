import { describe, expect, it } from "vitest";
import { outputNow } from "../../../src/market/agents/home-output.ts";
import {
	prepareWorks,
	regionalWorksAt,
} from "../../../src/market/agents/recycling-works.ts";
import { runMonth } from "../../../src/market/month.ts";
import type { Lens } from "../../../src/market/shocks/rules.ts";
import { EU, US } from "../../../src/market/world/structure.ts";
import { exp } from "../../../src/math.ts";
import { handMarket } from "../hand-market.ts";

/** Grid point of 12,000 USD/t, the normal price. */
const NORMAL = 55;

const worksIn = (region: number, capacity: number, cost: number): Lens => ({
	from: Number.NEGATIVE_INFINITY,
	to: Number.POSITIVE_INFINITY,
	apply: (rules) => {
		rules.worksRegion[rules.works] = region;
		rules.worksCapacity[rules.works] = capacity;
		rules.worksCost[rules.works] = cost;
		rules.works += 1;
	},
});

describe("what recycling works offer", () => {
	it("is half of 100 t at cost, and 100 / (1 + e^−0.52) one grid step of 8 % above", () => {
		const { market } = handMarket();
		worksIn(US, 100, 12_000).apply(market.rules, 0);
		worksIn(EU, 70, 12_000).apply(market.rules, 0);
		prepareWorks(market);
		expect(regionalWorksAt(market, US, NORMAL)).toBeCloseTo(50, 9);
		expect(regionalWorksAt(market, US, NORMAL + 1)).toBeCloseTo(
			100 / (1 + exp(-6.5 * 0.08)),
			9,
		);
	});
});

describe("a month with cheap works of 100 t in the United States", () => {
	const works = handMarket();
	runMonth(works.market, works.desk, [worksIn(US, 100, 6_000)], 0, null);
	const plain = handMarket();
	runMonth(plain.market, plain.desk, [], 0, null);

	it("makes nearly all of it, counts it as made at home, and keeps every balance", () => {
		const { flows, structure } = works.market;
		expect(flows.worksSold[0]).toBeGreaterThan(98);
		expect(flows.worksSold[0]).toBeLessThan(100);
		let home = flows.worksSold[0]!;
		const { refiners, recyclers } = structure;
		for (let p = refiners.first[US]!; p < refiners.first[US + 1]!; p += 1)
			home += flows.refined[p]!;
		for (let i = recyclers.first[US]!; i < recyclers.first[US + 1]!; i += 1)
			home += flows.recycled[i]!;
		expect(outputNow(works.market, US)).toBeCloseTo(home, 9);
	});

	it("imports less and makes metal cheaper everywhere", () => {
		const net = (run: typeof works) =>
			run.market.refinedClearing.netExports[US]!;
		expect(net(works)).toBeGreaterThan(net(plain));
		expect(works.market.refinedClearing.hubPrice).toBeLessThan(
			plain.market.refinedClearing.hubPrice,
		);
	});

	it("sells nothing once the rule is gone", () => {
		runMonth(works.market, works.desk, [], 1, null);
		expect(Math.max(...works.market.flows.worksSold)).toBe(0);
	});
});
