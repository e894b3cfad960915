import { describe, expect, it } from "vitest";
import type { Distribution } from "../../src/random/distribution.ts";
import { checkDistribution, inverseCdf } from "../../src/random/draw.ts";

const at = (distribution: Distribution) => (u: number) =>
	inverseCdf(distribution, u);

describe("drawing by inversion", () => {
	it("a split lognormal stands on its 5, 50 and 95 % points", () => {
		const draw = at({ kind: "lognormal", median: 0.2, p5: 0.08, p95: 0.45 });
		expect(draw(0.05)).toBeCloseTo(0.08, 12);
		expect(draw(0.5)).toBeCloseTo(0.2, 12);
		expect(draw(0.95)).toBeCloseTo(0.45, 12);
	});

	it("a split logit-normal stands on its points and stays inside 0 and 1", () => {
		const draw = at({ kind: "logitnormal", median: 0.3, p5: 0.1, p95: 0.5 });
		expect(draw(0.05)).toBeCloseTo(0.1, 12);
		expect(draw(0.5)).toBeCloseTo(0.3, 12);
		expect(draw(0.95)).toBeCloseTo(0.5, 12);
		expect(draw(1 - 1e-15)).toBeLessThan(1);
		expect(draw(1e-15)).toBeGreaterThan(0);
	});

	it("a triangle's quantiles are those of its two square roots", () => {
		const draw = at({ kind: "triangular", low: 0, mode: 0.02, high: 0.05 });
		expect(draw(0.4)).toBeCloseTo(0.02, 12);
		expect(draw(0.1)).toBeCloseTo(Math.sqrt(0.1 * 0.05 * 0.02), 12);
		expect(draw(0.9)).toBeCloseTo(0.05 - Math.sqrt(0.1 * 0.05 * 0.03), 12);
	});

	it("a triangle without width is its one number", () => {
		expect(at({ kind: "triangular", low: 2, mode: 2, high: 2 })(0.3)).toBe(2);
	});

	it("every kind rises with its uniform, so that ranks survive another distribution", () => {
		const kinds: readonly Distribution[] = [
			{ kind: "uniform", low: -1, high: 3 },
			{ kind: "triangular", low: 1, mode: 2, high: 9 },
			{ kind: "lognormal", median: 40, p5: 24, p95: 60 },
			{ kind: "logitnormal", median: 0.35, p5: 0.15, p95: 0.6 },
		];
		for (const kind of kinds)
			for (let u = 0.01; u < 0.98; u += 0.01)
				expect(inverseCdf(kind, u + 0.01)).toBeGreaterThan(inverseCdf(kind, u));
	});

	it("an impossible distribution is named in words", () => {
		expect(checkDistribution({ kind: "uniform", low: 2, high: 1 })).toMatch(
			/lower first/,
		);
		expect(
			checkDistribution({ kind: "lognormal", median: 1, p5: 0, p95: 2 }),
		).toMatch(/p5/);
		expect(
			checkDistribution({ kind: "logitnormal", median: 0.5, p5: 0.1, p95: 1 }),
		).toMatch(/p95 < 1/);
		expect(checkDistribution({ kind: "fixed", value: Number.NaN })).toMatch(
			/finite/,
		);
		expect(
			checkDistribution({ kind: "triangular", low: 1, mode: 2, high: 2 }),
		).toBeNull();
	});
});
