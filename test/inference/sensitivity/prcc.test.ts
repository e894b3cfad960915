import { describe, expect, it } from "vitest";
import { midRanks } from "../../../src/inference/sensitivity/mid-ranks.ts";
import { partialRankCorrelations } from "../../../src/inference/sensitivity/prcc.ts";
import { questionKey } from "../../../src/random/question.ts";
import { scrambledSobol } from "../../../src/random/sobol-sequence.ts";
import { Streams } from "../../../src/random/streams.ts";

/** Pearson's correlation, written plainly. */
function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
	const [xs, ys] = [Array.from(x), Array.from(y)];
	const meanOf = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
	const [mx, my] = [meanOf(xs), meanOf(ys)];
	const sum = (of: (i: number) => number) =>
		xs.reduce((total, _, i) => total + of(i), 0);
	return (
		sum((i) => (xs[i]! - mx) * (ys[i]! - my)) /
		Math.sqrt(sum((i) => (xs[i]! - mx) ** 2) * sum((i) => (ys[i]! - my) ** 2))
	);
}

/** Partial correlation by its recursion over the columns held: another way than ours. */
function partial(
	x: ArrayLike<number>,
	y: ArrayLike<number>,
	held: readonly ArrayLike<number>[],
): number {
	const [z, ...rest] = held;
	if (z === undefined) return pearson(x, y);
	const xy = partial(x, y, rest);
	const xz = partial(x, z, rest);
	const yz = partial(y, z, rest);
	return (xy - xz * yz) / Math.sqrt((1 - xz ** 2) * (1 - yz ** 2));
}

function noise(n: number, name: string): Float64Array {
	const streams = new Streams("prcc", 0);
	const key = questionKey("test", name);
	return Float64Array.from({ length: n }, (_, i) => streams.normal(key, i));
}

const A = Float64Array.of(1, 2, 2, 4, 5, 6, 7, 9, 3, 8);
const B = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3);
const C = Float64Array.of(2, 7, 1, 8, 2, 8, 1, 8, 2, 8);
const Y = Float64Array.of(1, 3, 4, 4, 7, 9, 6, 10, 5, 7);

describe("partial rank correlations", () => {
	it("are those of the recursion, with ties, on ten rows", () => {
		const [a, b, c, y] = [A, B, C, Y].map(midRanks) as [
			Float64Array,
			Float64Array,
			Float64Array,
			Float64Array,
		];
		const found = partialRankCorrelations([A, B, C], Y);
		expect(found[0]!.value).toBeCloseTo(partial(a, y, [b, c]), 12);
		expect(found[1]!.value).toBeCloseTo(partial(b, y, [a, c]), 12);
		expect(found[2]!.value).toBeCloseTo(partial(c, y, [a, b]), 12);
	});

	it("of one input are Spearman's, with Fisher's interval and Student's p", () => {
		const x = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
		const y = Float64Array.of(2, 1, 4, 3, 6, 5, 8, 7, 10, 9);
		const { value, interval, p } = partialRankCorrelations([x], y)[0]!;
		// ten differences of one: 1 − 6 · 10 / 990
		expect(value).toBeCloseTo(1 - 60 / 990, 12);
		const reach = 1.959963984540054 / Math.sqrt(7);
		expect(interval.low).toBeCloseTo(Math.tanh(Math.atanh(value) - reach), 10);
		expect(interval.high).toBeCloseTo(Math.tanh(Math.atanh(value) + reach), 10);
		// t = 7.7496 with 8 degrees of freedom
		expect(p).toBeGreaterThan(5.4e-5);
		expect(p).toBeLessThan(5.6e-5);
	});

	it("see a monotone curve as it is, and nothing in a dummy", () => {
		const points = scrambledSobol(1024, 3, 1);
		const inputs = [0, 1, 2].map((d) =>
			Float64Array.from(points, (x) => x[d]!),
		);
		const y = Float64Array.from(
			points,
			(x) => Math.exp(8 * x[0]!) / (0.2 + x[1]!),
		);
		const found = partialRankCorrelations(inputs, y);
		expect(found[0]!.value).toBeGreaterThan(0.97);
		expect(found[1]!.value).toBeLessThan(-0.7);
		expect(Math.abs(found[2]!.value)).toBeLessThan(0.1);
		expect(found[2]!.p).toBeGreaterThan(0.01);
		expect(found[0]!.p).toBeLessThan(1e-12);
	});

	it("hold the truth of zero nineteen times in twenty", () => {
		const held = Array.from({ length: 300 }, (_, k) => {
			const x = noise(40, `x ${k}`);
			const common = noise(40, `common ${k}`);
			const own = noise(40, `own ${k}`);
			const y = own.map((v, i) => v + common[i]!);
			const other = x.map((v, i) => v + common[i]!);
			return partialRankCorrelations([noise(40, `dummy ${k}`), other], y)[0]!;
		}).filter(({ interval }) => interval.low < 0 && interval.high > 0).length;
		// four standard errors of 0.0126
		expect(Math.abs(held / 300 - 0.95)).toBeLessThan(0.05);
	});

	it("of a perfect rise are one, with p of zero", () => {
		const x = Float64Array.of(1, 2, 3, 4, 5, 6);
		const [found] = partialRankCorrelations([x], x.map(Math.exp));
		expect(found!.value).toBeCloseTo(1, 12);
		expect(found!.p).toBeLessThan(1e-12);
	});

	it("are unknown for a constant input and for a repeated one, and spare the rest", () => {
		const constant = A.map(() => 4);
		const found = partialRankCorrelations([A, constant, B, A], Y);
		const plain = partialRankCorrelations([A, B], Y);
		expect(found[1]!.value).toBeNaN();
		expect(found[3]!.p).toBeNaN();
		expect(found[0]).toEqual(plain[0]);
		expect(found[2]).toEqual(plain[1]);
		expect(partialRankCorrelations([A], constant)[0]!.value).toBeNaN();
	});

	it("leave out rows without an output, and refuse columns of another length", () => {
		const gap = Y.slice();
		gap[4] = Number.NaN;
		const keep = (_: number, r: number) => r !== 4;
		expect(partialRankCorrelations([A, B], gap)).toEqual(
			partialRankCorrelations([A.filter(keep), B.filter(keep)], Y.filter(keep)),
		);
		expect(() => partialRankCorrelations([A.slice(1)], Y)).toThrow(
			/inputs\[0\] has 9 rows; expected 10/,
		);
	});
});
