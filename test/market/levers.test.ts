import { describe, expect, it } from "vitest";
import {
	capitalOf,
	projectCapacity,
	score,
	valueOverCapital,
} from "../../src/market/agents/project.ts";
import { PK, US } from "../../src/market/world/structure.ts";
import type { Shock } from "../../src/scenario/types.ts";
import { calmMarket } from "./calm-market.ts";
import { day, fixed, scenarioOf, shock } from "./scenarios.ts";

const refinery = (
	fields: Partial<Extract<Shock, { kind: "refining-investment" }>> = {},
): Shock =>
	shock({
		id: "refinery",
		kind: "refining-investment",
		in: "PK",
		capacity: fixed(2400),
		decisionProbability: fixed(1),
		decisionWithin: fixed(36),
		buildMonths: fixed(20),
		slip: fixed(1),
		certified: false,
		feed: "bought",
		offtake: null,
		support: { floor: null, loan: null, grant: null },
		from: day("2018-03-01"),
		...fields,
	});

describe("a refining investment", () => {
	it("that is certain is decided in its first month and gives metal after its lead time", () => {
		const world = calmMarket(scenarioOf([refinery()]));
		world.run(40);
		const decided = world.told.find((e) => e.what === "project decided");
		const starts = world.told.find((e) => e.what === "project starts");
		expect(decided?.tick).toBe(2);
		// 20 months: 5 of permits, 2 of finance, 13 of building
		expect(starts?.tick).toBe(22);
		expect(starts?.figure).toBeCloseTo(200, 9);
		// median ramp class: 30 months; 17 months after start 1 − e^(−3 · 18 / 30)
		expect(projectCapacity(world.market, 0)).toBeCloseTo(
			200 * (1 - Math.exp((-3 * 18) / 30)),
			6,
		);
	});

	it("is never decided at odds of nothing, nor before its day", () => {
		const never = calmMarket(
			scenarioOf([refinery({ decisionProbability: fixed(0) })]),
		);
		never.run(60);
		expect(never.told.filter((e) => e.what === "project decided")).toEqual([]);
		const later = calmMarket(
			scenarioOf([refinery({ from: day("2019-01-01") })]),
		);
		later.run(12);
		expect(later.told).toEqual([]);
	});

	it("is worth an annuity of its margin over its capital", () => {
		const { market } = (() => {
			const world = calmMarket(scenarioOf([refinery()]));
			world.run(3);
			return world;
		})();
		// margin 1,000 USD/t for ever, 10 % a year, 20 months of lead, 6,500 USD per t/y
		const years = 20 / 12;
		const annuity = (1 - Math.exp(-0.1 * 20)) / 0.1;
		expect(valueOverCapital(market, 0, 0.1, 1000, 1000)).toBeCloseTo(
			(Math.exp(-0.1 * years) * 1000 * annuity) / 6500,
			9,
		);
		// twice the margin today, half of the surplus gone after 24 months
		const decay = Math.LN2 / 2;
		const fading = (1 - Math.exp(-(0.1 + decay) * 20)) / (0.1 + decay);
		expect(valueOverCapital(market, 0, 0.1, 2000, 1000)).toBeCloseTo(
			(Math.exp(-0.1 * years) *
				(1000 * annuity + 1000 * Math.exp(-decay * years) * fading)) /
				6500,
			9,
		);
		expect(capitalOf(market, 0)).toBeCloseTo(6500 * 2400, 6);
	});

	it("is worth more under a floor, with a grant, with a loan, and under contract", () => {
		const scoreWith = (fields: Parameters<typeof refinery>[0]): number => {
			const world = calmMarket(scenarioOf([refinery(fields)]));
			world.run(3);
			return score(world.market, 0);
		};
		const support = { floor: null, loan: null, grant: null };
		const plain = scoreWith({});
		expect(
			scoreWith({ support: { ...support, floor: fixed(20_000) } }),
		).toBeGreaterThan(plain);
		expect(
			scoreWith({ support: { ...support, loan: fixed(5e6) } }),
		).toBeGreaterThan(plain);
		expect(scoreWith({ offtake: "US" })).toBeGreaterThan(plain);
		// a grant of a tenth of the capital of 15.6 million USD is worth a tenth
		expect(
			scoreWith({ support: { ...support, grant: fixed(1.56e6) } }),
		).toBeCloseTo(plain + 0.1, 9);
	});

	it("without odds of its own goes ahead only above the hurdle", () => {
		const alone = { decisionProbability: null };
		const poor = calmMarket(scenarioOf([refinery(alone)]));
		poor.run(30);
		expect(score(poor.market, 0)).toBeLessThan(0.3);
		expect(poor.told).toEqual([]);
		const rich = calmMarket(
			scenarioOf([
				refinery({
					...alone,
					support: { floor: fixed(30_000), loan: null, grant: null },
				}),
			]),
		);
		rich.run(30);
		expect(rich.told[0]).toMatchObject({ what: "project decided", tick: 3 });
	});
});

describe("qualification", () => {
	it("comes after six good months and eighteen of papers, and never without a sponsor", () => {
		const sponsored = calmMarket(
			scenarioOf([
				refinery({ in: "US", capacity: fixed(60), certified: true }),
			]),
		);
		sponsored.run(70);
		const starts = sponsored.told.find((e) => e.what === "project starts");
		const papers = sponsored.told.find((e) => e.what === "plant qualified");
		expect(papers?.figure).toBeCloseTo(18, 9);
		// the months of proof and of papers overlap by the month in which proof is complete
		expect(papers!.tick - starts!.tick).toBeGreaterThanOrEqual(6 + 18 - 1);
		const alone = calmMarket(
			scenarioOf([refinery({ in: "US", capacity: fixed(60) })]),
		);
		alone.run(70);
		expect(alone.told.some((e) => e.what === "plant qualified")).toBe(false);
	});
});

describe("a stockpile", () => {
	const fill = (fields: object): Shock =>
		shock({
			id: "stockpile",
			kind: "stockpile",
			agency: "US",
			mode: "fill",
			tonnes: fixed(240),
			budget: null,
			limitPrice: null,
			rate: null,
			spot: false,
			from: day("2018-01-01"),
			to: day("2020-01-01"),
			...fields,
		} as never);

	it("fills its gap evenly over the months it has", () => {
		const world = calmMarket(scenarioOf([fill({})]));
		world.run(1);
		expect(world.market.state.reserveStock[US]).toBeCloseTo(10, 9);
		world.run(23);
		expect(world.market.state.reserveStock[US]).toBeCloseTo(240, 6);
	});

	it("buys what its budget pays for at the index", () => {
		const world = calmMarket(
			scenarioOf([fill({ tonnes: null, budget: fixed(1.2e6) })]),
		);
		const index = world.market.state.index[US]!;
		world.run(1);
		expect(world.market.state.reserveStock[US]).toBeCloseTo(1e5 / index, 9);
	});

	it("buys nothing above its limit", () => {
		const world = calmMarket(scenarioOf([fill({ limitPrice: fixed(5000) })]));
		world.run(12);
		expect(world.market.state.reserveStock[US]).toBe(0);
	});

	it("costs what it buys and stores, and is worth what was paid at most", () => {
		const world = calmMarket(scenarioOf([fill({})]));
		world.run(1);
		const { market } = world;
		const price = market.refinedClearing.price[US]!;
		expect(market.flows.treasury).toBeCloseTo(10 * price * (1 + 0.015 / 12), 4);
		expect(market.state.reservePaid[US]).toBeCloseTo(10 * price, 4);
	});

	it("hands defence what it lacks, unless told to hold", () => {
		const starved = (mode: "release" | "hold") => {
			const world = calmMarket(
				scenarioOf([
					fill({}),
					fill({
						id: "later",
						mode,
						tonnes: null,
						from: day("2020-01-01"),
						to: null,
					}),
				]),
			);
			world.run(24);
			const us = world.market.structure.defenceBuyers.first[US]!;
			world.market.state.certifiedStock[us] = 0;
			world.market.state.certified.fill(0);
			world.market.structure.recyclers.certified.fill(0);
			const before = world.market.state.reserveStock[US]!;
			world.run(1);
			return before - world.market.state.reserveStock[US]!;
		};
		// 354 t a year, 11 % of it certified
		expect(starved("release")).toBeCloseTo((354 / 12) * 0.11, 6);
		expect(starved("hold")).toBe(0);
	});
});

describe("a price floor", () => {
	it("costs the gap on what its sellers sell, up to its tonnes", () => {
		const floor = shock({
			id: "floor",
			kind: "price-floor",
			sellers: ["thompson-falls"],
			floor: fixed(15_000),
			tonnes: fixed(120),
			term: null,
			from: day("2018-01-01"),
		});
		const world = calmMarket(scenarioOf([floor]));
		world.run(1);
		const { market } = world;
		const plant = market.structure.refiners.ids.indexOf("thompson-falls");
		const sold =
			market.flows.refinerSold[plant]! + market.flows.finishedCertified[plant]!;
		expect(market.flows.treasury).toBeCloseTo(
			(15_000 - market.refinedClearing.price[US]!) * Math.min(10, sold),
			4,
		);
	});
});

describe("an offtake", () => {
	it("ships its tonnes past the auction and settles the price against the index", () => {
		const offtake = shock({
			id: "offtake",
			kind: "offtake",
			buyer: "US",
			seller: "small-eu-primary",
			tonnes: fixed(600),
			price: fixed(14_000),
			sponsored: false,
			from: day("2018-01-01"),
		});
		const world = calmMarket(scenarioOf([offtake]));
		world.run(1);
		const { market } = world;
		const plant = market.structure.refiners.ids.indexOf("small-eu-primary");
		expect(market.flows.contractShipped[plant]).toBeCloseTo(50, 9);
		expect(market.flows.contractDelivered[US]).toBeCloseTo(50, 9);
		expect(market.flows.treasury).toBeCloseTo(
			(14_000 - market.refinedClearing.price[US]!) * 50,
			4,
		);
	});
});

describe("rated orders", () => {
	it("reach as far into civil ammunition as their share allows", () => {
		const displaced = (share: number): number => {
			const rated = shock({
				id: "rated",
				kind: "rated-orders",
				region: "US",
				share: fixed(share),
				from: day("2018-01-01"),
			});
			const world = calmMarket(scenarioOf([rated]));
			world.run(2);
			const us = world.market.structure.defenceBuyers.first[US]!;
			const maker = world.market.structure.civilBuyers.ids.findIndex((id) =>
				id.startsWith("us-lead"),
			);
			world.market.state.embeddedStock[us] = 0;
			world.market.state.embeddedPipeline[us] = 0;
			const before = world.market.state.buyerStock[maker]!;
			const arriving = world.market.state.buyerPipeline[maker]!;
			world.run(1);
			const used = world.market.flows.used[maker]!;
			return before + arriving - used - world.market.state.buyerStock[maker]!;
		};
		// 354 t a year, 89 % of it ordinary metal: 26.255 t a month, all of it missing
		expect(displaced(1)).toBeCloseTo((354 / 12) * 0.89, 6);
		expect(displaced(0.5)).toBeCloseTo((354 / 24) * 0.89, 6);
		expect(displaced(0)).toBeCloseTo(0, 9);
	});
});

describe("a mine investment", () => {
	it("adds its ore to what its region mines", () => {
		const mine = shock({
			id: "mine",
			kind: "mine-investment",
			in: "PK",
			capacity: fixed(600),
			decisionProbability: fixed(1),
			decisionWithin: fixed(12),
			buildMonths: fixed(6),
			slip: fixed(1),
			unitCost: fixed(5000),
			support: { floor: null, loan: null, grant: null },
			from: day("2018-01-01"),
		});
		const world = calmMarket(scenarioOf([mine]));
		world.run(60);
		const { miners } = world.market.structure;
		const own = miners.ids.indexOf("mine");
		expect(miners.region[own]).toBe(PK);
		// 54 months old, median ramp class of 30 months
		expect(world.market.flows.mined[own]).toBeCloseTo(
			50 * (1 - Math.exp((-3 * 54) / 30)),
			1,
		);
	});
});
