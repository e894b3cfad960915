import { describe, expect, it } from "vitest";
import { WORLD } from "../../src/calibration/agents/the-world.ts";
import { loadScenario } from "../../src/scenario/load.ts";
import {
	codeFrame,
	type Fault,
	MOST_FAULTS,
} from "../../src/scenario/text/fault.ts";
import { complaints, load, memoryFiles } from "./files.ts";

const BRIEF = "version: 1\nname: Brief\nquestion: What if?\n";

describe("what a file does not say", () => {
	it("has one meaning: 2022 to 2035, counted from December 2026, nothing happens", () => {
		const { scenario } = load({ "brief.yaml": BRIEF }, "brief.yaml");
		expect(scenario).toMatchObject({
			name: "brief",
			title: "Brief",
			horizon: { from: 48, to: 215 },
			reference: 107,
			shocks: [],
			expect: [],
		});
		expect(scenario.parameters.some(({ overridden }) => overridden)).toBe(
			false,
		);
		expect(scenario.world).toBe(WORLD);
	});

	it("of a ban is both goods and every destination; of a refinery, times, feed and slip", () => {
		const { scenario } = load({
			"test.yaml": `${BRIEF}shocks:
  - {id: ban, kind: export-restriction, by: China, mode: ban, from: 2026-11-27}
  - {id: new-smelter, kind: refining-investment, in: Turkey, capacity: 500 t/y, decisionProbability: 1, announce: 2026-01-01}
`,
		});
		expect(scenario.shocks).toMatchObject([
			{ goods: ["concentrate", "refined"], destinations: null, to: null },
			{
				label: "New smelter",
				in: "RW",
				from: { year: 2026, month: 1, day: 1 },
				decisionWithin: { value: 36 },
				buildMonths: { median: 40, p5: 24, p95: 60 },
				slip: { median: 1.5, p5: 1.1, p95: 2.5 },
				certified: false,
				feed: "bought",
				offtake: null,
				basis: "assumed",
				source: "assumption",
				probability: { kind: "fixed", value: 1 },
				news: null,
			},
		]);
	});

	it("countries mean their regions, whatever the case", () => {
		const by = (country: string) => {
			const { scenario } = load({
				"test.yaml": `${BRIEF}shocks: [{id: a, kind: ore-export-ban, by: ${country}, share: 1, from: 2026-01-01}]\n`,
			});
			const [shock] = scenario.shocks;
			return shock?.kind === "ore-export-ban" ? shock.by : null;
		};
		expect(
			["China", "cn", "USA", "Belgium", "korea", "Vietnam", "Tajikistan"].map(
				by,
			),
		).toEqual(["CN", "CN", "US", "EU", "JK", "SA", "CA"]);
		expect(["Pakistan", "Russia", "Oman", "Australia"].map(by)).toEqual([
			"PK",
			"RU",
			"RW",
			"RW",
		]);
	});

	it("only its own numbers replace those of what it extends", () => {
		const files = memoryFiles({
			"as-happened.yaml": `${BRIEF}shocks:
  - {id: us-ban, kind: export-restriction, by: China, mode: ban, destinations: [US], from: 2024-12-03}
`,
			"ban-returns.yaml": `version: 1
name: The US ban returns
question: What if the suspension of the US ban lapses on 27 November 2026?
extends: ./as-happened.yaml
horizon: {from: 2022-01, to: 2035-12}
reference: 2026-12
parameters:
  demand.defence.growth: {triangular: [0.00, 0.02, 0.05], unit: 1/y, basis: assumed, source: "..."}
shocks:
  - {id: us-ban, kind: export-restriction, by: China, mode: ban, destinations: [US], from: 2026-11-27}
  - {id: refinery, kind: refining-investment, in: Pakistan, capacity: {value: 2000, unit: t/y}, announce: 2025-09-08,
     decisionProbability: 0.35, buildMonths: {lognormal: {median: 40, p95: 60}}, certified: true}
expect: ["median(peak_price_usd_t) between 20000 and 120000"]
`,
		});
		const { scenario, warnings } = loadScenario(
			"ban-returns.yaml",
			files,
			WORLD,
		);
		expect(warnings).toEqual([]);
		expect(scenario.shocks.map(({ id }) => id)).toEqual(["refinery", "us-ban"]);
	});
});

describe("all faults are told together", () => {
	it("of the top, of parameters, of every shock, and between them", () => {
		const text = `version: 2
name: x
qestion: Why?
horizon: {from: 2030-01, to: 2022-01}
parameters: {demand.chok: 1}
shocks:
  - {id: a, kind: outage, agents: [nobody], of: mines, share: 2, from: 2024-01-01}
  - {id: B, kind: news, until: 2024-01-01, news: {kicks: {outside: 9}}, from: 2024-01-01}
  - {id: c, kind: explosion}
  - 5
`;
		expect(complaints(text)).toEqual([
			'test.yaml:3:1  unknown key "qestion"; did you mean "question"?',
			"test.yaml:1:10  version is 2; expected 1",
			"test.yaml:1:1  question is missing; expected words",
			'test.yaml:5:14  unknown key "demand.chok"; did you mean "demand.choke"?',
			"test.yaml:7:63  shocks[0].share is 2; it must be at most 1 (share of output lost)",
			'test.yaml:8:25  unknown key "until"; did you mean "to"?',
			'test.yaml:8:10  shocks[1].id is "B"; expected small letters, digits, - and _, at most 64, the first a letter or digit',
			'test.yaml:8:51  unknown key "kicks"; did you mean "kick"?',
			'test.yaml:9:19  shocks[2].kind is "explosion"; expected one of export-restriction, restriction-suspension, enforcement, ore-export-ban, outage, route, route-closure, tariff, origin-rule, refining-investment, mine-investment, recycling, segment-growth, demand-surge, substitution-programme, reserve-purchases, stockpile, rated-orders, price-floor, offtake, us-engagement, chinese-leverage, proliferation-sanctions, withholding, news',
			"test.yaml:10:5  shocks[3] is 5; expected a map of fields",
			"test.yaml:4:30  horizon.to is 2022-01, before from 2030-01; expected the last month recorded",
			expect.stringMatching(
				/^test\.yaml:7:36 {2}shocks\[0\]\.agents\[0\] is "nobody"; no mine has that id, expected one of/,
			),
		]);
	});

	it("but not more than anybody reads", () => {
		const keys = Array.from({ length: 200 }, (_, i) => `key${i}: 1\n`).join("");
		const told = complaints(BRIEF + keys);
		expect(told).toHaveLength(MOST_FAULTS + 1);
		expect(told.at(-1)).toMatch(/more fault/);
	});
});

describe("the lines around a fault", () => {
	const fault = (line: number, column: number, length: number): Fault => ({
		place: { file: "x", line, column, length },
		field: "a",
		message: "a is wrong",
		hint: "this",
		severity: "error",
	});

	it("stand above a caret as long as what is wrong", () => {
		expect(codeFrame(fault(2, 4, 2), "x: 1\na: 35\n")).toBe(
			"  1 │ x: 1\n  2 │ a: 35\n    │    ^^  this",
		);
	});

	it("are cut to what is near when a line is very long", () => {
		const frame = codeFrame(fault(1, 5000, 3), "x".repeat(9000));
		const [line = "", caret = ""] = frame.split("\n");
		expect(line.length).toBeLessThan(140);
		expect(line[caret.indexOf("^")]).toBe("x");
	});

	it("are left out where the text is not known", () => {
		expect(codeFrame(fault(3, 1, 1), undefined)).toBe("");
		expect(codeFrame(fault(9, 1, 1), "one line")).toBe("");
	});
});
