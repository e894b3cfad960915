import { describe, expect, it } from "vitest";
import { meanInterval } from "../../src/statistics/interval.ts";
import { sortSamples } from "../../src/statistics/quantile.ts";
import { runningMeans } from "../../src/statistics/running-mean.ts";

const values = Float64Array.from({ length: 500 }, (_, i) => (i * 37) % 101);

describe("running means", () => {
	const means = runningMeans(values);

	it("end with the mean of all and its interval", () => {
		const all = meanInterval(sortSamples(values));
		const last = means.at(-1)!;
		expect(last.n).toBe(500);
		for (const key of ["value", "low", "high", "error"] as const)
			expect(last[key]).toBeCloseTo(all[key], 9);
	});

	it("begin with ten values, each look further on than the last", () => {
		expect(means[0]?.n).toBe(10);
		expect(means[0]?.value).toBeCloseTo(
			values.slice(0, 10).reduce((sum, value) => sum + value) / 10,
		);
		for (const [i, { n }] of means.entries())
			if (i > 0) expect(n).toBeGreaterThan(means[i - 1]!.n);
	});

	it("leave out what is no value, and say nothing of fewer than ten", () => {
		const gaps = Float64Array.from(values, (value, i) =>
			i % 2 === 0 ? value : Number.NaN,
		);
		expect(runningMeans(gaps).at(-1)?.n).toBe(250);
		expect(runningMeans(values.slice(0, 9))).toEqual([]);
	});
});
