import { describe, expect, it } from "vitest";
import { valueOfInformation } from "../../../src/inference/sensitivity/value-of-information.ts";
import { questionKey } from "../../../src/random/question.ts";
import { Streams } from "../../../src/random/streams.ts";
import { normalCdf } from "../../../src/statistics/normal.ts";

const N = 20_000;

function normals(name: string, seed = 1, n = N): Float64Array {
	const streams = new Streams(seed, 0);
	const key = questionKey("test", name);
	return Float64Array.from({ length: n }, (_, i) => streams.normal(key, i));
}

/** E[max(0, D)] − max(0, m) for D ~ N(m, s²): s φ(m/s) − |m| Φ(−|m|/s). */
const unitLoss = (m: number, s: number): number =>
	(s * Math.exp((-m * m) / (2 * s * s))) / Math.sqrt(2 * Math.PI) -
	Math.abs(m) * normalCdf(-Math.abs(m) / s);

const nothing = new Float64Array(N);

describe("value of information", () => {
	const x = normals("x");
	const rest = normals("rest");
	/** increment of the second policy over the first: N(−1, 2² + 1.5²), 2 of it by x */
	const gain = x.map((v, i) => -1 + 2 * v + 1.5 * rest[i]!);
	const found = valueOfInformation(
		[x, rest, normals("dummy")],
		[nothing, gain],
	);

	it("of everything is the closed form of two policies", () => {
		expect(found.best).toBe(0);
		// the standard error of the mean gain of choosing freely is about 0.01
		expect(Math.abs(found.perfect - unitLoss(1, 2.5))).toBeLessThan(0.04);
		expect(Math.abs(found.chanceBest[1]! - normalCdf(-1 / 2.5))).toBeLessThan(
			0.014,
		);
		expect(found.chanceBest[0]! + found.chanceBest[1]!).toBeCloseTo(1, 10);
	});

	it("of a normal input in a linear payoff is its closed form", () => {
		[2, 1.5].forEach((s, i) => {
			const { partial, error, switches } = found.rows[i]!;
			expect(Math.abs(partial - unitLoss(1, s))).toBeLessThan(4 * error);
			expect(error).toBeLessThan(0.02);
			expect(Math.abs(switches - normalCdf(-1 / s))).toBeLessThan(0.02);
		});
	});

	it("of a dummy is nothing, and changes no choice", () => {
		expect(found.rows[2]).toEqual({ partial: 0, error: 0, switches: 0 });
	});

	it("is the same on any rising scale of the input", () => {
		const { rows } = valueOfInformation([x.map(Math.exp)], [nothing, gain]);
		expect(rows[0]!.partial).toBeCloseTo(found.rows[0]!.partial, 10);
	});

	it("of a dummy between policies of equal mean stays near nothing", () => {
		const partials = Array.from({ length: 40 }, (_, seed) => {
			const even = normals("even", seed, 2000);
			const { rows } = valueOfInformation(
				[normals("dummy", seed, 2000)],
				[even, even.map((y) => -y)],
			);
			return rows[0]!.partial;
		});
		const mean = partials.reduce((a, b) => a + b, 0) / partials.length;
		// unshrunk, its six free columns would give 2 √(6 / 2000) φ(0) = 0.044
		expect(mean).toBeLessThan(0.015);
		expect(Math.min(...partials)).toBe(0);
	});

	it("errs as it says, over seeds", () => {
		const scores = Array.from({ length: 60 }, (_, seed) => {
			const own = normals("x", seed, 2000);
			const other = normals("rest", seed, 2000);
			const gained = own.map((v, i) => 0.5 + 2 * v + 3 * other[i]!);
			const { rows } = valueOfInformation(
				[own],
				[new Float64Array(2000), gained],
			);
			return (rows[0]!.partial - unitLoss(0.5, 2)) / rows[0]!.error;
		});
		const spread = scores.reduce((sum, z) => sum + z * z, 0) / scores.length;
		// mean square of 60 standard normals: 1, standard error 0.18
		expect(spread).toBeGreaterThan(0.4);
		expect(spread).toBeLessThan(1.75);
	});

	it("of a curved payoff is found: a policy that pays only far from the middle", () => {
		const far = x.map((v, i) => v * v - 1.5 + rest[i]!);
		const { rows } = valueOfInformation([x, rest], [nothing, far]);
		// E[(x² − 1.5)₊] = 2 ∫ from r of (x² − 1.5) φ = 2 (r φ(r) − 0.5 Φ(−r)), r = √1.5
		const r = Math.sqrt(1.5);
		const phi = Math.exp(-0.75) / Math.sqrt(2 * Math.PI);
		const truth = 2 * (r * phi - 0.5 * normalCdf(-r));
		// three standard errors of 0.008, and 0.011 for linear tails beyond the last knots
		expect(Math.abs(rows[0]!.partial - truth)).toBeLessThan(0.035);
		expect(Math.abs(rows[1]!.partial - unitLoss(0.5, 1))).toBeLessThan(0.03);
	});

	it("of a switch of two states is by hand: right half of the time, worth 2 then", () => {
		const state = Float64Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
		const first = state.map(() => 5);
		const second = state.map((s) => (s === 1 ? 7 : 2));
		const { best, perfect, chanceBest, rows } = valueOfInformation(
			[state, first],
			[first, second],
		);
		expect([best, perfect, ...chanceBest.map((c) => c.toFixed(6))]).toEqual([
			0,
			1,
			"0.500000",
			"0.500000",
		]);
		expect(rows[0]!.partial).toBeCloseTo(1, 10);
		expect(rows[0]!.switches).toBe(0.5);
		expect(rows[1]).toEqual({ partial: 0, error: 0, switches: 0 });
	});

	it("shares first place among equals and leaves out incomplete replicates", () => {
		const { chanceBest, best } = valueOfInformation(
			[],
			[Float64Array.of(1, 3, Number.NaN), Float64Array.of(1, 2, 9)],
		);
		expect(best).toBe(0);
		expect(chanceBest).toEqual([0.75, 0.25]);
	});

	it("refuses no policy, no complete replicate and columns of another length", () => {
		expect(() => valueOfInformation([], [])).toThrow(/no complete replicate/);
		expect(() => valueOfInformation([], [Float64Array.of(Number.NaN)])).toThrow(
			/no complete replicate/,
		);
		expect(() =>
			valueOfInformation([Float64Array.of(1)], [Float64Array.of(1, 2)]),
		).toThrow(/has 1 replicates; expected 2/);
	});
});
