import { describe, expect, it } from "vitest";
import { weightedQuantile } from "../../src/statistics/weighted-quantile.ts";

const of = (...pairs: readonly (readonly [number, number])[]) =>
	pairs.map(([value, weight]) => ({ value, weight }));

describe("a weighted quantile", () => {
	it("is the value at which the weight is first reached", () => {
		const values = of([3, 1], [1, 2], [2, 1]);
		expect(weightedQuantile(values, 0.5)).toBe(1);
		expect(weightedQuantile(values, 0.51)).toBe(2);
		expect(weightedQuantile(values, 0.76)).toBe(3);
		expect(weightedQuantile(values, 1)).toBe(3);
	});

	it("counts a weight of two as two values of one", () => {
		const once = of([5, 2], [7, 1], [6, 3]);
		const apart = of([5, 1], [5, 1], [7, 1], [6, 1], [6, 1], [6, 1]);
		for (const p of [0.1, 0.3, 0.5, 0.7, 0.9])
			expect(weightedQuantile(once, p)).toBe(weightedQuantile(apart, p));
	});

	it("passes over what has no weight, and refuses when nothing has", () => {
		expect(weightedQuantile(of([1, 0], [2, 1]), 0)).toBe(2);
		expect(() => weightedQuantile(of([1, 0]), 0.5)).toThrow(RangeError);
	});
});
