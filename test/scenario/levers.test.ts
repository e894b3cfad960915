import { describe, expect, it } from "vitest";
import { MOST_WORKS } from "../../src/market/shocks/rules.ts";
import { MOST_OPEN_WORKS } from "../../src/scenario/contradictions.ts";
import { parseEdit } from "../../src/scenario/edit.ts";
import { faultLine } from "../../src/scenario/fault.ts";
import { complaints, firstFrame, HEAD, load } from "./files.ts";

const shocks = (...lines: readonly string[]): string =>
	`${HEAD}shocks:\n${lines.map((line) => `  - {${line}}\n`).join("")}`;
const told = (...lines: readonly string[]) =>
	complaints(shocks(...lines)).map((line) => line.replace(/^test\.yaml:/, ""));
const warned = (...lines: readonly string[]) =>
	load({ "test.yaml": shocks(...lines) }).warnings.map(faultLine);
const only = (line: string) =>
	load({ "test.yaml": shocks(line) }).scenario.shocks[0];

const REFINERY =
	"id: mill, kind: refining-investment, in: Pakistan, capacity: 2000 t/y, from: 2027-01-01";
const FILL =
	"id: fill, kind: stockpile, agency: US, mode: fill, tonnes: 3000 t, from: 2027-01-01";
const FLOOR =
	"id: floor, kind: price-floor, sellers: [mill], floor: 20000 USD/t, from: 2027-01-01";
const OFFTAKE =
	"id: take, kind: offtake, buyer: US, seller: mill, from: 2030-01-01";
const CLOSURE =
	"id: shut, kind: route-closure, of: russian-exporters, from: 2027-01-01";
const TARIFF =
	"id: duty, kind: tariff, importer: US, rate: 0.25, from: 2027-01-01";
const WORKS =
	"id: works, kind: recycling, region: Belgium, capacity: 900 t/y, cost: 7000 USD/t, from: 2027-01-01";

const again = (line: string) => line.replace(/id: \w+/, "id: again");

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

describe("levers that set one thing at once", () => {
	it.each([
		[FILL, "stockpile of US"],
		[OFFTAKE.replace("mill", "madero"), "offtake from madero"],
		[
			"id: a, kind: origin-rule, admit: not-chinese, from: 2027-01-01",
			"origins for defence buyers in US",
		],
		[TARIFF, "duty of US on concentrate"],
		[
			"id: a, kind: chinese-leverage, path: [{month: 2024-01, level: 0.8}]",
			"China's hold on Islamabad",
		],
		["id: a, kind: withholding, from: 2027-06-01", "withholding by PK"],
		[
			"id: a, kind: rated-orders, share: 0.5, from: 2027-01-01",
			"rated orders in US",
		],
		[
			"id: a, kind: substitution-programme, segment: glass, lag: 24, max: 0.3, from: 2027-01-01",
			"programme for glass in all regions",
		],
		[
			"id: a, kind: demand-surge, defence: 2, from: 2027-01-01",
			"surge in all regions",
		],
		[CLOSURE, "closure of russian-exporters"],
		[FLOOR.replace("mill", "madero"), "floor for madero"],
	])("%s", (line, subject) => {
		const first = line.replace(/id: \w+/, "id: first");
		expect(told(first, again(line))).toEqual([
			`8:5  shocks[1] sets what "first" sets at the same time (${subject}); keep one, or let the first end before`,
		]);
	});

	it("not when they are of another agency, seller, way, buyer, importer or time", () => {
		expect(told(FILL, again(FILL).replace("US", "Japan"))).toEqual([]);
		expect(
			told(`${FILL}, to: 2028-01-01`, again(FILL).replace("2027", "2028")),
		).toEqual([]);
		const take = OFFTAKE.replace("mill", "madero");
		expect(told(take, again(take).replace("madero", "kadamjay"))).toEqual([]);
		expect(told(TARIFF, again(TARIFF).replace("2027", "2028"))).toEqual([]);
		expect(
			told(TARIFF, again(TARIFF).replace("importer: US", "importer: EU")),
		).toEqual([]);
		expect(
			told(CLOSURE, again(CLOSURE).replace("russian", "rest-of-world")),
		).toEqual([]);
	});

	it("a rule for all buyers beside one for civil buyers", () => {
		const rule = "kind: origin-rule, admit: not-chinese, from: 2027-01-01";
		expect(
			told(`id: a, ${rule}, buyers: all`, `id: b, ${rule}, buyers: civil`),
		).toHaveLength(1);
		expect(told(`id: a, ${rule}`, `id: b, ${rule}, buyers: civil`)).toEqual([]);
	});

	it("an offtake beside the refinery's own", () => {
		expect(told(`${REFINERY}, offtake: US`, OFFTAKE)).toEqual([
			'8:50  shocks[1].seller is "mill", a refinery with an offtake of its own; keep one of the two',
		]);
		expect(told(REFINERY, OFFTAKE)).toEqual([]);
	});

	it("more recycling works than the market keeps open", () => {
		expect(MOST_OPEN_WORKS).toBe(MOST_WORKS);
		const works = Array.from({ length: MOST_WORKS + 1 }, (_, i) =>
			WORKS.replace("works", `w${i}`),
		);
		expect(told(...works.slice(1))).toEqual([]);
		expect(told(...works)[0]).toMatch(
			/^7:5 {2}shocks\[0\] is one of 9 recycling works open at once; expected at most 8$/,
		);
	});
});

describe("names of sellers and ways", () => {
	it("that nothing has are told with the nearest", () => {
		expect(told(REFINERY, FLOOR.replace("[mill]", "[mill, madera]"))).toEqual([
			'8:52  shocks[1].sellers[1] is "madera"; no refiner or refining investment has that id; did you mean "madero"?',
		]);
		expect(told(OFFTAKE.replace("mill", "thompson-fall"))).toEqual([
			'7:50  shocks[0].seller is "thompson-fall"; no refiner or refining investment has that id; did you mean "thompson-falls"?',
		]);
		expect(told(CLOSURE.replace("exporters", "exporter"))).toEqual([
			'7:41  shocks[0].of is "russian-exporter"; no exporter or route has that id; did you mean "russian-exporters"?',
		]);
	});

	it("a closure may name a route of the scenario", () => {
		const route =
			"id: karachi, kind: route, origin: Pakistan, destination: US, good: concentrate, cost: 500 USD/t, capacity: 600 t/y, from: 2025-10-02";
		expect(
			told(route, CLOSURE.replace("russian-exporters", "karachi")),
		).toEqual([]);
	});

	it("a mine has no metal to sell", () => {
		expect(told(OFFTAKE.replace("mill", "olimpiada"))[0]).toMatch(
			/seller is "olimpiada"; no refiner or refining investment has that id/,
		);
	});
});

describe("what a lever cannot do in this model", () => {
	it("a stockpile fills with something; other modes buy nothing", () => {
		expect(told(FILL.replace("tonnes: 3000 t, ", ""))).toEqual([
			"7:5  shocks[0].tonnes is missing; expected tonnes or a budget to fill with, such as {value: 3000, unit: t}",
		]);
		expect(told(FILL.replace("tonnes: 3000 t", "budget: 5 MUSD/y"))).toEqual(
			[],
		);
		expect(
			told(
				`${FILL.replace("fill,", "hold,").replace("mode: fill", "mode: hold")}, rate: 5 t/month, spot: true`,
			),
		).toEqual([
			"7:65  shocks[0].tonnes has no effect in mode hold; use mode fill",
			"7:97  shocks[0].rate has no effect in mode hold; use mode fill or release",
			"7:114  shocks[0].spot has no effect in mode hold; use mode release",
		]);
		const release =
			"id: out, kind: stockpile, agency: US, mode: release, from: 2027-01-01, rate: 40 t/month, spot: true";
		expect(told(release)).toEqual([]);
		expect(told(`${release}, limitPrice: 5 USD/t`)[0]).toMatch(
			/limitPrice has no effect in mode release; use mode fill/,
		);
		expect(told(`${FILL}, spot: true`)[0]).toMatch(
			/spot has no effect in mode fill; use mode release/,
		);
	});

	it("agencies of others, withholding by others", () => {
		expect(told(FILL.replace("US", "Belgium"))).toEqual([
			"7:41  shocks[0].agency is EU; expected the US, China, or Japan and Korea, whose agencies alone are modelled",
		]);
		expect(
			told("id: a, kind: withholding, by: Tajikistan, from: 2027-06-01"),
		).toEqual([
			"7:36  shocks[0].by is CA; expected Pakistan, whose government alone is modelled",
		]);
	});

	it("certified metal for civil buyers", () => {
		const rule = "id: a, kind: origin-rule, admit: certified, from: 2027-01-01";
		expect(told(rule)).toEqual([]);
		for (const buyers of ["civil", "all"])
			expect(told(`${rule}, buyers: ${buyers}`)).toEqual([
				"7:39  shocks[0].admit is certified, which is modelled for defence alone; expected not-chinese, or buyers: defence",
			]);
	});

	it("a duty on oneself, a surge of nothing, a floor that ends twice", () => {
		expect(told(`${TARIFF}, except: [EU, USA]`)).toEqual([
			"7:87  shocks[0].except[1] is US, the importer, who pays no duty; expected other regions",
		]);
		expect(told("id: a, kind: demand-surge, from: 2027-01-01")).toEqual([
			"7:5  shocks[0].defence is missing; expected a factor on defence or civil need",
		]);
		expect(
			told(`${FLOOR.replace("mill", "madero")}, term: 10 years, months: 5`)[0],
		).toMatch(
			/term says a second time when it ends; keep one of term, to and months/,
		);
	});

	it("a hold on Islamabad that does not ascend in time", () => {
		expect(
			told(
				"id: a, kind: chinese-leverage, path: [{month: 2024-03, level: 0.8}, {month: 2024-01, level: 0.8}]",
			)[0],
		).toMatch(/path\[1\]\.month is not after the month before it/);
	});

	it("rated orders without civil ammunition change nothing, which is a warning", () => {
		const rated = "id: a, kind: rated-orders, share: 0.5, from: 2027-01-01";
		expect(warned(rated)).toEqual([]);
		expect(warned(`${rated}, region: Pakistan`)).toEqual([
			"test.yaml:7:71  warning: shocks[0].region is PK, which has no civil ammunition to take from; the shock changes nothing, expected a region with lead alloys",
		]);
	});

	it("a size of more than ten times the largest agent is questioned in its own unit", () => {
		expect(warned(FILL.replace("3000 t", "500 kt"))).toEqual([
			expect.stringMatching(
				/tonnes is 500000 t, more than 10 times the largest agent known/,
			),
		]);
		const huge = (line: string) => warned(line)[0];
		expect(
			huge(`${OFFTAKE.replace("mill", "madero")}, tonnes: 500 kt/y`),
		).toMatch(/tonnes is 500000 t\/y/);
		expect(huge(WORKS.replace("900 t/y", "500 kt/y"))).toMatch(
			/capacity is 500000 t\/y/,
		);
		expect(warned(FILL, WORKS)).toEqual([]);
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
