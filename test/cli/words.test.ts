import { describe, expect, it } from "vitest";
import { BATCH_FLAGS } from "../../src/cli/line/batch-flags.ts";
import { repeatLine } from "../../src/cli/line/repeat-line.ts";
import { setRow, widthsOf, wrapped } from "../../src/cli/terminal/columns.ts";
import { spanOf, sparkline } from "../../src/cli/terminal/sparkline.ts";
import { DEFAULT_PARAMETERS } from "../../src/market/simulator.ts";
import { numberWords } from "../../src/words/numbers.ts";
import { safeText } from "../../src/words/safe-text.ts";

describe("numbers for people", () => {
	it.each([
		[0, "0"],
		[0.012345, "0.0123"],
		[99.96, "100"],
		[12_345.6, "12,346"],
		[-1234, "−1,234"],
		[0.00000196, "2.0e-6"],
		[265_400_000, "265,400,000"],
		[Number.NaN, "–"],
	])("%d is %s", (value, words) => {
		expect(numberWords(value)).toBe(words);
	});
});

describe("a sparkline", () => {
	it("runs from the lowest bar at the low end of its span to the highest at the high end", () => {
		expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8, { low: 0, high: 7 })).toBe(
			"▁▂▃▄▅▆▇█",
		);
	});

	it("shows the mean of each part when there are more values than bars", () => {
		expect(sparkline([0, 0, 10, 10], 2, { low: 0, high: 10 })).toBe("▁█");
	});

	it("is flat for a flat series", () => {
		expect(sparkline([5, 5, 5], 3, spanOf([[5, 5, 5]]))).toBe("▁▁▁");
	});

	it("compares series on one scale", () => {
		const span = spanOf([
			[1, 2],
			[1, 8],
		]);
		expect(span).toEqual({ low: 1, high: 8 });
		expect(sparkline([1, 2], 2, span)).toBe("▁▂");
	});
});

describe("columns", () => {
	it("set words left and numbers right", () => {
		const rows = [
			["a", "1"],
			["longer", "1,000"],
		];
		expect(rows.map((row) => setRow(row, widthsOf(rows)))).toEqual([
			"a           1",
			"longer  1,000",
		]);
	});

	it("lines of words keep to their width, and every one is indented", () => {
		expect(wrapped("one two three four", 11, "  ")).toEqual([
			"  one two",
			"  three",
			"  four",
		]);
	});
});

describe("text for a terminal", () => {
	it("spells out what could move the cursor or turn the line around", () => {
		expect(safeText("a\u001b[31mb\u202ec\u009bd\re")).toBe(
			"a\\u001b[31mb\\u202ec\\u009bd\\u000de",
		);
	});

	it("leaves letters of any alphabet, tabs and new lines alone", () => {
		expect(safeText("锑\tSb\n±")).toBe("锑\tSb\n±");
	});
});

describe("the flags of a batch", () => {
	it("draw parameters from what the model takes without being asked", () => {
		expect(BATCH_FLAGS.parameters.default).toBe(DEFAULT_PARAMETERS);
	});
});

describe("the command line that repeats a batch", () => {
	const options = {
		json: true,
		quiet: true,
		colour: true,
		replicates: 600,
		seed: 42 as number | string,
		seedGiven: false,
		workers: 2,
		out: "elsewhere",
		edits: [] as string[],
		parameters: "posterior",
		from: "record",
		without: [],
		keepPaths: false,
		shard: null,
	} as const;

	it("names what decides the numbers and nothing else", () => {
		expect(repeatLine("compare", ["a", "b.yaml"], options)).toBe(
			"npx stibium compare a b.yaml -n 600 --seed 42",
		);
	});

	it("names where replicates begin unless it is the usual place", () => {
		expect(repeatLine("run", ["a"], { ...options, from: "posterior" })).toBe(
			"npx stibium run a -n 600 --seed 42 --from posterior",
		);
		expect(repeatLine("run", ["a"], { ...options, from: null })).toBe(
			"npx stibium run a -n 600 --seed 42",
		);
	});

	it("quotes what a shell would split, and keeps a seed below zero from looking like a flag", () => {
		const words = { ...options, seed: "it's late", edits: ["name=a b"] };
		expect(repeatLine("run", ["a"], words)).toBe(
			"npx stibium run a -n 600 --seed 'it'\\''s late' --set 'name=a b'",
		);
		expect(repeatLine("run", ["a"], { ...options, seed: -5 })).toContain(
			"--seed=-5",
		);
	});
});
