import { describe, expect, it } from "vitest";
import { questionKey } from "../../src/random/question.ts";
import { Streams } from "../../src/random/streams.ts";
import { binOf, HistogramQuantiles } from "../../src/statistics/histogram.ts";
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

describe("quantiles from histograms", () => {
	it("agree with sorted values to a tenth of a per cent, at any scale", () => {
		const streams = new Streams(5, 0);
		const question = questionKey("test", "histogram");
		for (const scale of [1e-3, 1, 12_000, 1e8]) {
			const values = Array.from(
				{ length: 5000 },
				(_, i) => scale * Math.exp(0.5 * streams.normal(question, i)),
			);
			const histogram = new HistogramQuantiles();
			for (const value of values) histogram.add(binOf(value));
			const samples = sortSamples(values);
			for (const p of [0.025, 0.5, 0.975])
				expect(histogram.quantile(p) / quantile(samples, p)).toBeCloseTo(1, 3);
		}
	});

	it("keep zero apart", () => {
		const histogram = new HistogramQuantiles();
		for (const value of [0, 0, 0, 5]) histogram.add(binOf(value));
		expect(histogram.quantile(0.5)).toBe(0);
		expect(histogram.quantile(1)).toBeCloseTo(5, 2);
	});
});
