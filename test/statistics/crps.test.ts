import { describe, expect, it } from "vitest";
import { inverseNormal } from "../../src/math.ts";
import { questionKey } from "../../src/random/question.ts";
import { Streams } from "../../src/random/streams.ts";
import {
	crpsOfEnsemble,
	crpsOfNormal,
	ensembleOf,
	ensembleQuantile,
	pitOfEnsemble,
} from "../../src/statistics/crps.ts";

const streams = new Streams("crps", 0);
const key = questionKey("crps", "test");
const uniform = (i: number) => streams.uniform(key, i);

/** The score by its definition: every pair of members is looked at. */
function byPairs(
	values: readonly number[],
	weights: readonly number[],
	came: number,
) {
	const total = weights.reduce((a, b) => a + b, 0);
	const w = weights.map((weight) => weight / total);
	let distance = 0;
	let spread = 0;
	let squares = 0;
	values.forEach((x, i) => {
		distance += w[i]! * Math.abs(x - came);
		squares += w[i]! ** 2;
		values.forEach((y, j) => {
			spread += (w[i]! * w[j]! * Math.abs(x - y)) / 2;
		});
	});
	return {
		plain: distance - spread,
		fair: distance - spread / (1 - squares),
	};
}

describe("the continuous ranked probability score", () => {
	it("of weighted members is the double sum over all pairs, ties and zero weights among them", () => {
		const values = Array.from({ length: 40 }, (_, i) =>
			Math.round(10 * uniform(i)),
		);
		const weights = values.map((_, i) => (i % 5 === 0 ? 0 : uniform(100 + i)));
		for (const came of [-3, 0, 4, 5.5, 20]) {
			const expected = byPairs(values, weights, came);
			const found = crpsOfEnsemble(ensembleOf(values, weights), came);
			expect(found.plain).toBeCloseTo(expected.plain, 12);
			expect(found.fair).toBeCloseTo(expected.fair, 12);
		}
	});

	it("of a normal is that of many of its quantiles", () => {
		const n = 20_000;
		const values = Array.from(
			{ length: n },
			(_, i) => 2 + 0.7 * inverseNormal((i + 0.5) / n),
		);
		const members = ensembleOf(
			values,
			values.map(() => 1),
		);
		for (const came of [-1, 1.5, 2, 3, 6])
			expect(crpsOfEnsemble(members, came).plain).toBeCloseTo(
				crpsOfNormal(2, 0.7, came),
				4,
			);
	});

	it("at the middle of a standard normal is (√2 − 1) / √π", () => {
		expect(crpsOfNormal(0, 1, 0)).toBeCloseTo(
			(Math.SQRT2 - 1) / Math.sqrt(Math.PI),
			12,
		);
	});

	it("is fair: over many small ensembles its mean is that of the distribution, the plain one's is not", () => {
		const rounds = 20_000;
		let fair = 0;
		let plain = 0;
		for (let i = 0; i < rounds; i += 1) {
			const members = [1, 2, 3].map((k) => streams.normal(key, 4 * i + k));
			const score = crpsOfEnsemble(ensembleOf(members, [1, 1, 1]), 0.5);
			fair += score.fair / rounds;
			plain += score.plain / rounds;
		}
		const truth = crpsOfNormal(0, 1, 0.5);
		expect(Math.abs(fair - truth)).toBeLessThan(0.01);
		expect(plain - truth).toBeGreaterThan(0.1);
	});

	it("does not care how weights are scaled; a weight of 2 is a member that stands twice, but for fairness", () => {
		const doubled = crpsOfEnsemble(ensembleOf([1, 4, 6], [2, 4, 2]), 3);
		const single = crpsOfEnsemble(ensembleOf([1, 4, 6], [1, 2, 1]), 3);
		const twice = crpsOfEnsemble(ensembleOf([1, 4, 4, 6], [1, 1, 1, 1]), 3);
		expect(doubled.plain).toBeCloseTo(single.plain, 14);
		expect(doubled.fair).toBeCloseTo(single.fair, 14);
		expect(single.plain).toBeCloseTo(twice.plain, 14);
		expect(single.fair).not.toBeCloseTo(twice.fair, 3);
	});
});

describe("the place of the outcome in an ensemble", () => {
	const members = ensembleOf([1, 2, 2, 3], [0.1, 0.2, 0.3, 0.4]);

	it("is the weight below, and half of the weight at it", () => {
		expect(pitOfEnsemble(members, 0)).toBe(0);
		expect(pitOfEnsemble(members, 1.5)).toBeCloseTo(0.1, 14);
		expect(pitOfEnsemble(members, 2)).toBeCloseTo(0.35, 14);
		expect(pitOfEnsemble(members, 3)).toBeCloseTo(0.8, 14);
		expect(pitOfEnsemble(members, 4)).toBeCloseTo(1, 14);
	});

	it("is matched by the quantile: the first member that reaches it", () => {
		expect(ensembleQuantile(members, 0.05)).toBe(1);
		expect(ensembleQuantile(members, 0.55)).toBe(2);
		expect(ensembleQuantile(members, 0.61)).toBe(3);
	});

	it("needs weights that fit the members", () => {
		expect(() => ensembleOf([1, 2], [1])).toThrow(RangeError);
		expect(() => ensembleOf([1, 2], [0, 0])).toThrow(/sum to 0/);
	});
});
