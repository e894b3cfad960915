import { describe, expect, it } from "vitest";
import { SEGMENTS } from "../../../src/calibration/row.ts";
import { prepareOrders } from "../../../src/market/agents/civil-buyer.ts";
import { substitute } from "../../../src/market/agents/substitution.ts";
import type { Market } from "../../../src/market/world/market.ts";
import { REGION_COUNT, US } from "../../../src/market/world/structure.ts";
import { handMarket, listen } from "../hand-market.ts";

const parameters = {
	substitutionThreshold: 1.5,
	substitutionScale: 1,
	substitutionForGood: 0.6,
};
const LEAD = SEGMENTS.indexOf("lead-alloys");

/** The American maker of lead alloys. */
function leadBuyer(market: Market): number {
	const { first, segment } = market.structure.civilBuyers;
	for (let b = first[US]!; b < first[US + 1]!; b += 1)
		if (segment[b] === LEAD) return b;
	throw new Error("the world has no American lead alloys");
}

/** Every published price, of now and of the past, is `price`. */
function setPrices(market: Market, price: number): void {
	market.state.index.fill(price);
	market.state.indexHistory.fill(price);
}

function wait(market: Market, from: number, months: number): void {
	for (let tick = from; tick < from + months; tick += 1)
		substitute(market, tick);
}

describe("substitution of lead alloys: at most 20 %, 12 months late", () => {
	it("waits its lag, then goes a tenth of the way to 0.20 a month: 0.02, 0.038", () => {
		const { market } = handMarket({ parameters });
		const told = listen(market);
		const buyer = leadBuyer(market);
		const share = () => market.state.substituted[buyer];
		setPrices(market, 1.51 * 12_000);
		wait(market, 0, 11);
		expect(share()).toBe(0);
		wait(market, 11, 1);
		expect(share()).toBeCloseTo(0.1 * 0.2, 12);
		wait(market, 12, 1);
		expect(share()).toBeCloseTo(0.02 + 0.1 * (0.2 - 0.02), 12);
		const { ids } = market.structure.civilBuyers;
		expect(told.filter(({ who }) => who === ids[buyer])).toEqual([
			{
				tick: 11,
				what: "use reformulated",
				who: ids[buyer],
				figure: expect.closeTo(0.02, 12),
			},
		]);
	});

	it("never begins below the threshold", () => {
		const { market } = handMarket({ parameters });
		setPrices(market, 1.49 * 12_000);
		wait(market, 0, 60);
		expect(Math.max(...market.state.substituted)).toBe(0);
	});

	it("keeps six tenths of the most it was: 0.19 falls to 0.114 + 0.9^n · 0.076", () => {
		const { market } = handMarket({ parameters });
		const buyer = leadBuyer(market);
		market.state.substituted[buyer] = 0.19;
		market.state.mostSubstituted[buyer] = 0.19;
		setPrices(market, 12_000);
		wait(market, 0, 1);
		expect(market.state.substituted[buyer]).toBeCloseTo(
			0.6 * 0.19 + 0.9 * 0.4 * 0.19,
			12,
		);
		wait(market, 1, 400);
		expect(market.state.substituted[buyer]).toBeCloseTo(0.114, 9);
	});

	it("a clock that ran ten months needs ten to run back", () => {
		const { market } = handMarket({ parameters });
		const buyer = leadBuyer(market);
		setPrices(market, 20_000);
		wait(market, 0, 10);
		setPrices(market, 12_000);
		wait(market, 10, 4);
		expect(market.state.reformulating[buyer]).toBe(6);
		wait(market, 14, 10);
		expect(market.state.reformulating[buyer]).toBe(0);
	});
});

describe("a programme", () => {
	const cell = LEAD * REGION_COUNT + US;

	it("runs the clock at any price: after 3 months a tenth of 0.4", () => {
		const { market } = handMarket({ parameters });
		const buyer = leadBuyer(market);
		market.rules.programmeMost[cell] = 0.4;
		market.rules.programmeLag[cell] = 3;
		setPrices(market, 12_000);
		wait(market, 0, 2);
		expect(market.state.substituted[buyer]).toBe(0);
		wait(market, 2, 1);
		expect(market.state.substituted[buyer]).toBeCloseTo(0.04, 12);
	});

	it("adds to what a high price pays for, up to nine tenths", () => {
		const { market } = handMarket({ parameters });
		const buyer = leadBuyer(market);
		market.rules.programmeMost[cell] = 0.4;
		market.rules.programmeLag[cell] = 3;
		setPrices(market, 20_000);
		wait(market, 0, 300);
		expect(market.state.substituted[buyer]).toBeCloseTo(0.2 + 0.4, 9);
		market.rules.programmeMost[cell] = 0.8;
		wait(market, 300, 300);
		expect(market.state.substituted[buyer]).toBeCloseTo(0.9, 9);
	});
});

it("a quarter replaced takes a quarter off use and its floor and leaves need as it was", () => {
	const { market } = handMarket({ parameters });
	const buyer = leadBuyer(market);
	const all = new Float64Array(REGION_COUNT).fill(1);
	prepareOrders(market, all);
	const need = market.flows.need[buyer]!;
	const use = market.flows.useScale[buyer]!;
	const elastic = market.flows.elasticOrder[buyer]!;
	market.state.substituted[buyer] = 0.25;
	prepareOrders(market, all);
	expect(market.flows.need[buyer]).toBe(need);
	expect(market.flows.useScale[buyer]).toBeCloseTo(0.75 * use, 12);
	expect(market.flows.useFloor[buyer]).toBeCloseTo(0.05 * 0.75 * need, 12);
	expect(market.flows.elasticOrder[buyer]).toBeCloseTo(0.75 * elastic, 12);
});
