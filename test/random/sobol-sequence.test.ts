import { describe, expect, it } from "vitest";
import {
	directions,
	MOST_DIMENSIONS,
} from "../../src/random/sobol-directions.ts";
import {
	scrambledSobol,
	sobolPoints,
} from "../../src/random/sobol-sequence.ts";

/** Whether each of count equal strata of one axis holds exactly one point. */
function oneEach(points: readonly Float64Array[], dimension: number): boolean {
	const strata = points.map((x) => Math.floor(x[dimension]! * points.length));
	return new Set(strata).size === points.length;
}

/** Whether every box of 2^−a by 2^−b with as many boxes as points holds one point. */
function isNet(points: readonly Float64Array[], levels: number): boolean {
	for (let a = 0; a <= levels; a += 1) {
		const boxes = points.map(
			(x) =>
				Math.floor(x[0]! * 2 ** a) * 2 ** (levels - a) +
				Math.floor(x[1]! * 2 ** (levels - a)),
		);
		if (new Set(boxes).size !== points.length) return false;
	}
	return true;
}

describe("Sobol's sequence", () => {
	it("begins as published", () => {
		expect(sobolPoints(8, 3).map((x) => [...x])).toEqual([
			[0, 0, 0],
			[0.5, 0.5, 0.5],
			[0.75, 0.25, 0.25],
			[0.25, 0.75, 0.75],
			[0.375, 0.375, 0.625],
			[0.875, 0.875, 0.125],
			[0.625, 0.125, 0.875],
			[0.125, 0.625, 0.375],
		]);
	});

	it("has the point of number 1000 that SciPy 1.17.1 gives, up to the last dimension", () => {
		const point = sobolPoints(1001, MOST_DIMENSIONS)[1000]!;
		expect([9, 49, 99, 199, 299, 399].map((d) => point[d])).toEqual([
			0.0693359375, 0.4794921875, 0.1865234375, 0.8427734375, 0.4013671875,
			0.0400390625,
		]);
	});

	it("has in its first dimension the radical inverse of the Gray code", () => {
		const reversed = (n: number): number =>
			n === 0 ? 0 : (n & 1) / 2 + reversed(n >>> 1) / 2;
		sobolPoints(64, 1).forEach((x, i) => {
			expect(x[0]).toBe(reversed(i ^ (i >>> 1)));
		});
	});

	it("has directions with a one on the diagonal, and no two dimensions alike", () => {
		const all = Array.from({ length: MOST_DIMENSIONS }, (_, d) =>
			directions(d),
		);
		for (const column of all)
			column.forEach((v, k) => {
				expect(v % 2 ** (32 - k)).toBe(2 ** (31 - k));
			});
		expect(new Set(all.map(String)).size).toBe(MOST_DIMENSIONS);
	});

	it("has one point in each stratum of every dimension", () => {
		const points = sobolPoints(64, MOST_DIMENSIONS);
		for (let d = 0; d < MOST_DIMENSIONS; d += 1)
			expect(oneEach(points, d), `dimension ${d}`).toBe(true);
	});
});

describe("scrambling", () => {
	it("keeps one point in each stratum of every dimension, inside 0 and 1", () => {
		const points = scrambledSobol(64, MOST_DIMENSIONS, 42);
		for (let d = 0; d < MOST_DIMENSIONS; d += 1)
			expect(oneEach(points, d), `dimension ${d}`).toBe(true);
		expect(points.every((row) => row.every((x) => x > 0 && x < 1))).toBe(true);
	});

	it("keeps the first two dimensions a (0, m, 2)-net", () => {
		for (const seed of [1, 2, "three"])
			expect(isNet(scrambledSobol(256, 2, seed), 8)).toBe(true);
	});

	it("gives other points for another seed, the same for the same", () => {
		const [one, again, two] = [1, 1, 2].map((seed) =>
			scrambledSobol(16, 3, seed),
		);
		expect(one).toEqual(again);
		expect(one).not.toEqual(two);
	});

	it("makes each point uniform over seeds: mean 1/2, variance 1/12, axes unrelated", () => {
		const firsts = Array.from(
			{ length: 4000 },
			(_, seed) => scrambledSobol(4, 2, seed)[0]!,
		);
		const meanOf = (of: (x: Float64Array) => number) =>
			firsts.reduce((sum, x) => sum + of(x), 0) / firsts.length;
		// standard errors 0.0046, 0.0012 and 0.0013; four of them
		expect(Math.abs(meanOf((x) => x[0]!) - 1 / 2)).toBeLessThan(0.019);
		expect(Math.abs(meanOf((x) => (x[0]! - 0.5) ** 2) - 1 / 12)).toBeLessThan(
			0.005,
		);
		expect(Math.abs(meanOf((x) => (x[0]! - 0.5) * (x[1]! - 0.5)))).toBeLessThan(
			0.0053,
		);
	});

	it("integrates a smooth function with far less error than independent points", () => {
		const errors = Array.from({ length: 20 }, (_, seed) => {
			const points = scrambledSobol(1024, 5, seed);
			const sum = points.reduce(
				(total, x) => total + x.reduce((product, u) => product * 2 * u, 1),
				0,
			);
			return (sum / 1024 - 1) ** 2;
		});
		const rms = Math.sqrt(errors.reduce((a, b) => a + b, 0) / errors.length);
		// independent points: √((4/3)^5 − 1) / 32 = 0.056
		expect(rms).toBeLessThan(0.006);
	});

	it("takes any count, and refuses what the table does not hold", () => {
		expect(scrambledSobol(1, 1, 7)).toHaveLength(1);
		expect(scrambledSobol(37, 4, 7)).toHaveLength(37);
		expect(() => scrambledSobol(8, MOST_DIMENSIONS + 1, 7)).toThrow(RangeError);
		expect(() => sobolPoints(0, 1)).toThrow(RangeError);
	});
});
