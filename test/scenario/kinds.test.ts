import { describe, expect, it } from "vitest";
import { alternativesOf, kindOf } from "../../src/scenario/shocks/kinds.ts";
import { SHOCK_KINDS } from "../../src/scenario/shocks/shock-fields.ts";

describe("the table of kinds of shocks", () => {
	it("declares each kind once", () => {
		expect(SHOCK_KINDS).toEqual([...new Set(SHOCK_KINDS)]);
	});

	it("finds the declaration of a kind by its name and refuses a name that no kind has", () => {
		for (const kind of SHOCK_KINDS)
			expect(kindOf({ kind }).fields.shape.kind.value).toBe(kind);
		expect(() => kindOf({ kind: "earthquake" })).toThrow(
			new RangeError("no kind of shock is earthquake"),
		);
	});

	it("adds the alternatives of a kind to those of all kinds", () => {
		expect(alternativesOf("outage")).toEqual([
			["to", "months"],
			["agents", "region"],
		]);
		expect(alternativesOf("earthquake")).toEqual([["to", "months"]]);
	});
});
