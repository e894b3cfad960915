import { describe, expect, it } from "vitest";
import { differenceOfMeans } from "../../src/statistics/difference-of-means.ts";
import { meanInterval } from "../../src/statistics/interval.ts";
import { sortSamples } from "../../src/statistics/quantile.ts";

const sampleOf = (values: readonly number[]) => ({
	n: values.length,
	mean: meanInterval(sortSamples(values)),
});

describe("the difference of two means", () => {
	it("has Welch's interval, worked by hand", () => {
		const x = sampleOf([1, 2, 3, 4, 5]);
		const y = sampleOf([2, 4, 6, 8, 10, 12]);
		const found = differenceOfMeans(x, y);
		// variances 2.5 and 14: error √(0.5 + 2.3333) = 1.683251, freedom 6.9723, t 2.3664
		expect(found.value).toBe(4);
		expect(found.error).toBeCloseTo(1.683251, 6);
		expect(found.low).toBeCloseTo(4 - 2.36644 * 1.683251, 3);
		expect(found.high + found.low).toBeCloseTo(8, 10);
	});

	it("of two that never vary is known exactly", () => {
		expect(differenceOfMeans(sampleOf([3, 3]), sampleOf([5, 5]))).toEqual({
			value: 2,
			low: 2,
			high: 2,
			error: 0,
		});
	});

	it("has no interval when one of them is a single value", () => {
		expect(differenceOfMeans(sampleOf([1]), sampleOf([1, 2])).low).toBeNaN();
	});
});
