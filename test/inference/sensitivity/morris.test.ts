import { describe, expect, it } from "vitest";
import {
	elementaryEffects,
	morrisDesign,
} from "../../../src/inference/sensitivity/morris.ts";

const run = (
	points: readonly Float64Array[],
	model: (x: Float64Array) => number,
): Float64Array => Float64Array.from(points, (x) => model(x));

describe("Morris's walks", () => {
	const { points } = morrisDesign(50, 4, 3);

	it("move each input once, by half the range, on four levels inside 0 and 1", () => {
		const levels = new Set(points.flatMap((x) => [...x]));
		expect([...levels].sort()).toEqual([0.125, 0.375, 0.625, 0.875]);
		for (let t = 0; t < 50; t += 1) {
			const walk = points.slice(t * 5, t * 5 + 5);
			const moves = walk.slice(1).map((x, k) => {
				const moved = [0, 1, 2, 3].filter((d) => x[d] !== walk[k]![d]);
				expect(moved).toHaveLength(1);
				expect(Math.abs(x[moved[0]!]! - walk[k]![moved[0]!]!)).toBe(0.5);
				return moved[0]!;
			});
			expect(moves.sort()).toEqual([0, 1, 2, 3]);
		}
	});

	it("start anywhere and move in any order", () => {
		const { points: many } = morrisDesign(400, 2, 8);
		const starts = many.filter((_, row) => row % 3 === 0);
		expect(new Set(starts.map(String)).size).toBe(16);
		const firstMoves = starts.filter((x, t) => x[0] !== many[3 * t + 1]![0]);
		// half of 400, four standard errors of 10
		expect(Math.abs(firstMoves.length - 200)).toBeLessThan(40);
	});

	it("depend on the seed alone", () => {
		expect(morrisDesign(5, 3, 1)).toEqual(morrisDesign(5, 3, 1));
		expect(morrisDesign(5, 3, 1)).not.toEqual(morrisDesign(5, 3, 2));
	});
});

describe("elementary effects", () => {
	it("of a linear function are its coefficients, without spread", () => {
		const design = morrisDesign(12, 3, 1);
		const outputs = run(design.points, (x) => 5 * x[0]! - 2 * x[1]! + 7);
		const effects = elementaryEffects(design, outputs, 50, 1);
		[5, -2, 0].forEach((coefficient, d) => {
			const { mu, muStar, sigma } = effects[d]!;
			expect(mu).toBeCloseTo(coefficient, 12);
			expect(muStar.value).toBeCloseTo(Math.abs(coefficient), 12);
			expect(muStar.low).toBeCloseTo(Math.abs(coefficient), 12);
			expect(sigma).toBeCloseTo(0, 12);
		});
	});

	it("of a product have the other factor's mean and spread over the four levels", () => {
		const design = morrisDesign(4000, 2, 11);
		const outputs = run(design.points, (x) => x[0]! * x[1]!);
		for (const { mu, muStar, sigma } of elementaryEffects(
			design,
			outputs,
			100,
			1,
		)) {
			// mean 1/2, variance 5/64 of the levels; four standard errors of 0.0044
			expect(Math.abs(mu - 0.5)).toBeLessThan(0.018);
			expect(muStar.value).toBeCloseTo(mu, 12);
			expect(Math.abs(sigma - Math.sqrt(5 / 64))).toBeLessThan(0.01);
			expect(muStar.error).toBeCloseTo(sigma / Math.sqrt(4000), 2);
		}
	});

	it("of both signs cancel in mu and not in muStar", () => {
		const design = morrisDesign(4000, 2, 2);
		const outputs = run(design.points, (x) => x[0]! * (x[1]! - 0.5));
		const { mu, muStar } = elementaryEffects(design, outputs, 200, 1)[0]!;
		expect(Math.abs(mu)).toBeLessThan(0.018);
		// mean of |level − 1/2| is 1/4
		expect(Math.abs(muStar.value - 0.25)).toBeLessThan(0.008);
		expect(muStar.low).toBeLessThan(0.25);
		expect(muStar.high).toBeGreaterThan(0.25);
	});

	it("leave out what is next to a NaN, and refuse outputs of another length", () => {
		const design = morrisDesign(10, 2, 4);
		const outputs = run(design.points, (x) => x[0]! + 3 * x[1]!);
		outputs[0] = Number.NaN;
		const [one, other] = elementaryEffects(design, outputs, 20, 1);
		expect(one!.mu).toBeCloseTo(1, 12);
		expect(other!.mu).toBeCloseTo(3, 12);
		const none = elementaryEffects(design, outputs.fill(Number.NaN), 20, 1);
		expect(none[0]!.mu).toBeNaN();
		expect(none[0]!.muStar.value).toBeNaN();
		expect(() => elementaryEffects(design, new Float64Array(3), 20, 1)).toThrow(
			/3; expected one a point, 30/,
		);
	});
});
