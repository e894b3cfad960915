import { describe, expect, it } from "vitest";
import { exp, inverseNormal, log, pow } from "../src/math.ts";
import {
	EXPONENTIALS,
	LOGARITHMS,
	NORMALS,
	POWERS,
} from "./math-known-answers.ts";

const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;

/** Distance of a double to the next one above it in size. */
function unitInLastPlace(x: number): number {
	const bits = new DataView(new ArrayBuffer(8));
	bits.setFloat64(0, Math.abs(x));
	bits.setBigInt64(0, bits.getBigInt64(0) + 1n);
	const above = bits.getFloat64(0);
	return above === POSITIVE_INFINITY ? 2 ** 971 : above - Math.abs(x);
}

/** Error of a value in units of the last place, against an answer of two doubles. */
function ulps(value: number, nearest: number, rest: number): number {
	return Math.abs(value - nearest - rest) / unitInLastPlace(nearest);
}

describe("arithmetic that is the same in every engine", () => {
	it("exponentials err by less than one unit of the last place", () => {
		for (const [x, nearest, rest] of EXPONENTIALS)
			expect(ulps(exp(x), nearest, rest), `exp(${x})`).toBeLessThan(1);
	});

	it("logarithms err by less than one unit of the last place", () => {
		for (const [x, nearest, rest] of LOGARITHMS)
			expect(ulps(log(x), nearest, rest), `log(${x})`).toBeLessThan(1);
	});

	it("powers err by less than one unit of the last place, however large the exponent", () => {
		for (const [x, y, nearest, rest] of POWERS)
			expect(ulps(pow(x, y), nearest, rest), `pow(${x}, ${y})`).toBeLessThan(1);
	});

	it("normal quantiles agree to 15 digits", () => {
		for (const [p, nearest] of NORMALS)
			expect(
				Math.abs(inverseNormal(p) / nearest - 1),
				`inverseNormal(${p})`,
			).toBeLessThan(1e-15);
		expect(inverseNormal(0.5)).toBe(0);
	});

	it("normal quantiles are antisymmetric where the levels are exact", () => {
		for (const p of [1 / 4, 1 / 32, 1 / 1024, 2 ** -40])
			expect(inverseNormal(1 - p)).toBe(-inverseNormal(p));
	});

	it("is exact where a reader expects it", () => {
		expect(exp(0)).toBe(1);
		expect(exp(-0)).toBe(1);
		expect(log(1)).toBe(0);
		expect(pow(7.3, 1)).toBe(7.3);
		expect(pow(7.3, 0)).toBe(1);
		expect(pow(1, 123.4)).toBe(1);
		for (let k = -1074; k < 1024; k += 1) expect(pow(2, k)).toBe(2 ** k);
	});

	it("exponentials and logarithms are defined at every edge", () => {
		expect(exp(POSITIVE_INFINITY)).toBe(POSITIVE_INFINITY);
		expect(exp(NEGATIVE_INFINITY)).toBe(0);
		expect(exp(710)).toBe(POSITIVE_INFINITY);
		expect(exp(-745)).toBe(5e-324);
		expect(exp(-746)).toBe(0);
		expect(exp(Number.NaN)).toBeNaN();
		expect(log(0)).toBe(NEGATIVE_INFINITY);
		expect(log(-0)).toBe(NEGATIVE_INFINITY);
		expect(log(-1)).toBeNaN();
		expect(log(Number.NaN)).toBeNaN();
		expect(log(POSITIVE_INFINITY)).toBe(POSITIVE_INFINITY);
	});

	it("powers are defined at every edge", () => {
		expect(pow(0, 2)).toBe(0);
		expect(pow(0, -2)).toBe(POSITIVE_INFINITY);
		expect(pow(POSITIVE_INFINITY, 0.5)).toBe(POSITIVE_INFINITY);
		expect(pow(POSITIVE_INFINITY, -0.5)).toBe(0);
		expect(pow(0.5, POSITIVE_INFINITY)).toBe(0);
		expect(pow(0.5, NEGATIVE_INFINITY)).toBe(POSITIVE_INFINITY);
		expect(pow(2, 1024)).toBe(POSITIVE_INFINITY);
		expect(pow(2, -1076)).toBe(0);
		expect(pow(1.5, 1e300)).toBe(POSITIVE_INFINITY);
		expect(pow(-2, 2)).toBeNaN();
		expect(pow(Number.NaN, 2)).toBeNaN();
		expect(pow(2, Number.NaN)).toBeNaN();
	});

	it("normal quantiles are defined at every edge", () => {
		expect(inverseNormal(0)).toBe(NEGATIVE_INFINITY);
		expect(inverseNormal(1)).toBe(POSITIVE_INFINITY);
		expect(inverseNormal(1.1)).toBeNaN();
		expect(inverseNormal(-0.1)).toBeNaN();
		expect(inverseNormal(Number.NaN)).toBeNaN();
	});

	it("the logarithm undoes the exponential over the whole range of prices", () => {
		for (let x = -40; x <= 40; x += 0.37)
			expect(Math.abs(log(exp(x)) - x)).toBeLessThan(1e-14);
	});

	it("no function falls where it should rise", () => {
		for (const f of [exp, log, inverseNormal])
			for (let i = 1; i < 20_000; i += 1)
				expect(f(i / 20_000), f.name).toBeGreaterThan(f((i - 1) / 20_000));
	});
});
