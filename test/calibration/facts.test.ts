import { describe, expect, test } from "vitest";
import { CALM_TARGETS } from "../../src/calibration/calm-targets.ts";
import {
	DATED_FACTS,
	datedFact,
	FACTS,
	LIMIT_FACTS,
} from "../../src/calibration/facts.ts";
import { quotesOf } from "../../src/calibration/prices/prices.ts";
import {
	oreImportGrowth,
	usImportGrowth,
} from "../../src/calibration/trade/trade-facts.ts";
import { RECORD_FACT_IDS } from "../../src/inference/facts/record-facts.ts";

/** Ends of the quotes inside a month, USD/t. */
function rangeOf(series: "rotterdam" | "china", month: string) {
	const prices = quotesOf(series, month).map((quote) => quote.usdPerTonne);
	return { low: Math.min(...prices), high: Math.max(...prices) };
}

describe("facts", () => {
	test("are those the record is measured on, and S1 to S9", () => {
		const dated = [...DATED_FACTS, ...LIMIT_FACTS];
		expect(dated.map((fact) => fact.id).sort()).toEqual(
			[...RECORD_FACT_IDS].sort(),
		);
		expect(CALM_TARGETS.map((fact) => fact.id)).toEqual(
			[..."123456789"].map((n) => `S${n}`),
		);
		expect(new Set(FACTS.map((fact) => fact.id)).size).toBe(FACTS.length);
	});

	test("keep their record inside their range", () => {
		for (const fact of DATED_FACTS) {
			expect(fact.record, fact.id).toBeGreaterThanOrEqual(fact.low ?? 0);
			expect(fact.record, fact.id).toBeLessThanOrEqual(
				fact.high ?? Number.POSITIVE_INFINITY,
			);
		}
	});

	test("follow the design's yearly means over 2018, to a hundredth, but for the revised 2021", () => {
		const ratios = [2018, 2019, 2020, 2021, 2022, 2023].map((year) =>
			Number(datedFact(`us-price-${year}`).record.toFixed(2)),
		);
		expect(ratios).toEqual([1, 0.8, 0.7, 1.39, 1.62, 1.44]);
	});

	test("read Rotterdam's months from the quotes inside them", () => {
		for (const month of [
			"2024-01",
			"2024-05",
			"2024-06",
			"2024-08",
			"2024-11",
		]) {
			const { low, high } = rangeOf("rotterdam", month);
			const { record } = datedFact(`rotterdam-${month}`);
			expect(record, month).toBeGreaterThanOrEqual(low);
			expect(record, month).toBeLessThanOrEqual(high);
		}
	});

	test("stretch September and December to the best quote of the month", () => {
		for (const month of ["2024-09", "2024-12"]) {
			const { low, high } = datedFact(`rotterdam-${month}`);
			const best = quotesOf("rotterdam", month).filter(
				(quote) => quote.confidence === "high",
			);
			expect(best.length, month).toBe(1);
			for (const { usdPerTonne } of best) {
				expect(usdPerTonne, month).toBeGreaterThanOrEqual(low ?? 0);
				expect(usdPerTonne, month).toBeLessThanOrEqual(high ?? 0);
			}
		}
	});

	test("read China's months within two per cent of a quote inside them", () => {
		for (const month of [
			"2023-11",
			"2024-05",
			"2024-08",
			"2024-11",
			"2024-12",
		]) {
			const { record } = datedFact(`china-${month}`);
			const misses = quotesOf("china", month).map((quote) =>
				Math.abs(quote.usdPerTonne / record - 1),
			);
			expect(Math.min(...misses), month).toBeLessThan(0.02);
		}
	});

	test("turn gross exports into antimony: 3,050 a month, then 5,420, 158, 670, 1,430", () => {
		const record = (period: string) =>
			datedFact(`exports-2024-${period}`).record;
		expect(record("01..08")).toBeCloseTo(3050, -1);
		expect(record("09")).toBeCloseTo(5420, -1);
		expect(record("10")).toBeCloseTo(158, 0);
		expect(record("11")).toBeCloseTo(670, -1);
		expect(record("12")).toBeCloseTo(1430, -1);
	});

	test("hold both readings of US imports in 2024: 1.44 as printed, 1.24 if gross", () => {
		const fact = datedFact("us-imports-2024");
		expect(usImportGrowth(1)).toBeCloseTo(28_920 / 20_060, 12);
		expect(usImportGrowth(0.83)).toBeCloseTo(1.238, 3);
		for (const reading of [1, 0.83]) {
			expect(usImportGrowth(reading)).toBeGreaterThan(fact.low ?? 0);
			expect(usImportGrowth(reading)).toBeLessThan(fact.high ?? 0);
		}
	});

	test("put the growth of ore in gross tonnes at 35 per cent", () => {
		expect(oreImportGrowth()).toBeCloseTo(1.35, 2);
	});

	test("do not score what is interpolated or true by definition", () => {
		expect(
			DATED_FACTS.filter((fact) => !fact.scored).map((fact) => fact.id),
		).toEqual(["us-price-2018", "rotterdam-2024-10"]);
	});

	test("bound every calm fact from one side at least, lower end first", () => {
		for (const { id, bounds } of CALM_TARGETS)
			for (const bound of bounds) {
				expect(bound.low ?? bound.high, id).toBeDefined();
				expect(bound.low ?? Number.NEGATIVE_INFINITY).toBeLessThan(
					bound.high ?? Number.POSITIVE_INFINITY,
				);
			}
	});
});
