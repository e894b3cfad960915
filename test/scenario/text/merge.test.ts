import { describe, expect, it } from "vitest";
import { faultLine, ScenarioError } from "../../../src/scenario/text/fault.ts";
import { HEAD, load } from "../files.ts";

const BASE = `${HEAD}parameters:
  demand.choke: {value: 9, unit: multiple of the normal price}
shocks:
  - {id: stop, kind: outage, region: Russia, of: mines, share: {uniform: [0, 1]}, from: 2024-01-01, months: 6}
  - {id: heard, kind: news, from: 2024-02-01, news: {kick: {outside: 1}}}
expect: ["mean(x) < 1"]
`;
const CHILD = "version: 1\nname: Child\nquestion: And?\nextends: ./base.yaml\n";

const extended = (own: string) =>
	load({ "base.yaml": BASE, "c.yaml": CHILD + own }, "c.yaml").scenario;

function told(own: string): readonly string[] {
	try {
		extended(own);
		return [];
	} catch (error) {
		if (error instanceof ScenarioError) return error.faults.map(faultLine);
		throw error;
	}
}

describe("a child laid over what it extends", () => {
	it("keeps everything it does not name", () => {
		const scenario = extended("");
		expect(scenario.shocks.map(({ id }) => id)).toEqual(["heard", "stop"]);
		expect(scenario.expect).toEqual(["mean(x) < 1"]);
		expect(scenario.reference).toBe(107);
		expect(scenario.title).toBe("Child");
	});

	it("replaces a number whole: its value does not mix with the parent's distribution", () => {
		const [, stop] = extended("shocks: [{id: stop, share: 0.5}]\n").shocks;
		expect(stop).toMatchObject({
			share: { kind: "fixed", value: 0.5 },
			region: "RU",
		});
	});

	it("drops the parent's months when it gives an end, and the region when it names agents", () => {
		const [, stop] = extended(
			"shocks: [{id: stop, to: 2025-01-01, agents: [olimpiada]}]\n",
		).shocks;
		expect(stop).toMatchObject({
			to: { year: 2025, month: 1, day: 1 },
			region: null,
			agents: ["olimpiada"],
		});
	});

	it("takes the place of a shock of another kind", () => {
		const [, stop] = extended(
			"shocks: [{id: stop, kind: ore-export-ban, by: Russia, share: 1, from: 2025-01-01}]\n",
		).shocks;
		expect(stop).toMatchObject({ kind: "ore-export-ban", to: null });
	});

	it("adds parameters to the parent's, and replaces lists without ids", () => {
		const scenario = extended(
			"parameters: {licences.lag: {value: 1, unit: months}}\nexpect: []\n",
		);
		expect(
			scenario.parameters
				.filter(({ overridden }) => overridden)
				.map(({ path }) => path),
		).toEqual(["demand.choke", "licences.lag"]);
		expect(scenario.expect).toEqual([]);
	});

	it("may not change or remove what it does not inherit", () => {
		expect(told("shocks: [{id: stopp, share: 1}]\n")).toEqual([
			'c.yaml:5:15  shocks[0].id is "stopp"; no inherited shock has that id; did you mean "stop"?',
		]);
		expect(
			told("shocks: [{id: nonsense-entirely, remove: true}]\n")[0],
		).toMatch(/no inherited shock has that id; give it a kind/);
	});

	it("may not name one shock twice", () => {
		expect(
			told("shocks: [{id: stop, share: 1}, {id: stop, share: 0}]\n")[0],
		).toMatch(/^c\.yaml:5:\d+ .*shocks\[1\]/);
	});

	it("is told where its own words stand, in its own file and by its own count", () => {
		expect(told("shocks:\n  - {id: stop, share: 35}\n")).toEqual([
			"c.yaml:6:23  shocks[0].share is 35; it must be at most 1 (share of output lost)",
		]);
	});
});

describe("the chain of extends", () => {
	const from = (own: string) => () =>
		load({ "a.yaml": `version: 1\nextends: ${own}\n` }, "a.yaml");

	it.each([
		"/etc/passwd",
		"https://example.org/a.yaml",
		"file:///a.yaml",
		"..\\a.yaml",
		"./A.yaml",
		"./a.txt",
		"./.hidden.yaml",
		'""',
	])("refuses %s as no name of a scenario file", (own) => {
		expect(from(own)).toThrow(
			/^a\.yaml:2:10 {2}extends is .*expected a file beside it or below/,
		);
	});

	it("says at the word what is wrong with the file it names", () => {
		expect(from("./b.yaml")).toThrow(
			"a.yaml:2:10  extends is b.yaml, which does not exist",
		);
		expect(from("../b.yaml")).toThrow(
			"a.yaml:2:10  extends is ../b.yaml, which lies outside",
		);
		expect(from("5")).toThrow(/extends is 5; expected words/);
	});

	it("ends", () => {
		const files = Object.fromEntries(
			Array.from({ length: 30 }, (_, i) => [
				`f${i}.yaml`,
				`version: 1\nextends: ./f${i + 1}.yaml\n`,
			]),
		);
		expect(() => load(files, "f0.yaml")).toThrow(/more than 20 files/);
	});

	it("begins with a file whose name is a name", () => {
		expect(() => load({ "My Ban.yaml": HEAD }, "My Ban.yaml")).toThrow(
			/^My Ban\.yaml:1:1 {2}the file is named "My Ban"; expected small letters/,
		);
	});
});
