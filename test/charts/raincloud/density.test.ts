import { describe, expect, it } from "vitest";
import {
	type DensityPoint,
	densityOf,
} from "../../../src/charts/raincloud/density.ts";
import { inverseNormal } from "../../../src/math.ts";
import { sortSamples } from "../../../src/statistics/quantile.ts";

/** Evenly spaced quantiles of a standard normal. */
const NORMAL = Array.from({ length: 999 }, (_, i) =>
	inverseNormal((i + 1) / 1000),
);

const heightAt = (points: readonly DensityPoint[], value: number) =>
	points.reduce((best, point) =>
		Math.abs(point.value - value) < Math.abs(best.value - value) ? point : best,
	).height;

describe("a density", () => {
	it("of normal samples has the shape of the normal curve", () => {
		const points = densityOf(sortSamples(NORMAL), false);
		for (const z of [-1.5, -0.5, 0, 1, 2])
			expect(heightAt(points, z)).toBeCloseTo(Math.exp((-z * z) / 2), 1);
	});

	it("has its highest point at 1 and fades out at both ends", () => {
		const points = densityOf(sortSamples(NORMAL), false);
		expect(Math.max(...points.map(({ height }) => height))).toBe(1);
		expect(points[0]!.height).toBeLessThan(0.02);
		expect(points.at(-1)!.height).toBeLessThan(0.02);
	});

	it("of positive, skewed samples stays above 0 and peaks at their mode", () => {
		const skewed = NORMAL.map((z) => 100 * Math.exp(0.8 * z));
		const points = densityOf(sortSamples(skewed), false);
		expect(points[0]!.value).toBeGreaterThan(0);
		const mode = points.find(({ height }) => height === 1)!.value;
		expect(mode / (100 * Math.exp(-0.64))).toBeGreaterThan(0.85);
		expect(mode / (100 * Math.exp(-0.64))).toBeLessThan(1.15);
	});

	it("of samples at and above 0 does not spill below 0", () => {
		const counts = NORMAL.map((z) => Math.max(0, Math.round(3 + 3 * z)));
		const points = densityOf(sortSamples(counts), false);
		expect(points[0]!.value).toBe(0);
	});

	it("is not drawn from equal samples, or from too few", () => {
		expect(densityOf(sortSamples(Array(50).fill(7)), false)).toEqual([]);
		expect(densityOf(sortSamples([1, 2, 3]), false)).toEqual([]);
	});

	it("of a million samples costs no more than of a thousand, and looks the same", () => {
		const many = Float64Array.from({ length: 1e6 }, (_, i) =>
			inverseNormal((i + 0.5) / 1e6),
		);
		const few = densityOf(sortSamples(NORMAL), false);
		const points = densityOf(sortSamples(many), false);
		for (const z of [-1, 0, 1.5])
			expect(heightAt(points, z)).toBeCloseTo(heightAt(few, z), 1);
	});
});
