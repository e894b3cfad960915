import { describe, expect, it } from "vitest";
import { questionKey } from "../../src/random/question.ts";
import { Streams } from "../../src/random/streams.ts";
import { binOf, HistogramQuantiles } from "../../src/statistics/histogram.ts";
import { quantile, sortSamples } from "../../src/statistics/quantile.ts";

function counted(values: ArrayLike<number>): HistogramQuantiles {
	const histogram = new HistogramQuantiles();
	for (const value of Array.from(values)) histogram.add(binOf(value));
	return histogram;
}

describe("quantiles from histograms", () => {
	it("agree with sorted values to 0.05 %, at any scale and level", () => {
		const streams = new Streams(5, 0);
		const question = questionKey("test", "histogram");
		for (const scale of [1e-3, 1, 12_000, 1e7]) {
			const values = Array.from(
				{ length: 5000 },
				(_, i) => scale * Math.exp(0.5 * streams.normal(question, i)),
			);
			const histogram = counted(values);
			const samples = sortSamples(values);
			for (const p of [0, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.975, 1])
				expect(
					Math.abs(histogram.quantile(p) / quantile(samples, p) - 1),
				).toBeLessThan(0.0005005);
		}
	});

	it("do not depend on the order in which values come", () => {
		const values = [5, 0, 700, 3, 3, 1e8];
		const levels = [0, 0.3, 0.5, 0.8, 1];
		const quantiles = (of: number[]) =>
			levels.map((p) => counted(of).quantile(p));
		expect(quantiles([...values].reverse())).toEqual(quantiles(values));
	});

	it("keep zero apart", () => {
		const histogram = counted([0, 0, 0, 5]);
		expect(histogram.quantile(0.5)).toBe(0);
		expect(histogram.quantile(1)).toBeCloseTo(5, 2);
		expect(histogram.count).toBe(4);
	});

	it("hold what is out of range at the ends", () => {
		expect(counted([1e-9]).quantile(0.5)).toBe(0);
		expect(counted([1e12]).quantile(0.5) / 1e9).toBeCloseTo(1, 2);
	});

	it("are unknown before anything was counted, and refuse a level outside 0 to 1", () => {
		expect(new HistogramQuantiles().quantile(0.5)).toBeNaN();
		expect(() => counted([1]).quantile(1.1)).toThrow(RangeError);
	});
});
