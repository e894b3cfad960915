import { describe, expect, it } from "vitest";
import {
	curveBasis,
	fittedCurve,
} from "../../../src/inference/sensitivity/input-curve.ts";
import { questionKey } from "../../../src/random/question.ts";
import { Streams } from "../../../src/random/streams.ts";

function normals(name: string, n: number): Float64Array {
	const streams = new Streams("curve", 0);
	const key = questionKey("test", name);
	return Float64Array.from({ length: n }, (_, i) => streams.normal(key, i));
}

const meanSquare = (y: Float64Array): number =>
	y.reduce((sum, v) => sum + v * v, 0) / y.length;

describe("the basis of curves", () => {
	it("is orthonormal, and its first column constant", () => {
		const basis = curveBasis(normals("x", 500));
		expect(basis).toHaveLength(7);
		basis.forEach((one, i) => {
			basis.forEach((other, j) => {
				const product = one.reduce((sum, v, r) => sum + v * other[r]!, 0);
				expect(product).toBeCloseTo(i === j ? 1 : 0, 10);
			});
		});
		expect(basis[0]!.every((v) => v === basis[0]![0])).toBe(true);
	});

	it("has one column for a constant input and two for a switch", () => {
		expect(curveBasis(new Float64Array(20).fill(3))).toHaveLength(1);
		expect(
			curveBasis(Float64Array.from({ length: 20 }, (_, r) => r % 2)),
		).toHaveLength(2);
	});
});

describe("a fitted curve", () => {
	it("of two groups is their means when nothing else varies", () => {
		const group = Float64Array.from({ length: 20 }, (_, r) => r % 2);
		const curve = fittedCurve(
			curveBasis(group),
			group.map((g) => 4 + 3 * g),
		);
		group.forEach((g, r) => {
			expect(curve[r]).toBeCloseTo(4 + 3 * g, 10);
		});
	});

	it("finds a bend through noise", () => {
		const x = normals("x", 4000);
		const noise = normals("noise", 4000);
		const curve = fittedCurve(
			curveBasis(x),
			x.map((v, r) => Math.abs(v) + noise[r]!),
		);
		const missed = curve.map((y, r) => y - Math.abs(x[r]!));
		// the spread of |x| is 0.6; unexplained noise alone leaves √(7 / 4000) = 0.042
		expect(Math.sqrt(meanSquare(missed))).toBeLessThan(0.09);
	});

	it("keeps the mean of the payoff and no more variance of a dummy than chance", () => {
		const y = normals("payoff", 1000);
		const curve = fittedCurve(curveBasis(normals("other", 1000)), y);
		const mean = y.reduce((sum, v) => sum + v, 0) / 1000;
		expect(curve.reduce((sum, v) => sum + v, 0) / 1000).toBeCloseTo(mean, 12);
		expect(meanSquare(curve.map((v) => v - mean))).toBeLessThan(6 / 1000);
	});
});
