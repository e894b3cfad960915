import { describe, expect, it } from "vitest";
import { designPoints } from "../../src/experiment/design-points.ts";
import { parseAxis } from "../../src/scenario/edits/vary.ts";

const axes = (...texts: readonly string[]) =>
	texts.map((text) => parseAxis(text, "--vary"));

describe("a design", () => {
	it("grid crosses all values, ends of ranges included", () => {
		expect(designPoints("grid", axes("a=0..8000:3", "b=x,y"), null, 1)).toEqual(
			[
				["0", "x"],
				["0", "y"],
				["4000", "x"],
				["4000", "y"],
				["8000", "x"],
				["8000", "y"],
			],
		);
	});

	it("grid takes five points of a range that names none", () => {
		const points = designPoints("grid", axes("a=0..1"), null, 1);
		expect(points.flat()).toEqual(["0", "0.25", "0.5", "0.75", "1"]);
	});

	it("list takes first with first, and refuses lists of unlike length", () => {
		expect(designPoints("list", axes("a=1,2", "b=x,y"), null, 1)).toEqual([
			["1", "x"],
			["2", "y"],
		]);
		expect(() =>
			designPoints("list", axes("a=1,2,3", "b=x,y"), null, 1),
		).toThrow(/as many values of every path; here are 3, 2/);
	});

	it("lhs has one point in each stratum of every range, and a list in equal parts", () => {
		const points = designPoints("lhs", axes("a=0..10", "b=x,y"), 10, 7);
		const strata = points.map(([a]) => Math.floor(Number(a)));
		expect([...strata].sort((a, b) => a - b)).toEqual([
			0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
		]);
		expect(points.filter(([, b]) => b === "x")).toHaveLength(5);
	});

	it("sobol has one point of sixteen in each of the 4 × 4 cells of two ranges", () => {
		const points = designPoints("sobol", axes("a=0..4", "b=0..4"), 16, 7);
		const cells = points.map(([a, b]) =>
			[a, b].map((value) => Math.floor(Number(value))).join(),
		);
		expect(new Set(cells).size).toBe(16);
	});

	it("lhs follows the seed, and takes its size from a range when nothing else says", () => {
		const at = (seed: number) =>
			designPoints("lhs", axes("a=0..10:6"), null, seed);
		expect(at(1)).toHaveLength(6);
		expect(at(1)).toEqual(at(1));
		expect(at(1)).not.toEqual(at(2));
	});
});

describe("--vary", () => {
	it.each([
		["a", /expected path=lo\.\.hi/],
		["=1..2", /expected path=lo\.\.hi/],
		["a=", /expected path=lo\.\.hi/],
		["a=5..2", /the lower first/],
		["a=0..1:1", /from 2 to 1000 points/],
		["a=0 t..5 t", /two plain numbers/],
		["a=1,,2", /a value between commas/],
	])("%s is refused", (text, said) => {
		expect(() => parseAxis(text, "--vary")).toThrow(said);
	});

	it("reads a range, a range with points, and a list", () => {
		expect(parseAxis("a.b=-1..2.5e3", "--vary")).toEqual({
			path: "a.b",
			values: { kind: "range", low: -1, high: 2500, count: null },
		});
		expect(parseAxis("a=0..1:9", "--vary").values).toMatchObject({ count: 9 });
		expect(parseAxis("a= 2027-01-01, 2028-01-01", "--vary").values).toEqual({
			kind: "list",
			items: ["2027-01-01", "2028-01-01"],
		});
	});
});
