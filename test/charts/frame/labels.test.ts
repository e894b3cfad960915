import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pushApart } from "../../../src/charts/frame/labels.ts";

const places = fc.array(fc.integer({ min: 0, max: 300 }), {
	minLength: 1,
	maxLength: 8,
});

describe("labels pushed apart", () => {
	it("stay where they belong when there is room", () => {
		expect(pushApart([100, 20, 60], 15)).toEqual([100, 20, 60]);
	});

	it("spread evenly around where they meet", () => {
		expect(pushApart([50, 50, 50], 10)).toEqual([40, 50, 60]);
	});

	it("move those below when one is squeezed, and no others", () => {
		expect(pushApart([10, 12, 200], 10)).toEqual([6, 16, 200]);
	});

	it("keep their distance and their order, whatever is wanted", () => {
		fc.assert(
			fc.property(places, (wanted) => {
				const placed = pushApart(wanted, 15);
				wanted.forEach((a, i) => {
					wanted.forEach((b, k) => {
						if (i === k) return;
						const gap = placed[k]! - placed[i]!;
						expect(Math.abs(gap)).toBeGreaterThanOrEqual(15 - 1e-9);
						if (a < b) expect(gap).toBeGreaterThan(0);
					});
				});
			}),
			{ seed: 1 },
		);
	});

	it("stay between their bounds when all fit", () => {
		fc.assert(
			fc.property(places, (wanted) => {
				for (const place of pushApart(wanted, 15, 0, 300)) {
					expect(place).toBeGreaterThanOrEqual(-1e-9);
					expect(place).toBeLessThanOrEqual(300 + 1e-9);
				}
			}),
			{ seed: 2 },
		);
	});

	it("lie at the least sum of squares: no small move of a pile is better", () => {
		fc.assert(
			fc.property(places, fc.integer({ min: -3, max: 3 }), (wanted, move) => {
				const placed = pushApart(wanted, 15);
				const cost = (shift: number) =>
					placed.reduce(
						(sum, place, i) => sum + (place + shift - wanted[i]!) ** 2,
						0,
					);
				expect(cost(0)).toBeLessThanOrEqual(cost(move) + 1e-6);
			}),
			{ seed: 3 },
		);
	});
});
