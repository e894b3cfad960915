import { describe, expect, it } from "vitest";
import { FACTS } from "../../../src/calibration/facts.ts";
import type { FactRow } from "../../../src/inference/facts/fact-row.ts";
import {
	EXPLANATIONS,
	missesOf,
	validationRows,
} from "../../../src/inference/validation/validation-rows.ts";

/** Every fact with its record hit and a median that is some factor of it. */
function rowsWith(factor: number, pass = true) {
	return validationRows(
		FACTS.map((fact): FactRow => {
			const record = fact.kind === "limit" ? null : (fact.record ?? null);
			const middle = factor * (record ?? 1);
			return {
				...{ id: fact.id, label: fact.label, record, rule: "", pass },
				...{ p10: 0.9 * middle, p50: middle, p90: 1.1 * middle },
				place: record === null ? null : 0.5,
				scored: fact.kind !== "dated" || fact.scored,
			};
		}),
	);
}

describe("the rows of a validation", () => {
	it("require what must hold: calm facts but S4 and S8, all of 2024 that is scored, yearly prices, four medians", () => {
		const required = rowsWith(1)
			.filter((row) => row.required)
			.map(({ id }) => id);
		expect(required.filter((id) => id.startsWith("S")).join(" ")).toBe(
			"S1 S2 S3 S5 S6 S7 S9",
		);
		expect(required.filter((id) => id.startsWith("us-price")).join(" ")).toBe(
			"us-price-2019 us-price-2020 us-price-2021 us-price-2022 us-price-2023",
		);
		for (const id of [
			"us-imports-2024",
			"concentrate-2024",
			"rotterdam-2024-01",
			"china-2024-12",
			"exports-2024-10",
			"rotterdam-2024-05-median",
			"rotterdam-2024-08-median",
			"rotterdam-2024-09-median",
			"rotterdam-2024-12-median",
		])
			expect(required).toContain(id);
		for (const id of [
			...["rotterdam-2024-10", "china-2023-11", "S4", "S8"],
			...["use-2024-q4", "us-use-2024", "world-stock-2024"],
		])
			expect(required).not.toContain(id);
		expect(required).toHaveLength(34);
	});

	it("let a median pass up to a fifth from the record, on either side", () => {
		const passes = (factor: number) =>
			rowsWith(factor)
				.filter(({ id }) => id.endsWith("-median"))
				.every(({ pass }) => pass);
		expect([0.79, 0.81, 1.19, 1.21].map(passes)).toEqual([
			false,
			true,
			true,
			false,
		]);
	});

	it("explain a miss, and only a miss", () => {
		const s9 = (pass: boolean) =>
			rowsWith(1, pass).find(({ id }) => id === "S9")?.explanation;
		expect(s9(true)).toBeNull();
		expect(s9(false)).toBe(EXPLANATIONS["S9"]);
	});

	it("count as a miss what is scored and does not pass", () => {
		const misses = missesOf(rowsWith(1, false)).map(({ id }) => id);
		expect(misses).toContain("S4");
		expect(misses).not.toContain("us-price-2018");
	});

	it("are there for every explanation", () => {
		const ids = rowsWith(1).map(({ id }) => id);
		for (const [id, text] of Object.entries(EXPLANATIONS)) {
			expect(ids).toContain(id);
			expect(text.length).toBeGreaterThan(40);
		}
	});
});
