import { describe, expect, it } from "vitest";
import { questionKey } from "../../src/random/question.ts";
import { Streams } from "../../src/random/streams.ts";
import {
	meanInterval,
	quantileInterval,
	shareInterval,
} from "../../src/statistics/interval.ts";
import { pairedStatistics } from "../../src/statistics/paired.ts";
import { sortSamples } from "../../src/statistics/quantile.ts";
import {
	studentTCdf,
	studentTQuantile,
} from "../../src/statistics/student-t.ts";

describe("Student's t", () => {
	it("has the quantiles of the printed table", () => {
		expect(studentTQuantile(0.975, 1)).toBeCloseTo(12.7062, 4);
		expect(studentTQuantile(0.975, 4)).toBeCloseTo(2.77645, 5);
		expect(studentTQuantile(0.95, 10)).toBeCloseTo(1.81246, 5);
		expect(studentTQuantile(0.975, 30)).toBeCloseTo(2.04227, 5);
		expect(studentTQuantile(0.995, 120)).toBeCloseTo(2.61742, 5);
		expect(studentTQuantile(0.025, 4)).toBeCloseTo(-2.77645, 5);
		expect(studentTCdf(0, 7)).toBeCloseTo(0.5, 12);
	});
});

describe("intervals by hand", () => {
	it("the mean of 2, 4, 6, 8 is 5 ± 3.18245 · 2.58199 / 2", () => {
		const interval = meanInterval(sortSamples([2, 4, 6, 8]));
		expect(interval.value).toBe(5);
		expect(interval.error).toBeCloseTo(2.5819889 / 2, 6);
		expect(interval.high - 5).toBeCloseTo(3.182446 * 1.2909944, 4);
	});

	it("Wilson's interval for 81 of 263 is 0.2553 to 0.3662", () => {
		const interval = shareInterval(81, 263);
		expect(interval.low).toBeCloseTo(0.2553, 4);
		expect(interval.high).toBeCloseTo(0.3662, 4);
	});

	it("none of 600 is not nothing: up to 0.64 %", () => {
		const interval = shareInterval(0, 600);
		expect(interval.low).toBe(0);
		expect(interval.high).toBeCloseTo(0.00636, 4);
	});

	it("the median of 100 ranks lies between ranks 40 and 61", () => {
		const interval = quantileInterval(
			sortSamples(Array.from({ length: 100 }, (_, i) => i + 1)),
			0.5,
		);
		expect(interval.low).toBe(40);
		expect(interval.high).toBe(61);
	});

	it("one sample has no interval", () => {
		expect(meanInterval(sortSamples([3])).low).toBeNaN();
	});
});

describe("paired differences", () => {
	it("are taken within pairs and leave out pairs without a value", () => {
		const base = Float64Array.of(1, 2, 3, Number.NaN, 5);
		const other = Float64Array.of(2, 1, 5, 4, 5);
		const paired = pairedStatistics(base, other);
		expect(paired.n).toBe(4);
		expect(paired.mean.value).toBe(0.5);
		expect(paired.median.value).toBe(0.5);
		expect(paired.lower.value).toBe(0.25);
	});

	it("shared luck makes them narrower than either side", () => {
		const streams = new Streams(11, 0);
		const luck = questionKey("test", "luck");
		const base = Float64Array.from({ length: 500 }, (_, i) =>
			streams.normal(luck, i),
		);
		const other = base.map(
			(x, i) => x + 0.1 + 0.05 * streams.normal(questionKey("test", "own"), i),
		);
		const paired = pairedStatistics(base, other);
		expect(paired.mean.low).toBeGreaterThan(0.09);
		expect(paired.mean.high).toBeLessThan(0.11);
	});
});

describe("P14: error bars mean what they say", () => {
	const REPEATS = 4000;
	const n = 200;
	const streams = new Streams(14, 0);
	const question = questionKey("test", "coverage");
	const sampleOf = (repeat: number) =>
		Array.from({ length: n }, (_, i) =>
			Math.exp(0.5 * streams.normal(question, repeat * n + i)),
		);
	let mean = 0;
	let median = 0;
	let share = 0;
	for (let repeat = 0; repeat < REPEATS; repeat += 1) {
		const values = sampleOf(repeat);
		const samples = sortSamples(values);
		const inside = (interval: { low: number; high: number }, truth: number) =>
			interval.low <= truth && truth <= interval.high ? 1 : 0;
		mean += inside(meanInterval(samples), Math.exp(0.125));
		median += inside(quantileInterval(samples, 0.5), 1);
		const hits = values.filter((x) => x > 1).length;
		share += inside(shareInterval(hits, n), 0.5);
	}

	it("95 % intervals of mean, median and share cover 94 to 96.5 % of truths", () => {
		for (const [what, covered] of Object.entries({ mean, median, share })) {
			expect(covered / REPEATS, what).toBeGreaterThanOrEqual(0.94);
			expect(covered / REPEATS, what).toBeLessThanOrEqual(0.965);
		}
	});
});
