import { describe, expect, it } from "vitest";
import { inverseNormal } from "../../src/math.ts";
import { crpsOfNormal } from "../../src/statistics/crps.ts";
import { normalCdf } from "../../src/statistics/normal.ts";
import {
	crpsOfQuantiles,
	pitOfQuantiles,
} from "../../src/statistics/quantile-forecast.ts";

/** A uniform distribution on 0 to 1 by some of its quantiles. */
const UNIFORM = {
	levels: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95],
	values: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95],
};

describe("the score of a forecast by quantiles", () => {
	it("is exact for a uniform distribution: y² − y + 1/3 inside it, and a unit a unit outside", () => {
		for (const y of [0.01, 0.2, 0.5, 0.77, 0.99])
			expect(crpsOfQuantiles(UNIFORM, y)).toBeCloseTo(y * y - y + 1 / 3, 12);
		expect(crpsOfQuantiles(UNIFORM, 3)).toBeCloseTo(2 + 1 / 3, 12);
		expect(crpsOfQuantiles(UNIFORM, -2)).toBeCloseTo(2 + 1 / 3, 12);
	});

	it("nears that of a normal distribution as quantiles grow many", () => {
		const levels = Array.from({ length: 199 }, (_, i) => (i + 1) / 200);
		const normal = { levels, values: levels.map(inverseNormal) };
		for (const y of [-2.5, -0.3, 0, 1.1, 3])
			expect(crpsOfQuantiles(normal, y)).toBeCloseTo(crpsOfNormal(0, 1, y), 2);
	});
});

describe("the place of an outcome in a forecast by quantiles", () => {
	it("is the share of the forecast below it", () => {
		for (const y of [0.02, 0.3, 0.5, 0.96])
			expect(pitOfQuantiles(UNIFORM, y)).toBeCloseTo(y, 12);
		expect(pitOfQuantiles(UNIFORM, 2)).toBe(1);
		expect(pitOfQuantiles(UNIFORM, -1)).toBe(0);
	});

	it("of a normal forecast is close to that of the normal distribution", () => {
		const levels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
		const normal = { levels, values: levels.map(inverseNormal) };
		for (const y of [-1.5, -0.5, 0.2, 1])
			expect(Math.abs(pitOfQuantiles(normal, y) - normalCdf(y))).toBeLessThan(
				0.015,
			);
	});
});
