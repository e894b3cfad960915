import { describe, expect, it } from "vitest";
import { exp, inverseNormal, log, pow } from "../src/math.ts";

/** Computed with forty digits (mpmath), rounded to doubles. */
const EXPONENTIALS: readonly (readonly [number, number])[] = [
	[0.1, 1.1051709180756477],
	[-0.1, 0.9048374180359595],
	[1, Math.E],
	[-1, 0.36787944117144233],
	[0.3465, 1.4141094938303624],
	[0.3467, 1.414392344013204],
	[10.5, 36315.502674246636],
	[-20.25, 1.6052280551856116e-9],
	[100.125, 3.0460357809113723e43],
	[700.5, 1.6721859620674984e304],
	[-700.5, 5.980196118639791e-305],
	[1e-10, 1.0000000001],
	[3.7e-5, 1.0000370006845085],
];
const LOGARITHMS: readonly (readonly [number, number])[] = [
	[1e-300, -690.7755278982137],
	[0.5, -Math.LN2],
	[0.7071, -0.346583180371942],
	[0.70711, -0.3465690382006941],
	[0.9999999, -1.0000000494736474e-7],
	[1.0000001, 9.999999505838704e-8],
	[3.3, 1.1939224684724346],
	[1.41421, 0.34657107129862735],
	[12345.678, 9.421061321291832],
	[1e300, 690.7755278982137],
	[0.03125, -3.4657359027997265],
];
const NORMALS: readonly (readonly [number, number])[] = [
	[1e-300, -37.0470962993612],
	[1e-20, -9.262340089798407],
	[1e-10, -6.361340902404057],
	[0.001, -3.0902323061678136],
	[0.025, -1.9599639845400543],
	[0.0749, -1.4402382675279637],
	[0.075, -1.439531470938456],
	[0.25, -0.6744897501960817],
	[0.6, 0.2533471031357997],
	[0.9249, 1.4388253927525403],
	[0.999, 3.090232306167813],
];

const bits = new DataView(new ArrayBuffer(8));

/** Place of a double among all doubles of its sign. */
function place(x: number): bigint {
	bits.setFloat64(0, x);
	return bits.getBigInt64(0);
}

/** Distance in units of the last place. */
function ulps(a: number, b: number): number {
	return Math.abs(Number(place(a) - place(b)));
}

describe("arithmetic that is the same in every engine", () => {
	it("exponentials of known arguments are within one unit of the last place", () => {
		for (const [x, known] of EXPONENTIALS)
			expect(ulps(exp(x), known), `exp(${x})`).toBeLessThanOrEqual(1);
	});

	it("logarithms of known arguments are within one unit of the last place", () => {
		for (const [x, known] of LOGARITHMS)
			expect(ulps(log(x), known), `log(${x})`).toBeLessThanOrEqual(1);
	});

	it("normal quantiles of known levels agree to 15 digits", () => {
		for (const [p, known] of NORMALS)
			expect(
				Math.abs(inverseNormal(p) / known - 1),
				`inverseNormal(${p})`,
			).toBeLessThan(1e-15);
		expect(inverseNormal(0.5)).toBe(0);
	});

	it("is exact where a reader expects it", () => {
		expect(exp(0)).toBe(1);
		expect(log(1)).toBe(0);
		expect(pow(7.3, 1)).toBe(7.3);
		expect(pow(7.3, 0)).toBe(1);
		expect(pow(1, 123.4)).toBe(1);
	});

	it("is defined at every edge", () => {
		expect(exp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
		expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
		expect(exp(710)).toBe(Number.POSITIVE_INFINITY);
		expect(exp(-745)).toBe(5e-324);
		expect(exp(Number.NaN)).toBeNaN();
		expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
		expect(log(-1)).toBeNaN();
		expect(log(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
		expect(ulps(log(5e-324), -744.4400719213812)).toBeLessThanOrEqual(1);
		expect(inverseNormal(0)).toBe(Number.NEGATIVE_INFINITY);
		expect(inverseNormal(1)).toBe(Number.POSITIVE_INFINITY);
		expect(inverseNormal(1.1)).toBeNaN();
	});

	it("the logarithm undoes the exponential over the whole range of prices", () => {
		for (let x = -40; x <= 40; x += 0.37)
			expect(Math.abs(log(exp(x)) - x)).toBeLessThan(1e-14);
	});

	it("a power of a known base is right to 14 digits", () => {
		expect(pow(2, 0.5) / Math.SQRT2).toBeCloseTo(1, 14);
		expect(pow(10, -3) / 0.001).toBeCloseTo(1, 14);
		expect(pow(12_000 / 8_500, 0.33) / 1.1205250392).toBeCloseTo(1, 9);
	});
});
