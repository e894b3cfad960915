import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { writeScenario } from "../../src/scenario/file/write.ts";
import { SHOCK_KINDS } from "../../src/scenario/shocks/shock-fields.ts";
import { ScenarioError } from "../../src/scenario/text/fault.ts";
import { many } from "../long.ts";
import { HEAD, load } from "./files.ts";
import { shockOfKind } from "./sound-shocks.ts";

const RUNS = many(40, 200);
/** Kinds that can only be sound beside another shock. */
const NEEDS_ANOTHER = ["restriction-suspension"];

describe("a shock invented from the schema of its kind", () => {
	it.each(SHOCK_KINDS)(
		"%s: refused in words, or written and read again to the last field",
		(kind) => {
			let sound = 0;
			fc.assert(
				fc.property(shockOfKind(kind), (shock) => {
					const file = { ...parse(HEAD), shocks: [shock] };
					try {
						const { scenario } = load({ "test.yaml": stringify(file) });
						const text = writeScenario(scenario);
						expect(load({ "test.yaml": text }).scenario).toEqual(scenario);
						sound += 1;
					} catch (error) {
						if (!(error instanceof ScenarioError)) throw error;
						for (const { message, place } of error.faults) {
							expect(message).not.toMatch(/undefined|\[object|NaN/);
							expect(place.line).toBeGreaterThan(0);
						}
					}
				}),
				{ numRuns: RUNS, seed: 16 },
			);
			if (NEEDS_ANOTHER.includes(kind)) expect(sound).toBe(0);
			else expect(sound).toBeGreaterThan(0);
		},
	);
});
