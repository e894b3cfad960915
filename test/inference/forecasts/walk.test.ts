import { describe, expect, it } from "vitest";
import { monthlyReadings } from "../../../src/inference/facts/readings.ts";
import { randomWalk } from "../../../src/inference/forecasts/benchmarks.ts";
import {
	monthlyVariance,
	walkBand,
	walkFrom2024,
} from "../../../src/inference/forecasts/walk.ts";
import { tickOf } from "../../../src/quantities.ts";

describe("the random walk beside every fan", () => {
	it("has the volatility of the quotes of its span", () => {
		const known = monthlyReadings("rotterdam").filter(
			({ tick }) => tick >= tickOf(2018, 1) && tick < tickOf(2025, 1),
		);
		const { deviation } = randomWalk(known, 1);
		expect(monthlyVariance("rotterdam", "2018-2024")).toBeCloseTo(
			deviation * deviation,
			12,
		);
		expect(monthlyVariance("rotterdam", "2018-2023")).toBeGreaterThan(0);
	});

	it("starts at its price and widens with the root of time", () => {
		expect(walkBand("china", 10_000)(0)).toEqual({ p10: 10_000, p90: 10_000 });
		const [one, four] = [1, 4].map((months) =>
			Math.log(walkBand("china", 10_000)(months).p90 / 10_000),
		) as [number, number];
		expect(four).toBeCloseTo(2 * one, 12);
	});

	it("goes on from the last quotes of 2024", () => {
		const { middle } = walkFrom2024("rotterdam", "2018-2023")(tickOf(2025, 6));
		expect(Math.exp(middle)).toBeGreaterThan(37_000);
		expect(Math.exp(middle)).toBeLessThan(40_000);
	});
});
