import { describe, expect, it } from "vitest";
import { parseEdit } from "../../src/scenario/edits/edit.ts";
import { firstFrame, load } from "./files.ts";
import {
	CLOSURE,
	FILL,
	FLOOR,
	OFFTAKE,
	only,
	REFINERY,
	shocks,
	TARIFF,
	told,
	WORKS,
} from "./levers.ts";

describe("what a lever does not say", () => {
	it("of a project is no support, odds left to net present value, and a mine's longer building", () => {
		expect(only(REFINERY)).toMatchObject({
			decisionProbability: null,
			support: { floor: null, loan: null, grant: null },
			buildMonths: { median: 40 },
		});
		expect(
			only(
				"id: pit, kind: mine-investment, in: Australia, capacity: 5 kt/y, unitCost: 6 USD/kg, from: 2027-01-01",
			),
		).toMatchObject({
			capacity: { value: 5000 },
			unitCost: { value: 6000 },
			decisionWithin: { value: 36 },
			buildMonths: { median: 48, p5: 30, p95: 72 },
			slip: { median: 1.5, p5: 1.1, p95: 2.5 },
		});
	});

	it("of rules and duties is the US, defence, both goods, everybody", () => {
		expect(
			only("id: a, kind: origin-rule, admit: not-chinese, from: 2027-01-01"),
		).toMatchObject({ in: "US", buyers: "defence" });
		expect(only(TARIFF)).toMatchObject({
			goods: ["concentrate", "refined"],
			except: [],
		});
		expect(
			only("id: a, kind: rated-orders, share: 0.5, from: 2027-01-01"),
		).toMatchObject({ region: "US" });
		expect(
			only("id: a, kind: demand-surge, defence: 2, from: 2027-01-01"),
		).toMatchObject({
			region: null,
			civil: { value: 1 },
			ramp: { value: 0 },
		});
		expect(
			only(
				"id: a, kind: substitution-programme, segment: glass, lag: 24, max: 0.3, from: 2027-01-01",
			),
		).toMatchObject({ region: null });
	});

	it("of stockpiles and contracts is no limit, no spot sale, no sponsor", () => {
		expect(only(FILL)).toMatchObject({
			budget: null,
			limitPrice: null,
			rate: null,
			spot: false,
		});
		expect(only(OFFTAKE.replace("mill", "madero"))).toMatchObject({
			tonnes: null,
			price: null,
			sponsored: false,
		});
		expect(only(FLOOR.replace("mill", "madero"))).toMatchObject({
			tonnes: null,
			term: null,
		});
		expect(only(CLOSURE)).toMatchObject({ share: { value: 1 } });
	});

	it("of Islamabad is Pakistan, all shipments, one round of sanctions, no money", () => {
		expect(only("id: a, kind: withholding, from: 2027-06-01")).toMatchObject({
			by: "PK",
			share: { value: 1 },
		});
		expect(
			only("id: a, kind: proliferation-sanctions, from: 2024-09-12"),
		).toMatchObject({ weight: { value: 1 } });
		expect(
			only("id: a, kind: us-engagement, form: visit, from: 2025-06-18"),
		).toMatchObject({ value: null });
		expect(
			only(
				"id: a, kind: chinese-leverage, path: [{month: 2024-01, level: 81 %}]",
			),
		).toMatchObject({
			from: { year: 2024, month: 1, day: 1 },
			path: [{ tick: 72, level: { value: 0.81 } }],
		});
	});
});

describe("money and flows in any of their units", () => {
	it("dollars, thousands, millions and billions, a year or not", () => {
		for (const [written, dollars] of [
			["686 million USD", 686e6],
			["{value: 2, unit: MUSD}", 2e6],
			["500 kUSD", 5e5],
			["1.25 billion USD", 1.25e9],
			["7 USD", 7],
		] as const)
			expect(
				only(
					`id: a, kind: us-engagement, form: aid, value: ${written}, from: 2025-06-18`,
				),
			).toMatchObject({ value: { value: dollars } });
		expect(only(`${FILL}, budget: 49 million USD/y`)).toMatchObject({
			budget: { value: 49e6 },
		});
		expect(only(`${FILL}, budget: 2 USD/month`)).toMatchObject({
			budget: { value: 24 },
		});
	});

	it("tonnes a month where a year is counted, and the other way round", () => {
		expect(only(`${FILL}, rate: 600 t/y`)).toMatchObject({
			rate: { value: 50 },
		});
		expect(only(`${FILL}, rate: 50 t/month`)).toMatchObject({
			rate: { value: 50 },
		});
		const monthly = (line: string) => only(line.replace("mill", "madero"));
		expect(monthly(`${OFFTAKE}, tonnes: 50 t/month`)).toMatchObject({
			tonnes: { value: 600 },
		});
		expect(monthly(`${FLOOR}, tonnes: 50 t/month`)).toMatchObject({
			tonnes: { value: 600 },
		});
		expect(only(WORKS.replace("900 t/y", "75 t/month"))).toMatchObject({
			capacity: { value: 900 },
		});
	});

	it("but not bare, and not in a unit of something else", () => {
		expect(told(`${FILL}, budget: 49000000`)[0]).toMatch(
			/budget is 49000000 and has no unit; expected one, such as \{value: 49000000, unit: USD\/y\}/,
		);
		expect(told(`${REFINERY}, loan: 5 t`)[0]).toMatch(
			/loan\.unit is "t"; expected one of USD, kUSD, MUSD, million USD, billion USD/,
		);
	});

	it("a duty of 19 was meant as a percentage", () => {
		expect(firstFrame(shocks(TARIFF.replace("0.25", "19")))).toMatch(
			/did you mean 0\.19\?/,
		);
	});
});

describe("edits reach every number of a lever", () => {
	const file = shocks(REFINERY, FILL, `${FLOOR}, term: 10 years`, OFFTAKE);
	const edited = (...edits: readonly string[]) =>
		load({ "test.yaml": file }, "test.yaml", edits.map(parseEdit)).scenario;
	const one = (id: string, ...edits: readonly string[]) =>
		edited(...edits).shocks.find((shock) => shock.id === id);

	it("support of a refinery, absent in the file, in the field's own unit", () => {
		expect(
			one(
				"mill",
				"shocks.mill.floor=20000",
				"shocks.mill.loan=5 million USD",
				"shocks.mill.grant=1000000",
				"shocks.mill.decisionProbability=0.4",
			),
		).toMatchObject({
			decisionProbability: { value: 0.4 },
			support: {
				floor: { value: 20_000 },
				loan: { value: 5e6 },
				grant: { value: 1e6 },
			},
		});
	});

	it("budgets, rates, terms and prices", () => {
		expect(
			one("fill", "shocks.fill.budget=49e6", "shocks.fill.rate=40"),
		).toMatchObject({ budget: { value: 49e6 }, rate: { value: 40 } });
		expect(one("floor", "shocks.floor.term=5")).toMatchObject({
			term: { value: 60 },
		});
		expect(one("floor", "shocks.floor.to=2030-01-01")).toMatchObject({
			term: null,
			to: { year: 2030, month: 1, day: 1 },
		});
		expect(one("take", "shocks.take.price=21000")).toMatchObject({
			price: { value: 21_000 },
		});
	});
});
