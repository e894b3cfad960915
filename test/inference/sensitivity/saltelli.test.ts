import { describe, expect, it } from "vitest";
import {
	type SaltelliDesign,
	saltelliDesign,
	sobolIndices,
} from "../../../src/inference/sensitivity/saltelli.ts";
import type { Interval } from "../../../src/statistics/interval.ts";

type Model = (x: Float64Array) => number;

const run = ({ points }: SaltelliDesign, model: Model): Float64Array =>
	Float64Array.from(points, (x) => model(x));

/** Ishigami and Homma (1990) with a = 7, b = 0.1 on (−π, π)³. */
const ishigami: Model = (u) => {
	const [x, y, z] = [...u].map((v) => Math.PI * (2 * v - 1));
	return Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!);
};
const ISHIGAMI_FIRST = [0.3139, 0.4424, 0];
const ISHIGAMI_TOTAL = [0.5576, 0.4424, 0.2437];

const G = [0, 1, 4.5, 9, 99, 99, 99, 99];
/** Sobol's g-function: Π (|4u − 2| + a) / (1 + a). */
const gFunction: Model = (u) =>
	u.reduce((y, v, i) => (y * (Math.abs(4 * v - 2) + G[i]!)) / (1 + G[i]!), 1);
const G_PARTS = G.map((a) => 1 / (3 * (1 + a) ** 2));
const G_VARIANCE = G_PARTS.reduce((y, v) => y * (1 + v), 1) - 1;

const covers = ({ low, high }: Interval, truth: number): boolean =>
	low <= truth && truth <= high;

describe("a design for Sobol indices", () => {
	const design = saltelliDesign(16, 3, 5);

	it("lists A, then B, then A with each column of B in turn", () => {
		const { points } = design;
		expect(points).toHaveLength(16 * 5);
		for (let i = 0; i < 3; i += 1)
			for (let r = 0; r < 16; r += 1)
				expect([...points[(2 + i) * 16 + r]!]).toEqual(
					[0, 1, 2].map((d) => points[(d === i ? 16 : 0) + r]![d]),
				);
	});

	it("refuses outputs that are not one a point", () => {
		expect(() => sobolIndices(design, new Float64Array(79), 10, 1)).toThrow(
			/79; expected one a point, 80/,
		);
	});
});

describe("Sobol indices", () => {
	it("of Ishigami's function are those of its closed form", () => {
		const design = saltelliDesign(16384, 3, 42);
		const indices = sobolIndices(design, run(design, ishigami), 0, 1);
		indices.forEach(({ first, total }, i) => {
			expect(Math.abs(first.value - ISHIGAMI_FIRST[i]!)).toBeLessThan(0.01);
			expect(Math.abs(total.value - ISHIGAMI_TOTAL[i]!)).toBeLessThan(0.01);
		});
	});

	it("of the g-function in eight inputs are those of its closed form", () => {
		const design = saltelliDesign(16384, 8, 42);
		const indices = sobolIndices(design, run(design, gFunction), 0, 1);
		indices.forEach(({ first, total }, i) => {
			const own = G_PARTS[i]!;
			const all = (own * (1 + G_VARIANCE)) / (1 + own);
			expect(Math.abs(first.value - own / G_VARIANCE)).toBeLessThan(0.01);
			expect(Math.abs(total.value - all / G_VARIANCE)).toBeLessThan(0.01);
		});
	});

	it("have bootstrap intervals that hold the truth at least nineteen times in twenty", () => {
		let held = 0;
		for (let seed = 0; seed < 50; seed += 1) {
			const design = saltelliDesign(256, 3, seed);
			const found = sobolIndices(design, run(design, ishigami), 200, seed);
			found.forEach(({ first, total }, i) => {
				held += covers(first, ISHIGAMI_FIRST[i]!) ? 1 : 0;
				held += covers(total, ISHIGAMI_TOTAL[i]!) ? 1 : 0;
			});
		}
		// 300 intervals; 12 below 95 % is three standard errors
		expect(held / 300).toBeGreaterThan(0.91);
	});

	it("have an interval around the value, as wide as its error says", () => {
		const design = saltelliDesign(1024, 3, 3);
		const { total } = sobolIndices(design, run(design, ishigami), 400, 1)[0]!;
		expect(total.low).toBeLessThan(total.value);
		expect(total.high).toBeGreaterThan(total.value);
		const width = (total.high - total.low) / (2 * 1.96 * total.error);
		// a normal shape; the width of 400 resamples errs by some 6 %
		expect(Math.abs(width - 1)).toBeLessThan(0.2);
	});

	it("leave out a row with a NaN, and no other", () => {
		const design = saltelliDesign(64, 2, 9);
		const outputs = run(design, (x) => 3 * x[0]! + x[1]!);
		const broken = outputs.slice();
		broken[3 * 64 + 5] = Number.NaN;
		const keep = (_: unknown, k: number): boolean => k % 64 !== 5;
		const without = {
			base: 63,
			dimensions: 2,
			points: design.points.filter(keep),
		};
		expect(sobolIndices(design, broken, 20, 1)).toEqual(
			sobolIndices(without, outputs.filter(keep), 20, 1),
		);
	});

	it("are unknown when the output does not vary", () => {
		const design = saltelliDesign(8, 1, 1);
		const [index] = sobolIndices(
			design,
			run(design, () => 2),
			5,
			1,
		);
		expect(index!.first.value).toBeNaN();
		expect(index!.total.low).toBeNaN();
	});

	it("do not move with the level of the output", () => {
		const design = saltelliDesign(512, 3, 8);
		const low = run(design, ishigami);
		const high = low.map((y) => y + 1e6);
		const [one, other] = [low, high].map((y) => sobolIndices(design, y, 0, 1));
		one!.forEach(({ first }, i) => {
			expect(other![i]!.first.value).toBeCloseTo(first.value, 6);
		});
	});
});
