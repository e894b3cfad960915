import { describe, expect, it } from "vitest";
import {
	alikeCurves,
	nameOfAlike,
} from "../../../src/charts/exceedance/alike-curves.ts";
import type { Curve } from "../../../src/charts/exceedance/exceedance-curve.ts";
import { HUES } from "../../../src/charts/frame/theme.ts";

/** A curve of these shares, per cent, over the same amounts as any other. */
const curve = (title: string, shares: readonly number[]): Curve => ({
	scenario: { name: "n", title, hash: "abcdef", marks: [] },
	hue: HUES[0]!,
	points: shares.map((share, amount) => ({
		...{ amount, share },
		low: share,
		high: share,
	})),
});
/** A plot of 420 px for 100 %. */
const down = (share: number) => 4.2 * (100 - share);

describe("curves that look like one", () => {
	it("are those less than four pixels apart at every amount; one without runs is in none", () => {
		const curves = [
			curve("one", [0, 10]),
			curve("near", [0.5, 10.9]),
			curve("apart at the end", [0, 11]),
			curve("empty", []),
		];
		const groups = alikeCurves(curves, down).map((group) =>
			group.map(({ scenario }) => scenario.title),
		);
		expect(groups).toEqual([["one", "near"], ["apart at the end"]]);
	});

	it("are named together where that fits, else by the first and a count", () => {
		expect(nameOfAlike([curve("One", []), curve("Two", [])])).toBe("One, Two");
		const long = ["The US ban returns", "Allied refining", "US stockpile"];
		expect(nameOfAlike(long.map((title) => curve(`${title} again`, [])))).toBe(
			"The US ban returns again and 2 like it",
		);
	});
});
