import { describe, expect, it } from "vitest";
import { csvDifference } from "../../src/cli/repro/csv-difference.ts";
import { firstUnlike } from "../../src/cli/repro/unlike.ts";

describe("the first plotted number that differs", () => {
	it.each([
		["a,b\n1,2\n", "a,b\n1,2\n", null],
		["a,b\n1,2\n", "a,b\n1,3\n", "line 2, b: stored 2, drawn again 3"],
		[
			'a,b\n"x, ""y""",2\n',
			'a,b\n"x, ""y""",\n',
			"line 2, b: stored 2, drawn again nothing",
		],
		["a,b\n1,2\n", "a,b\n", "line 2, a: stored 1, drawn again nothing"],
		["a\n1\n", "a\n1\n2\n", "line 3, a: stored nothing, drawn again 2"],
		["a\r\n1\r\n", "a\n1\n", "line ends or quotes"],
	])("of %j and %j is told as %j", (stored, found, words) => {
		expect(csvDifference(stored, found)).toBe(words);
	});
});

describe("the first place where two summaries differ", () => {
	it("is told with its path and both values; NaN is like NaN", () => {
		const stored = { a: { n: 1, mean: Number.NaN }, b: [1, 2] };
		expect(firstUnlike(stored, structuredClone(stored))).toBeNull();
		expect(firstUnlike(stored, { ...stored, b: [1, 3] })).toBe(
			"b.1: stored 2, run again 3",
		);
		expect(firstUnlike(stored, { a: { n: 1 }, b: [1, 2] })).toBe(
			"a.mean: stored NaN, run again nothing",
		);
	});
});
