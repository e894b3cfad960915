import { describe, expect, it } from "vitest";
import { canonicalScenario } from "../../../src/scenario/canonical.ts";
import { writeScenario } from "../../../src/scenario/file/write.ts";
import { SHOCK_KINDS } from "../../../src/scenario/shocks/shock-fields.ts";
import { EVERY_KIND } from "../every-kind.ts";
import { load } from "../files.ts";

describe("a resolved scenario", () => {
	const scenario = load({ "test.yaml": EVERY_KIND }).scenario;
	const text = writeScenario(scenario);

	it("may hold shocks of every kind", () => {
		const kinds = new Set(scenario.shocks.map(({ kind }) => kind));
		expect([...kinds].sort()).toEqual([...SHOCK_KINDS].sort());
	});

	it("read again is the same to the last field", () => {
		expect(load({ "test.yaml": text }).scenario).toEqual(scenario);
	});

	it("written again is the same text", () => {
		expect(writeScenario(load({ "test.yaml": text }).scenario)).toBe(text);
	});

	it("gives every number of every shock its unit, basis and source", () => {
		const numbers = text.match(
			/^ +(value: |(uniform|triangular|lognormal|logitnormal):)/gm,
		);
		const count = (key: string) =>
			text.match(new RegExp(`^ +(- )?${key}:`, "gm"))?.length ?? 0;
		expect(count("unit")).toBe(numbers?.length);
		expect(count("basis")).toBe(
			(numbers?.length ?? 0) + scenario.shocks.length,
		);
	});

	it("keeps the word of a single number beside that of its shock", () => {
		const f = scenario.shocks.find(({ id }) => id === "f");
		expect(f?.figures).toEqual({
			capacity: {
				basis: "reported",
				source: 'a "quoted" source: with # signs',
			},
		});
		expect(f?.basis).toBe("assumed");
	});

	it("names in comments the parameters it leaves to the model", () => {
		expect(text).toMatch(
			/^# {3}demand\.choke: .*multiple of the normal price; assumed/m,
		);
		expect(text).not.toMatch(/^# {3}demand\.habit\.months/m);
	});

	it("means the same when only its words change", () => {
		const reworded = EVERY_KIND.replace('label: "yes: no"', "label: other")
			.replace("budgets", "hearsay")
			.replace("What if?", "What now?")
			.replace("basis: reported, ", "");
		expect(canonicalScenario(load({ "test.yaml": reworded }).scenario)).toBe(
			canonicalScenario(scenario),
		);
	});
});
