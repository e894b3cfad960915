import { describe, expect, it } from "vitest";
import {
	choleskyOf,
	solveCholesky,
	symmetricEigen,
} from "../../src/statistics/linear.ts";

const MATRIX = [
	[4, 1, -2],
	[1, 3, 0.5],
	[-2, 0.5, 5],
].map((row) => Float64Array.from(row));

describe("a positive definite matrix", () => {
	it("is the product of its lower triangle with itself turned", () => {
		const lower = choleskyOf(MATRIX);
		MATRIX.forEach((row, i) => {
			row.forEach((value, j) => {
				const sum = lower[i]!.reduce((s, x, k) => s + x * lower[j]![k]!, 0);
				expect(sum).toBeCloseTo(value, 12);
			});
		});
	});

	it("is solved by it", () => {
		const x = solveCholesky(choleskyOf(MATRIX), Float64Array.of(1, 2, 3));
		const back = MATRIX.map((row) => row.reduce((s, a, k) => s + a * x[k]!, 0));
		expect(back[0]).toBeCloseTo(1, 12);
		expect(back[1]).toBeCloseTo(2, 12);
		expect(back[2]).toBeCloseTo(3, 12);
	});

	it("refuses one that is not", () => {
		const bad = [Float64Array.of(1, 2), Float64Array.of(2, 1)];
		expect(() => choleskyOf(bad)).toThrow(RangeError);
	});
});

describe("eigenvalues of a symmetric matrix", () => {
	it("are 1 and 3 of the matrix 2, 1, 1, 2", () => {
		const { values } = symmetricEigen([
			Float64Array.of(2, 1),
			Float64Array.of(1, 2),
		]);
		expect([...values].sort()).toEqual([
			expect.closeTo(1, 12),
			expect.closeTo(3, 12),
		]);
	});

	it("make the matrix again with its vectors", () => {
		const { values, vectors } = symmetricEigen(MATRIX);
		MATRIX.forEach((row, i) => {
			row.forEach((value, j) => {
				const sum = values.reduce(
					(s, own, d) => s + own * vectors[i]![d]! * vectors[j]![d]!,
					0,
				);
				expect(sum).toBeCloseTo(value, 10);
			});
		});
	});
});
