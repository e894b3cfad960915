import { describe, expect, it } from "vitest";
import { binomialCdf, quantileRanks } from "../../src/statistics/binomial.ts";

describe("the binomial distribution", () => {
	it("adds up its terms: at most 4 hits in 20 trials with chance 0.3", () => {
		expect(binomialCdf(4, 20, 0.3)).toBeCloseTo(0.23750777887760133, 13);
	});

	it("is certain from below 0 to n", () => {
		expect(binomialCdf(-1, 5, 0.3)).toBe(0);
		expect(binomialCdf(5, 5, 0.3)).toBe(1);
	});
});

describe("ranks around a quantile", () => {
	it("are those of exact fractions", () => {
		const known = [
			[6, 0.5, 1, 6],
			[10, 0.5, 2, 9],
			[72, 0.05, 1, 9],
			[100, 0.5, 40, 61],
			[600, 0.5, 276, 325],
			[600, 0.95, 559, 581],
		] as const;
		for (const [n, p, low, high] of known)
			expect(quantileRanks(n, p, 0.95), `${n}, ${p}`).toEqual({ low, high });
	});

	it("do not exist for a median of 5 or a twentieth of 71, nor for the ends", () => {
		expect(quantileRanks(5, 0.5, 0.95)).toBeNull();
		expect(quantileRanks(71, 0.05, 0.95)).toBeNull();
		expect(quantileRanks(0, 0.5, 0.95)).toBeNull();
		expect(quantileRanks(1000, 0, 0.95)).toBeNull();
		expect(quantileRanks(1000, 1, 0.95)).toBeNull();
	});
});
