import { describe, expect, it } from "vitest";
import { runMonth } from "../../../src/market/month.ts";
import type { Lens } from "../../../src/market/shocks/rules.ts";
import { dutyOf, oreDutyOf } from "../../../src/market/trade/duties.ts";
import {
	CN,
	EU,
	GREY,
	JK,
	PK,
	REGION_COUNT,
	RU,
	SA,
	SOURCE_COUNT,
	US,
} from "../../../src/market/world/structure.ts";
import { handMarket } from "../hand-market.ts";

const always = (apply: Lens["apply"]): Lens => ({
	from: Number.NEGATIVE_INFINITY,
	to: Number.POSITIVE_INFINITY,
	apply,
});

const americanDuty = (rate: number): Lens =>
	always((rules) => {
		for (let origin = 0; origin < REGION_COUNT; origin += 1)
			if (origin !== US) rules.metalDuty[US * REGION_COUNT + origin] = rate;
	});

describe("the mean duty of an importer", () => {
	it("is 55 % · 0.2 for China, 30 % · 0.1 and 10 % · 0.4 for two others, and 5 % · 0.1 for metal without papers: 0.185", () => {
		const { market } = handMarket();
		const { relations } = market.state;
		for (let source = 0; source < SOURCE_COUNT; source += 1)
			relations[source * REGION_COUNT + US] = 0;
		relations[CN * REGION_COUNT + US] = 0.55;
		relations[SA * REGION_COUNT + US] = 0.3;
		relations[RU * REGION_COUNT + US] = 0.1;
		relations[GREY * REGION_COUNT + US] = 0.05;
		const { metalDuty } = market.rules;
		metalDuty[US * REGION_COUNT + CN] = 0.2;
		metalDuty[US * REGION_COUNT + SA] = 0.1;
		metalDuty[US * REGION_COUNT + RU] = 0.4;
		expect(dutyOf(market, US)).toBeCloseTo(0.185, 12);
		expect(dutyOf(market, JK)).toBe(0);
	});

	it("is the rate itself when every origin pays the same", () => {
		const { market } = handMarket();
		americanDuty(0.3).apply(market.rules, 0);
		expect(dutyOf(market, US)).toBeCloseTo(0.3, 12);
	});

	it("on ore is the plain mean over the other regions from which ore leaves", () => {
		const { market } = handMarket();
		const { first } = market.structure.oreExporters;
		const origins = Array.from({ length: REGION_COUNT }, (_, r) => r).filter(
			(r) => r !== CN && first[r] !== first[r + 1],
		);
		expect(origins).toContain(PK);
		market.rules.oreDuty[CN * REGION_COUNT + PK] = 0.12;
		expect(oreDutyOf(market, CN)).toBeCloseTo(0.12 / origins.length, 12);
	});
});

describe("a duty of a tenth on American imports", () => {
	const taxed = handMarket();
	runMonth(taxed.market, taxed.desk, [americanDuty(0.1)], 0, null);
	const plain = handMarket();
	runMonth(plain.market, plain.desk, [], 0, null);
	const price = (run: typeof taxed, r: number) =>
		run.market.refinedClearing.price[r]!;

	it("makes the American price (hub + 250) · 1.1", () => {
		expect(taxed.market.refinedClearing.netExports[US]).toBeLessThan(0);
		expect(price(taxed, US)).toBeCloseTo((price(taxed, EU) + 250) * 1.1, 3);
	});

	it("makes metal dearer there and cheaper elsewhere", () => {
		expect(price(taxed, US)).toBeGreaterThan(price(plain, US));
		expect(price(taxed, EU)).toBeLessThan(price(plain, EU));
	});
});
