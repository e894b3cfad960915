import { describe, expect, it } from "vitest";
import { isClear, verdictOf } from "../../src/experiment/verdict.ts";
import { pairedStatistics } from "../../src/statistics/paired.ts";

const mean = (value: number, low: number, high: number, error: number) => ({
	value,
	low,
	high,
	error,
});

describe("the verdict on a paired difference", () => {
	it.each([
		["higher", mean(3, 1, 5, 1)],
		["lower", mean(-3, -5, -1, 1)],
		["no clear difference", mean(1, -1, 3, 1)],
		["no clear difference", mean(1, 0, 2, 0.5)],
		["no clear difference", mean(0, -2, 2, 1)],
		["equal", mean(0, 0, 0, 0)],
	] as const)("is %s for a mean of %o", (said, given) => {
		expect(verdictOf({ n: 100, mean: given })).toBe(said);
	});

	it.each([
		["equal", [1, 2], [1, 2]],
		["higher", [1, 2], [4, 5]],
		["no clear difference", [1, 2], [0, 3]],
		["no clear difference", [1], [2]],
		["equal", [1], [1]],
		["no pair has both", [1, Number.NaN], [Number.NaN, 2]],
	] as const)("is %s from %j to %j", (said, base, other) => {
		const pairs = pairedStatistics(
			Float64Array.from(base),
			Float64Array.from(other),
		);
		expect(verdictOf(pairs)).toBe(said);
	});

	it("is clear only when it names a side", () => {
		const clear = [
			"equal",
			"no clear difference",
			"higher",
			"lower",
			"no pair has both",
		].filter(isClear);
		expect(clear).toEqual(["higher", "lower"]);
	});
});
