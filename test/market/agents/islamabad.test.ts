import { describe, expect, it } from "vitest";
import {
	alignmentOdds,
	chineseControls,
	directedShare,
	leanIslamabad,
	withheldShare,
} from "../../../src/market/agents/islamabad.ts";
import { feedWanted, worthOf } from "../../../src/market/agents/refiner.ts";
import { serveCertified } from "../../../src/market/trade/certified.ts";
import { shareOfRoute } from "../../../src/market/trade/ore-routes.ts";
import { clearRefined } from "../../../src/market/trade/refined-trade.ts";
import type { Market } from "../../../src/market/world/market.ts";
import type { Rules } from "../../../src/market/world/rules.ts";
import {
	CN,
	EU,
	PK,
	REGION_COUNT,
	US,
} from "../../../src/market/world/structure.ts";
import type { Shock } from "../../../src/scenario/types.ts";
import { calmMarket } from "../calm-market.ts";
import { type HandOptions, handMarket, listen } from "../hand-market.ts";
import { day, fixed, scenarioOf, shock } from "../scenarios.ts";

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

const route = (fields: object = {}): Shock =>
	shock({
		id: "karachi",
		kind: "route",
		origin: "PK",
		destination: "US",
		good: "concentrate",
		cost: fixed(500),
		capacity: fixed(1200),
		premium: fixed(0),
		from: day("2018-01-01"),
		...fields,
	} as never);

describe("the leaning of Islamabad", () => {
	it("is a logistic of engagement, leverage and tension", () => {
		const world = calmMarket(scenarioOf([]));
		world.run(1);
		expect(world.market.state.alignment[0]).toBeCloseTo(
			logistic(0.3 - 2 * (0.81 - 0.5)),
			12,
		);
		expect(alignmentOdds(world.market)).toBeCloseTo(0.5 + logistic(-0.32), 12);
		expect(directedShare(world.market)).toBeCloseTo(0.4 * logistic(-0.32), 12);
	});

	it("is moved by an arms package by 0.3 (1 + ln(1 + 6.86)), half of it forgotten after two years", () => {
		const weight = 0.3 * (1 + Math.log(1 + 6.86));
		const world = calmMarket(
			scenarioOf([
				shock({
					id: "f16",
					kind: "us-engagement",
					form: "arms-sustainment",
					value: fixed(686e6),
					from: day("2018-02-08"),
				}),
			]),
		);
		world.run(2);
		const { state } = world.market;
		expect(state.engagement[0]).toBeCloseTo(weight, 12);
		expect(state.alignment[0]).toBeCloseTo(logistic(-0.32 + 0.6 * weight), 12);
		world.run(24);
		expect(state.engagement[0]).toBeCloseTo(weight / 2, 12);
	});

	it("is moved the other way by sanctions, half of them forgotten after eighteen months", () => {
		const world = calmMarket(
			scenarioOf([
				shock({
					id: "sanctions",
					kind: "proliferation-sanctions",
					weight: fixed(2),
					from: day("2018-01-05"),
				}),
			]),
		);
		world.run(1);
		expect(world.market.state.alignment[0]).toBeCloseTo(
			logistic(-0.32 - 0.5 * 2),
			12,
		);
		world.run(18);
		expect(world.market.state.tension[0]).toBeCloseTo(1, 12);
	});

	it("follows China's leverage along its path", () => {
		const world = calmMarket(
			scenarioOf([
				shock({
					id: "leverage",
					kind: "chinese-leverage",
					path: [
						{ tick: 0, level: fixed(0.8) },
						{ tick: 4, level: fixed(0.4) },
					],
					from: day("2018-01-01"),
				}),
			]),
		);
		world.run(3);
		expect(world.market.state.alignment[0]).toBeCloseTo(
			logistic(0.3 - 2 * (0.6 - 0.5)),
			12,
		);
	});
});

describe("withholding", () => {
	const withheld = shock({
		id: "withholding",
		kind: "withholding",
		by: "PK",
		share: fixed(1),
		from: day("2018-03-01"),
		to: day("2018-05-01"),
	});

	it("stops the route to the US for its months, and the ore goes elsewhere", () => {
		const world = calmMarket(scenarioOf([route(), withheld]));
		const routed: number[] = [];
		for (let month = 0; month < 6; month += 1) {
			world.run(1);
			routed.push(world.market.flows.routedFrom[PK]!);
		}
		expect(routed.map((t) => t > 0)).toEqual([
			true,
			true,
			false,
			false,
			true,
			true,
		]);
		expect(withheldShare(world.market)).toBe(0);
	});

	it("by chance begins in 0.03 (1 − alignment) of the months under Chinese controls, and never without", () => {
		const { market } = calmMarket(scenarioOf([]));
		market.noisy = true;
		const begins = (licensed: number, months: number): number => {
			market.rules.licensed = licensed;
			let count = 0;
			for (let tick = 0; tick < months; tick += 1) {
				// whatever has begun ends at once, so that every month is a fresh chance
				market.state.withheldMonths[0] = 0;
				leanIslamabad(market, tick);
				count += withheldShare(market);
			}
			return count;
		};
		const months = 40_000;
		const chance = 0.03 * (1 - logistic(-0.32));
		const spread = Math.sqrt(months * chance * (1 - chance));
		expect(Math.abs(begins(1, months) - months * chance)).toBeLessThan(
			4 * spread,
		);
		expect(begins(0, months)).toBe(0);
	});
});

describe("Chinese controls", () => {
	const bar = (importer: number, origin: number) => (r: Rules) => {
		r.barred[importer * REGION_COUNT + origin] = 0.2;
	};
	it.each<[string, boolean, (r: Rules) => unknown]>([
		["none", false, () => {}],
		["licences", true, (r) => Object.assign(r, { licensed: 0.5 })],
		["a quota", true, (r) => Object.assign(r, { quota: 6000 })],
		["a stop of metal", true, (r) => r.refinedFree.fill(0, CN, CN + 1)],
		["a stop of ore", true, (r) => r.oreFree.fill(0, CN, CN + 1)],
		["a bar on Europe", true, bar(EU, CN)],
		["another's bar", false, bar(US, EU)],
	])("%s: in force is %s", (_name, inForce, restrict) => {
		const { market } = handMarket();
		restrict(market.rules);
		expect(chineseControls(market)).toBe(inForce);
	});
});

describe("withholding by chance", () => {
	/** Under Chinese licences, with a hazard past 1: it begins whenever it may. */
	const eager = (options: HandOptions = {}): Market => {
		const { market } = handMarket({
			parameters: { withholdingHazard: 10, withholdingLength: 2.6 },
			...options,
		});
		market.noisy = true;
		market.rules.licensed = 1;
		return market;
	};
	const sharesOf = (market: Market, months: number): number[] =>
		Array.from({ length: months }, (_, tick) => {
			leanIslamabad(market, tick);
			return withheldShare(market);
		});

	it("lasts 2.6 months rounded to 3, then shipments resume; both are told", () => {
		const market = eager();
		const told = listen(market);
		expect(sharesOf(market, 5)).toEqual([1, 1, 1, 0, 1]);
		expect(told.map(({ tick, what }) => [tick, what])).toEqual([
			[0, "shipments withheld"],
			[3, "shipments resume"],
			[4, "shipments withheld"],
		]);
	});

	it("puts one question a month to chance, used or not, and none without noise", () => {
		const asked = (market: Market): number => {
			let count = 0;
			const { streams } = market;
			market.streams = {
				uniform: (question: never, tick: number) => {
					count += 1;
					return streams.uniform(question, tick);
				},
			} as never;
			sharesOf(market, 10);
			return count;
		};
		const free = eager();
		free.rules.licensed = 0;
		const still = eager();
		still.noisy = false;
		expect(asked(eager())).toBe(10);
		expect(asked(free)).toBe(10);
		expect(asked(eager({ switches: { alignment: false } }))).toBe(10);
		expect(asked(still)).toBe(0);
	});

	it("never happens without alignment, which leaves odds alone and directs nothing; a scenario's own share still holds", () => {
		const market = eager({ switches: { alignment: false } });
		expect(sharesOf(market, 10)).toEqual(Array(10).fill(0));
		expect(alignmentOdds(market)).toBe(1);
		expect(directedShare(market)).toBe(0);
		market.rules.withheld[PK] = 0.25;
		expect(sharesOf(market, 2)).toEqual([0.25, 0.25]);
	});

	it("of all shipments outdoes a scenario's share of a quarter", () => {
		const market = eager();
		market.rules.withheld[PK] = 0.25;
		expect(sharesOf(market, 4)).toEqual([1, 1, 1, 0.25]);
	});
});

describe("withheld metal", () => {
	const refinery = {
		id: "refinery",
		region: "PK",
		makes: "metal",
		cost: 2500,
	} as const;
	/** A Pakistani plant with 100 t of metal, of which Islamabad holds back a quarter of what is bound for the US. */
	const withMetal = () => {
		const { market, desk } = handMarket({ projects: [refinery] });
		const plant = market.structure.refiners.ids.indexOf("refinery");
		market.state.finished[plant] = 100;
		market.rules.withheld[PK] = 0.25;
		return { market, desk, plant };
	};

	it("under a contract for 20 t: 15 t go to the US and the other 85 t are offered to all", () => {
		const { market, desk, plant } = withMetal();
		market.rules.offtakeBuyer[plant] = US;
		market.rules.offtakeTonnes[plant] = 20;
		clearRefined(market, 0, desk.points);
		expect(market.flows.contractShipped[plant]).toBeCloseTo(15, 9);
		expect(market.flows.contractDelivered[US]).toBeCloseTo(15, 9);
		expect(market.flows.offerStock[plant]).toBeCloseTo(85, 9);
	});

	it("under a contract with Europe is not touched: 20 t go", () => {
		const { market, desk, plant } = withMetal();
		market.rules.offtakeBuyer[plant] = EU;
		market.rules.offtakeTonnes[plant] = 20;
		clearRefined(market, 0, desk.points);
		expect(market.flows.contractShipped[plant]).toBeCloseTo(20, 9);
	});

	it("that is certified is 75 of 100 t to the munitions makers", () => {
		const { market, plant } = withMetal();
		market.state.certified.fill(0);
		market.state.certified[plant] = 1;
		market.flows.recycled.fill(0);
		market.flows.certifiedWanted.fill(0);
		const us = market.structure.defenceBuyers.region.indexOf(US);
		market.flows.certifiedWanted[us] = 90;
		serveCertified(market);
		expect(market.flows.certifiedTaken[us]).toBeCloseTo(75, 9);
		expect(market.flows.certifiedPakistani[us]).toBeCloseTo(75, 9);
		expect(market.flows.finishedCertified[plant]).toBeCloseTo(75, 9);
	});
});

describe("a route for ore", () => {
	it("takes what the state directs and, of the rest, what earns more there", () => {
		const world = calmMarket(scenarioOf([route()]));
		world.run(3);
		const { market } = world;
		const plant = market.structure.refiners.ids.indexOf("thompson-falls");
		const netback = worthOf(market, plant) - 500;
		const willing = 1 / (1 + (market.state.oreIndex[PK]! / netback) ** 8);
		const directed = 0.5 * 0.8 * logistic(-0.32);
		expect(shareOfRoute(market, 0)).toBeCloseTo(
			directed + (1 - directed) * willing,
			9,
		);
	});

	it("carries nothing past a ban on the ore of its origin", () => {
		const ban = shock({
			id: "ore-ban",
			kind: "ore-export-ban",
			by: "PK",
			share: fixed(1),
			from: day("2018-02-01"),
		});
		const world = calmMarket(scenarioOf([route(), ban]));
		world.run(1);
		expect(world.market.flows.routedFrom[PK]).toBeGreaterThan(0);
		world.run(1);
		expect(world.market.flows.routedFrom[PK]).toBe(0);
	});

	it("carries no more than its capacity, and its sponsor pays the premium", () => {
		const world = calmMarket(
			scenarioOf([route({ capacity: fixed(120), premium: fixed(800) })]),
		);
		world.run(1);
		const { market } = world;
		const tonnes = market.flows.routedFrom[PK]!;
		expect(tonnes).toBeGreaterThan(0);
		expect(tonnes).toBeLessThanOrEqual(10);
		expect(market.flows.treasury).toBeCloseTo(800 * tonnes, 9);
	});

	it("brings no more than US plants have room for", () => {
		const world = calmMarket(scenarioOf([route({ capacity: fixed(1e6) })]));
		world.market.state.orePile[PK] = 1e5;
		const plant = world.market.structure.refiners.ids.indexOf("thompson-falls");
		world.run(1);
		const { market } = world;
		const room = market.flows.routed[plant]!;
		expect(market.flows.routedFrom[PK]).toBeCloseTo(room, 6);
		// the plant's own bid beyond it is all but nothing
		expect(market.flows.bidTonnes[plant]).toBeLessThan(0.03 * room);
		expect(feedWanted(market, plant)).toBeLessThan(room);
		expect(market.structure.refiners.region[plant]).toBe(US);
	});
});
