import { describe, expect, it } from "vitest";
import { inverseNormal } from "../../src/math.ts";
import { normalCdf } from "../../src/statistics/normal.ts";

describe("the normal distribution function", () => {
	// Abramowitz and Stegun (1964), table 26.1
	it.each([
		[0, 0.5],
		[0.5, 0.691462461274013],
		[1, 0.841344746068543],
		[2, 0.97724986805182],
		[3, 0.99865010196837],
		[-1, 0.158655253931457],
		[-4, 3.16712418331199e-5],
	])("at %d is as published", (z, published) => {
		expect(Math.abs(normalCdf(z) / published - 1)).toBeLessThan(1e-12);
	});

	it("is right to a hundred millionth of itself far out", () => {
		expect(Math.abs(normalCdf(-8) / 6.22096057427178e-16 - 1)).toBeLessThan(
			1e-8,
		);
	});

	it("undoes the normal quantile", () => {
		for (let p = 0.001; p < 1; p += 0.001)
			expect(normalCdf(inverseNormal(p))).toBeCloseTo(p, 12);
	});
});
