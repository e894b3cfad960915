import { describe, expect, it } from "vitest";
import { WORLD } from "../../../src/calibration/agents/the-world.ts";
import { layOut } from "../../../src/market/world/lay-out.ts";
import { MarketState } from "../../../src/market/world/state.ts";
import { STATE_FIELDS } from "../../../src/market/world/state-fields.ts";

const structure = layOut(WORLD, []);
const state = new MarketState(structure);
/** Memory of the whole, not fields of it. */
const WHOLE = ["memory", "now"];
const arrays = new Map(
	Object.entries(state).flatMap(([name, value]: [string, unknown]) =>
		value instanceof Float64Array && !WHOLE.includes(name)
			? [[name, value] as const]
			: [],
	),
);

describe("the state of the market", () => {
	it("has the fields that are declared, and no other", () => {
		expect([...arrays.keys()].sort()).toEqual(
			STATE_FIELDS.map(({ name }) => name).sort(),
		);
	});

	it("has a piece of memory of its own for every field", () => {
		const held = [...arrays.values()].filter(({ length }) => length > 0);
		const begins = new Set(held.map(({ byteOffset }) => byteOffset));
		expect(held.length).toBeGreaterThan(70);
		expect(begins.size).toBe(held.length);
	});

	it.each(STATE_FIELDS.map((field) => [field.name, field] as const))(
		"holds in %s as many values as are declared, and says what they are",
		(name, { lengthIn, meaning, owner, part }) => {
			expect(arrays.get(name)?.length).toBe(lengthIn(structure));
			expect(owner).toMatch(/^[a-z0-9 ×()]+$/);
			expect(meaning).not.toBe("");
			expect(part).not.toBe("");
		},
	);
});
