import { describe, expect, it } from "vitest";
import { canonicalScenario } from "../../src/scenario/canonical.ts";
import { writeScenario } from "../../src/scenario/write.ts";
import { HEAD, load } from "./files.ts";

/** One shock of every kind, with numbers of every shape, some with a word of their own. */
const EVERYTHING = `${HEAD}parameters:
  demand.defence.growth: {triangular: [0, 0.02, 0.05], unit: 1/y, basis: estimated, source: "budgets"}
  demand.habit.months: {value: 2, unit: years}
shocks:
  - {id: a, kind: export-restriction, by: China, mode: licence, approval: {logitnormal: {median: 0.5, p5: 0.2, p95: 0.8}}, lag: 3 months, from: 2024-09-15, announce: 2024-08-15, news: {kick: {outside: 1, china: -1}, precaution: {uniform: [0, 0.6], basis: estimated}}}
  - {id: b, kind: export-restriction, by: China, goods: [refined], mode: quota, quota: {value: 1000, unit: t/month}, from: 2027-01-01, months: 7, probability: 0.4}
  - {id: c, kind: export-restriction, by: Russia, goods: [concentrate, refined], destinations: [EU, US], mode: ban, militaryOnly: true, from: 2022-02-24}
  - {id: d, kind: restriction-suspension, of: c, destinations: [EU], from: 2023-01-01, to: 2024-01-01}
  - {id: e, kind: enforcement, by: China, strength: {triangular: [0.1, 0.2, 0.9]}, from: 2025-05-09}
  - {id: f, kind: refining-investment, in: Bolivia, capacity: {uniform: [1, 2], unit: kt/y, basis: reported, source: 'a "quoted" source: with # signs'}, decisionProbability: 0.35, announce: 2025-09-08, offtake: Japan}
  - {id: g, kind: outage, agents: [olimpiada], of: mines, share: {value: 0.5, source: elsewhere}, from: 2024-01-01}
  - {id: h, kind: outage, region: China, of: refiners, share: 0.1, from: 2024-01-31, months: 1}
  - {id: i, kind: ore-export-ban, by: Tajikistan, share: 0.25, from: 2024-01-01}
  - {id: j, kind: segment-growth, segment: glass, path: [{month: 2024-01, level: 1}, {month: 2024-06, level: {uniform: [1, 1.5], source: own}}]}
  - {id: k, kind: reserve-purchases, by: US, path: [{from: 2025-01-01, to: 2026-01-01, tonnes: {lognormal: {median: 100, p95: 400}, unit: t}}]}
  - {id: l, kind: route, origin: Pakistan, destination: US, good: concentrate, cost: 1 USD/lb, capacity: {value: 50, unit: t/month}, from: 2025-10-02}
  - {id: m, kind: news, label: "yes: no", from: 2026-01-01, news: {kick: {outside: -0.5}}}
expect: ["median(x) between 1 and 2"]
`;

describe("a resolved scenario", () => {
	const scenario = load({ "test.yaml": EVERYTHING }).scenario;
	const text = writeScenario(scenario);

	it("read again is the same to the last field", () => {
		expect(load({ "test.yaml": text }).scenario).toEqual(scenario);
	});

	it("written again is the same text", () => {
		expect(writeScenario(load({ "test.yaml": text }).scenario)).toBe(text);
	});

	it("gives every number of every shock its unit, basis and source", () => {
		const numbers = text.match(
			/^ +(value|uniform|triangular|lognormal|logitnormal):/gm,
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
		const reworded = EVERYTHING.replace('label: "yes: no"', "label: other")
			.replace("budgets", "hearsay")
			.replace("What if?", "What now?")
			.replace("basis: reported, ", "");
		expect(canonicalScenario(load({ "test.yaml": reworded }).scenario)).toBe(
			canonicalScenario(scenario),
		);
	});
});
