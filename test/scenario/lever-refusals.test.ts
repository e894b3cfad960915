import { describe, expect, it } from "vitest";
import { MOST_WORKS } from "../../src/market/world/rules.ts";
import { MOST_OPEN_WORKS } from "../../src/scenario/shocks/investment.ts";
import {
	again,
	CLOSURE,
	FILL,
	FLOOR,
	OFFTAKE,
	REFINERY,
	TARIFF,
	told,
	WORKS,
	warned,
} from "./levers.ts";

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
