import { describe, expect, it } from "vitest";
import { quantile, sortSamples } from "../../src/statistics/quantile.ts";

describe("quantiles", () => {
	it("are those of R's quantile(c(1, 2, 4, 8, 16), …) by type 7", () => {
		const samples = sortSamples([16, 1, 8, 2, 4]);
		expect(quantile(samples, 0)).toBe(1);
		expect(quantile(samples, 0.1)).toBeCloseTo(1.4, 12);
		expect(quantile(samples, 0.25)).toBe(2);
		expect(quantile(samples, 0.5)).toBe(4);
		expect(quantile(samples, 0.9)).toBeCloseTo(12.8, 12);
		expect(quantile(samples, 1)).toBe(16);
	});

	it("leave out what has nothing to report, and are unknown without samples", () => {
		expect(quantile(sortSamples([Number.NaN, 3, Number.NaN, 5]), 0.5)).toBe(4);
		expect(quantile(sortSamples([]), 0.5)).toBeNaN();
	});

	it("refuse a level outside 0 to 1", () => {
		expect(() => quantile(sortSamples([1]), 1.1)).toThrow(RangeError);
	});
});
