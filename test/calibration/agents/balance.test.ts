import { describe, expect, test } from "vitest";
import {
	BALANCE_2023,
	BALANCE_TOLERANCE,
	concentrateImports,
	minedIn,
	missOf,
	refinedExports,
	usedIn,
} from "../../../src/calibration/agents/balance.ts";
import { WORLD } from "../../../src/calibration/agents/the-world.ts";
import { REGIONS } from "../../../src/calibration/row.ts";

describe("the balance of 2023", () => {
	for (const line of BALANCE_2023)
		test(`the rows close "${line.label}" within ten per cent`, () => {
			const rows = line.ofRows(WORLD);
			expect(
				Math.abs(missOf(WORLD, line)),
				`${line.id}: rows say ${rows.toFixed(0)}, the balance ${line.target.value} t Sb/y`,
			).toBeLessThanOrEqual(BALANCE_TOLERANCE);
		});

	test("what the world refines and recycles is what it uses, within two per cent", () => {
		expect(
			Math.abs(refinedExports(WORLD, "world")) / usedIn(WORLD, "world"),
		).toBeLessThan(0.02);
	});

	test("what the world mines feeds its smelters, within three per cent", () => {
		expect(
			Math.abs(concentrateImports(WORLD, "world")) / minedIn(WORLD, "world"),
		).toBeLessThan(0.03);
	});

	test("the regions' trade in metal and in ore sums to the world's", () => {
		for (const trade of [refinedExports, concentrateImports])
			expect(
				REGIONS.reduce((sum, region) => sum + trade(WORLD, region), 0),
			).toBeCloseTo(trade(WORLD, "world"), 6);
	});

	test("a line whose rows are gone is out by all of it", () => {
		const withoutChina = {
			...WORLD,
			miners: WORLD.miners.filter((row) => row.region !== "CN"),
		};
		const china = BALANCE_2023.filter((line) => line.id === "china-mine");
		expect(china.map((line) => missOf(withoutChina, line))).toEqual([-1]);
	});

	test("every line has an id of its own", () => {
		const ids = BALANCE_2023.map((line) => line.id);
		expect(new Set(ids).size).toBe(ids.length);
	});
});
