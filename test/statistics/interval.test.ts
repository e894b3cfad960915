import { describe, expect, it } from "vitest";
import { questionKey } from "../../src/random/question.ts";
import { Streams } from "../../src/random/streams.ts";
import {
	type Interval,
	meanInterval,
	quantileInterval,
	shareInterval,
} from "../../src/statistics/interval.ts";
import { pairedStatistics } from "../../src/statistics/paired.ts";
import { sortSamples } from "../../src/statistics/quantile.ts";

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

	it("no hit in 600 trials still leaves a chance of up to 0.64 %", () => {
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

	it("too few samples have no interval for a quantile, only a value", () => {
		const five = quantileInterval(sortSamples([1, 2, 3, 4, 5]), 0.5);
		expect(five.value).toBe(3);
		expect(five.low).toBeNaN();
		expect(five.error).toBeNaN();
		const six = quantileInterval(sortSamples([1, 2, 3, 4, 5, 6]), 0.5);
		expect([six.low, six.high]).toEqual([1, 6]);
	});

	it("the Monte Carlo error of a median of normals is near 1.2533 σ / √n", () => {
		const streams = new Streams(3, 0);
		const question = questionKey("test", "median");
		const n = 40_000;
		const normals = Array.from({ length: n }, (_, i) =>
			streams.normal(question, i),
		);
		const { error } = quantileInterval(sortSamples(normals), 0.5);
		expect(error / (1.2533 / Math.sqrt(n))).toBeCloseTo(1, 1);
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

describe("error bars mean what they say", () => {
	const REPEATS = 4000;
	const streams = new Streams(14, 0);

	/** Share of repetitions whose interval holds the truth, for samples of e^(z/2), z normal. */
	function coverage(n: number): Readonly<Record<string, number>> {
		const question = questionKey("coverage", `${n}`);
		const covered = { mean: 0, median: 0, share: 0, rareShare: 0 };
		const inside = ({ low, high }: Interval, truth: number) =>
			low <= truth && truth <= high ? 1 / REPEATS : 0;
		for (let repeat = 0; repeat < REPEATS; repeat += 1) {
			const normals = Float64Array.from({ length: n }, (_, i) =>
				streams.normal(question, repeat * n + i),
			);
			const above = (limit: number) => normals.filter((z) => z > limit).length;
			const samples = sortSamples(normals.map((z) => Math.exp(0.5 * z)));
			covered.mean += inside(meanInterval(samples), Math.exp(0.125));
			covered.median += inside(quantileInterval(samples, 0.5), 1);
			covered.share += inside(shareInterval(above(0), n), 0.5);
			covered.rareShare += inside(
				shareInterval(above(1.2815515655446004), n),
				0.1,
			);
		}
		return covered;
	}

	it.each([200, 600])(
		"with %i replicates, intervals of mean, median and shares cover 94 to 96.5 of 100 truths",
		(n) => {
			for (const [what, share] of Object.entries(coverage(n))) {
				expect(share, what).toBeGreaterThanOrEqual(0.94);
				expect(share, what).toBeLessThanOrEqual(0.965);
			}
		},
	);
});
