import { describe, expect, it } from "vitest";
import { EditError, parseEdit } from "../../../src/scenario/edits/edit.ts";
import { faultLine, ScenarioError } from "../../../src/scenario/text/fault.ts";
import type { SoundScenario } from "../../../src/scenario/types.ts";
import { HEAD, load } from "../files.ts";

const FILE = `${HEAD}parameters:
  demand.habit.months: {value: 1, unit: years}
shocks:
  - id: quota
    kind: export-restriction
    by: China
    mode: quota
    quota: {value: 1000, unit: t/month}
    from: 2026-01-01
    months: 6
  - id: refinery
    kind: refining-investment
    in: Pakistan
    capacity: 2 kt/y
    decisionProbability: 0.35
    from: 2026-01-01
  - id: sale
    kind: reserve-purchases
    by: China
    path:
      - {from: 2019-09-01, to: 2021-01-01, tonnes: {value: -2, unit: kt}}
`;

function edited(...edits: readonly string[]): SoundScenario {
	return load({ "test.yaml": FILE }, "test.yaml", edits.map(parseEdit))
		.scenario;
}

const shock = (scenario: SoundScenario, id: string) =>
	scenario.shocks.find((one) => one.id === id);

/** What is said of a value that the scenario cannot take. */
function told(...edits: readonly string[]): readonly string[] {
	try {
		edited(...edits);
		return [];
	} catch (error) {
		if (error instanceof ScenarioError) return error.faults.map(faultLine);
		throw error;
	}
}

describe("a bare number takes the unit", () => {
	it("that the file gives the field, in a record or in words", () => {
		expect(shock(edited("shocks.quota.quota=2000"), "quota")).toMatchObject({
			quota: { value: 24_000 },
		});
		expect(
			shock(edited("shocks.refinery.capacity=5"), "refinery"),
		).toMatchObject({ capacity: { value: 5000 } });
		expect(shock(edited("shocks.sale.path.0.tonnes=-3"), "sale")).toMatchObject(
			{ path: [{ tonnes: { value: -3000 } }] },
		);
	});

	it("of the field itself where the file gives none", () => {
		const path = "licences.lag";
		const parameter = edited(`parameters.${path}=4`).parameters.find(
			(entry) => entry.path === path,
		);
		expect(parameter).toMatchObject({
			distribution: { kind: "fixed", value: 4 },
			overridden: true,
		});
		const habit = edited("parameters.demand.habit.months=2").parameters.find(
			(entry) => entry.path === "demand.habit.months",
		);
		expect(habit?.distribution).toEqual({ kind: "fixed", value: 24 });
	});
});

describe("an edit", () => {
	it("may set what the file leaves to its default", () => {
		const scenario = edited(
			"shocks.refinery.probability=0.5",
			"shocks.refinery.news.kick.outside=1",
			"shocks.refinery.offtake=US",
			"horizon.to=2028-12",
		);
		expect(shock(scenario, "refinery")).toMatchObject({
			probability: { value: 0.5 },
			news: { kick: { outside: 1, china: 0 } },
			offtake: "US",
		});
		expect(scenario.horizon.to).toBe(131);
	});

	it("may replace a number by a distribution", () => {
		const scenario = edited(
			"shocks.refinery.decisionProbability={uniform: [0.1, 0.6]}",
		);
		expect(shock(scenario, "refinery")).toMatchObject({
			decisionProbability: { kind: "uniform", low: 0.1, high: 0.6 },
		});
	});

	it("that ends a shock takes the place of its months", () => {
		expect(shock(edited("shocks.quota.to=2027-01-01"), "quota")?.to).toEqual({
			year: 2027,
			month: 1,
			day: 1,
		});
	});

	it("follows those before it", () => {
		const scenario = edited("reference=2027-01", "reference=2028-01");
		expect(scenario.reference).toBe(120);
	});

	it("that the scenario cannot take is told with its place on the command line", () => {
		expect(told("shocks.refinery.capacity=-5")).toEqual([
			"--set:1:26  shocks.refinery.capacity is -5000; expected 0 or more (t/y, nameplate, refined antimony)",
		]);
		expect(told("shocks.quota.by=Chian", "reference=2026-13")).toEqual([
			"--set:1:11  reference is 2026-13; there is no month 13; expected 01 to 12",
			'--set:1:17  shocks.quota.by is "Chian"; expected a region or country, such as China or CN; did you mean "China"?',
		]);
	});

	it("of a path that no field has names the nearest", () => {
		const refused = (edit: string) => expect(() => edited(edit));
		refused("shocks.refinary.capacity=1").toThrow(
			'--set shocks.refinary.capacity: this scenario has no such field; did you mean "shocks.refinery.capacity"?',
		);
		refused("parameters.demand.chok=1").toThrow(
			'did you mean "parameters.demand.choke"?',
		);
		for (const path of [
			"shocks.0.capacity",
			"shocks.refinery.id",
			"shocks.refinery.kind",
			"shocks",
			"version",
			"__proto__.x",
		])
			refused(`${path}=1`).toThrow(EditError);
	});

	it("whose value is no YAML, or more than one line, is an error of the command line", () => {
		for (const value of ["[1", "*a", "&a 1", "!!str 1", "1\nb: 2", "{a: b: c}"])
			expect(() => edited(`reference=${value}`)).toThrow(EditError);
	});

	it("without a path or a value is an error of the command line", () => {
		expect(() => parseEdit("nothing")).toThrow(EditError);
		expect(() => parseEdit("=1")).toThrow(EditError);
		expect(parseEdit("a.b = 1=2")).toEqual({ path: "a.b", value: "1=2" });
	});
});
