import { describe, expect, it } from "vitest";
import { RECORD_PRIORS } from "../../../src/calibration/priors/record-priors.ts";
import { calmWeight } from "../../../src/inference/calibration/calm-weight.ts";
import {
	drawOf,
	FREE_NUMBERS,
	scoresOf,
} from "../../../src/inference/calibration/free-numbers.ts";
import {
	implausibilities,
	judgedOf,
	luckVariances,
	secondLargest,
} from "../../../src/inference/calibration/implausibility.ts";
import { RECORD_TARGET } from "../../../src/inference/calibration/scored-rows.ts";
import {
	effectiveSize,
	nextBeta,
	resampled,
	temperedWeights,
} from "../../../src/inference/calibration/tempering.ts";
import { inverseCdf } from "../../../src/random/draw.ts";
import { Streams } from "../../../src/random/streams.ts";

describe("free numbers", () => {
	it("are the prior's medians at scores of nothing", () => {
		const { values, sizes } = drawOf(new Float64Array(FREE_NUMBERS.length));
		RECORD_PRIORS.forEach(({ distribution }, i) => {
			expect(values[i]).toBeCloseTo(inverseCdf(distribution, 0.5), 9);
		});
		expect(sizes.every((u) => u === 0.5)).toBe(true);
	});

	it("are the prior's quantiles at their scores", () => {
		const point = new Float64Array(FREE_NUMBERS.length).fill(0.9);
		const { values, sizes } = drawOf(scoresOf(point));
		FREE_NUMBERS.forEach(({ kind, at }) => {
			const row = RECORD_PRIORS[at];
			if (kind === "size") expect(sizes[at]).toBeCloseTo(0.9, 12);
			else if (row !== undefined)
				expect(values[at]).toBeCloseTo(inverseCdf(row.distribution, 0.9), 9);
		});
	});

	it("never leave the prior's body", () => {
		const far = drawOf(new Float64Array(FREE_NUMBERS.length).fill(50));
		const three = drawOf(new Float64Array(FREE_NUMBERS.length).fill(3));
		expect(far).toEqual(three);
	});
});

describe("history matching", () => {
	const row = (...values: number[]) => Float64Array.from(values);
	const judged = judgedOf([row(1, 4), row(3, 4)]);

	it("judges by the mean over lucks, and not at all when one broke", () => {
		expect(judged?.means).toEqual(row(2, 4));
		expect(judgedOf([row(1), null])).toBeNull();
	});

	it("counts distance in all that may part a draw from the record", () => {
		if (judged === null) throw new Error("both lucks are sound");
		// variance 0.25 of discrepancy, 2 of luck with a half more for two lucks
		const found = implausibilities(judged, row(0, 4), row(0.5, 1), row(2, 0));
		expect(found[0]).toBeCloseTo(2 / Math.sqrt(0.25 + 2 * 1.5), 12);
		expect(found[1]).toBe(0);
		expect(secondLargest([5, 1, 3])).toBe(3);
	});

	it("is not excused by a few wild draws", () => {
		const normal = (seed: number, spread: number) => {
			const streams = new Streams("lucks", seed);
			return [0, 1, 2, 3].map((t) =>
				row(spread * streams.normal({ low: 1, high: 2 }, t)),
			);
		};
		const draws = Array.from({ length: 300 }, (_, i) =>
			judgedOf(normal(i, i % 20 === 0 ? 50 : 1)),
		).filter((one) => one !== null);
		const [variance] = luckVariances(draws);
		expect(variance).toBeGreaterThan(0.8);
		expect(variance).toBeLessThan(1.5);
	});

	it("has a record, in logs, with room for error in every row", () => {
		const { record, discrepancies } = RECORD_TARGET;
		expect(record.length).toBe(discrepancies.length);
		expect(record.length).toBeGreaterThan(25);
		expect(Math.min(...discrepancies)).toBeGreaterThanOrEqual(0.08);
	});
});

describe("tempering", () => {
	const logs = Array.from({ length: 200 }, (_, i) => -i / 2);

	it("goes as far as enough of the particles still count", () => {
		const beta = nextBeta(logs, 0, 100);
		expect(beta).toBeGreaterThan(0);
		expect(beta).toBeLessThan(1);
		expect(effectiveSize(temperedWeights(logs, beta))).toBeCloseTo(100, 3);
	});

	it("goes all the way where all agree", () => {
		expect(nextBeta([-3, -3, -3], 0.2, 2)).toBe(1);
	});

	it("resamples each particle as often as its weight says, to one", () => {
		const weights = [0.5, 0.25, 0.15, 0.1];
		const living = resampled(weights, 8, new Streams("comb", 0), 0);
		expect(living).toHaveLength(8);
		weights.forEach((weight, i) => {
			const count = living.filter((one) => one === i).length;
			expect(Math.abs(count - 8 * weight)).toBeLessThanOrEqual(1);
		});
	});
});

describe("calm years", () => {
	const good = {
		ratioInside: 1,
		ratioSpread: 0.03,
		volatility: 0.28,
		autocorrelation: 0.3,
		skewness: 0.8,
		kurtosis: 5,
		orderVariation: 1.5,
		foreignFeed: 0.25,
		medianPrice: 1,
		stockDrift: 1,
	};

	it("weigh a draw that keeps the bounds as one", () => {
		expect(calmWeight([good, good])).toBe(1);
	});

	it("weigh a wild one less, and a broken one nothing", () => {
		const wild = { ...good, volatility: 0.5, medianPrice: 1.5 };
		expect(calmWeight([wild, wild])).toBeLessThan(0.01);
		expect(calmWeight([good, null])).toBe(0);
	});
});
