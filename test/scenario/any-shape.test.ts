import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { EditError } from "../../src/scenario/edits/edit.ts";
import { TOP_KEYS } from "../../src/scenario/file/file-format.ts";
import { writeScenario } from "../../src/scenario/file/write.ts";
import {
	keysOfKind,
	SHOCK_KINDS,
} from "../../src/scenario/shocks/shock-fields.ts";
import { ScenarioError } from "../../src/scenario/text/fault.ts";
import { many } from "../long.ts";
import { HEAD, load } from "./files.ts";

const RUNS = many(60, 1000);

const word = fc.constantFrom(
	"China",
	"US",
	"all",
	"refined",
	"mines",
	"ban",
	"quota",
	"licence",
	"olimpiada",
	"glass",
	"2024-01-01",
	"2026-12",
	"2000 t/y",
	"40 t/month",
	"5 million USD",
	"9 USD/t",
	"thompson-falls",
	"russian-exporters",
	"fill",
	"release",
	"visit",
	"certified",
	"5 %",
	"t/y",
	"a",
	"b",
	"./a.yaml",
	"mean(x) < 1",
	"",
	" ",
	"é",
);
const leaf = fc.oneof(
	word,
	fc.integer({ min: -3, max: 3 }),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.constant(null),
);
const shapes = ["value", "uniform", "triangular", "lognormal", "logitnormal"];
const keys = [
	...new Set([
		...TOP_KEYS,
		...SHOCK_KINDS.flatMap(keysOfKind),
		...shapes,
		...["unit", "basis", "source", "median", "p5", "p95", "kick", "outside"],
		...["month", "level", "tonnes", "remove", "precaution", "toString"],
	]),
];
const { tree } = fc.letrec((tie) => ({
	tree: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		leaf,
		fc.array(tie("tree"), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom(...keys), tie("tree"), { maxKeys: 5 }),
	),
}));
const shock = fc
	.record({
		id: fc.oneof(
			{ weight: 9, arbitrary: fc.constantFrom("a", "b", "c") },
			tree,
		),
		kind: fc.constantFrom(...SHOCK_KINDS),
	})
	.chain(({ id, kind }) =>
		fc
			.dictionary(fc.constantFrom(...keysOfKind(kind)), tree, { maxKeys: 12 })
			.map((fields) => ({ ...fields, id, kind })),
	);
const file = fc.record(
	{
		version: fc.constant(1),
		name: fc.oneof(fc.constant("x"), tree),
		question: fc.constant("Why?"),
		horizon: tree,
		reference: tree,
		parameters: tree,
		shocks: fc.oneof(tree, fc.array(fc.oneof(shock, tree), { maxLength: 5 })),
		expect: tree,
		extends: fc.constant("./base.yaml"),
	},
	{ requiredKeys: ["version", "name", "question"] },
);

/** Reads files; what is refused must be refused in words, with a place and a field. */
function answer(
	texts: Readonly<Record<string, string>>,
	edits: { path: string; value: string }[] = [],
) {
	try {
		return load(texts, "test.yaml", edits).scenario;
	} catch (error) {
		if (error instanceof EditError) return null;
		if (!(error instanceof ScenarioError)) throw error;
		for (const { place, field, message } of error.faults) {
			expect(place.line).toBeGreaterThan(0);
			expect(place.column).toBeGreaterThan(0);
			expect(field).not.toBe("");
			expect(message).not.toMatch(/\[object|undefined|NaN;|Invalid input/);
		}
		return null;
	}
}

describe("P16: data of any shape gets an answer", () => {
	it("alone, and laid over a file it extends", () => {
		fc.assert(
			fc.property(file, file, (own, base) => {
				const scenario = answer({
					"test.yaml": stringify(own),
					"base.yaml": stringify(base),
				});
				if (scenario === null) return;
				const text = writeScenario(scenario);
				expect(load({ "test.yaml": text }).scenario).toEqual(scenario);
			}),
			{ numRuns: RUNS, seed: 16 },
		);
	});

	it("and so do any text and any edit", () => {
		const part = fc.oneof(
			fc.constantFrom(...keys, "shocks", "parameters", "r", "0"),
			fc.string({ maxLength: 5 }),
		);
		const edit = fc.record({
			path: fc.array(part, { maxLength: 4 }).map((parts) => parts.join(".")),
			value: fc.oneof(
				fc.string({ unit: "binary", maxLength: 20 }),
				tree.map((value) => stringify(value, { collectionStyle: "flow" })),
			),
		});
		const refinery = `${HEAD}shocks: [{id: r, kind: refining-investment, in: PK, capacity: 5 t/y, decisionProbability: 1, from: 2026-01-01}]\n`;
		fc.assert(
			fc.property(
				fc.string({ unit: "binary", maxLength: 60 }),
				fc.array(edit, { maxLength: 2 }),
				(text, edits) => {
					answer({ "test.yaml": text });
					answer({ "test.yaml": HEAD + text });
					answer({ "test.yaml": refinery }, edits);
				},
			),
			{ numRuns: RUNS, seed: 16 },
		);
	});
});
