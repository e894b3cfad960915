import { describe, expect, it } from "vitest";
import { meanInterval } from "../../src/statistics/interval.ts";
import { sortSamples } from "../../src/statistics/quantile.ts";
import { scoreDifference } from "../../src/statistics/score-difference.ts";

const DIFFERENCES = [0.3, -0.1, 0.25, 0.4, 0.05, -0.2];

describe("the mean difference of scores", () => {
	it("has the t interval of independent samples where no forecasts overlap", () => {
		const plain = meanInterval(sortSamples(DIFFERENCES));
		const apart = scoreDifference(DIFFERENCES, [0, 5, 10, 15, 20, 25], 5);
		expect(apart.value).toBeCloseTo(plain.value, 12);
		expect(apart.low).toBeCloseTo(plain.low, 12);
		expect(apart.high).toBeCloseTo(plain.high, 12);
	});

	it("by hand: two that overlap by half count half of their product twice", () => {
		const { value, error } = scoreDifference([1, 1, -2], [0, 2, 50], 4);
		const products = 1 + 1 + 4 + 2 * 0.5;
		expect(value).toBe(0);
		expect(error).toBeCloseTo(Math.sqrt(products / (3 * 2)), 12);
	});

	it("is less sure where forecasts that agree overlap", () => {
		const agreeing = [0.3, 0.3, 0.3, -0.1, -0.1, -0.1];
		const apart = scoreDifference(agreeing, [0, 20, 40, 60, 80, 100], 12);
		const tied = scoreDifference(agreeing, [0, 1, 2, 60, 61, 62], 12);
		expect(tied.high - tied.low).toBeGreaterThan(
			1.4 * (apart.high - apart.low),
		);
	});

	it("says nothing of its error with fewer than two", () => {
		expect(scoreDifference([0.2], [0], 3)).toMatchObject({
			value: 0.2,
			low: Number.NaN,
			high: Number.NaN,
		});
	});
});
