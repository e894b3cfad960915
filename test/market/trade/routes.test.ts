import { describe, expect, it } from "vitest";
import { RUNNING } from "../../../src/market/agents/project.ts";
import { worthOf } from "../../../src/market/agents/refiner.ts";
import { routeOre } from "../../../src/market/trade/ore-routes.ts";
import type { Market } from "../../../src/market/world/market.ts";
import { PK, RU, US } from "../../../src/market/world/structure.ts";
import { type HandOptions, handMarket } from "../hand-market.ts";

/** A market in which US plants have no feed and 10 t of ore lie in Pakistan and in Russia; alignment is a half, so that 0.5 · 0.8 · 0.5 = 0.2 of Pakistan's is directed. */
function marketWithOre(options: HandOptions = {}): Market {
	const { market } = handMarket(options);
	market.state.feed.fill(0);
	market.state.feedPipeline.fill(0);
	market.state.orePile[PK] = 10;
	market.state.orePile[RU] = 10;
	market.state.alignment[0] = 0.5;
	market.flows.treasury = 0;
	return market;
}

const thompson = (market: Market): number =>
	market.structure.refiners.ids.indexOf("thompson-falls");

interface Way {
	readonly from?: number;
	readonly to?: number;
	readonly capacity?: number;
	readonly cost?: number;
	readonly premium?: number;
}

/** Opens ways for ore, to the US and as wide as may be unless said otherwise. */
function open(market: Market, ways: readonly Way[]): void {
	const { rules } = market;
	rules.routes = ways.length;
	ways.forEach((way, i) => {
		rules.routeOrigin[i] = way.from ?? PK;
		rules.routeDestination[i] = way.to ?? US;
		rules.routeCapacity[i] = way.capacity ?? 1000;
		rules.routeCost[i] = way.cost ?? 500;
		rules.routePremium[i] = way.premium ?? 0;
	});
}

/** Sets the price at home to `part` of what the US plant pays less 500 USD/t. */
function priceAtHome(market: Market, part: number): void {
	const netback = worthOf(market, thompson(market)) - 500;
	market.state.oreIndex.fill(part * netback);
}

describe("ore that may take a route", () => {
	it("goes in 0.2 + 0.8 / 2 of 10 t where both ways pay the same: 6 t", () => {
		const market = marketWithOre();
		priceAtHome(market, 1);
		open(market, [{}]);
		routeOre(market);
		expect(market.flows.routedFrom[PK]).toBeCloseTo(6, 9);
		expect(market.state.orePile[PK]).toBeCloseTo(4, 9);
	});

	it("goes in the same share by two ways as by one, and by the second what the first cannot carry", () => {
		const market = marketWithOre();
		priceAtHome(market, 1);
		open(market, [{}, {}]);
		routeOre(market);
		expect(market.flows.routedFrom[PK]).toBeCloseTo(6, 9);
		const narrow = marketWithOre();
		priceAtHome(narrow, 1);
		open(narrow, [{ capacity: 2 }, {}]);
		routeOre(narrow);
		expect([...narrow.flows.routeCarried.subarray(0, 2)]).toEqual([
			2,
			expect.closeTo(4, 9),
		]);
	});

	it("goes in 2/3 of what nobody directs when the netback is 2^(1/8) of the price at home", () => {
		const market = marketWithOre();
		priceAtHome(market, 2 ** (-1 / 8));
		open(market, [{}]);
		routeOre(market);
		expect(market.flows.routedFrom[PK]).toBeCloseTo(
			10 * (0.2 + (0.8 * 2) / 3),
			9,
		);
	});

	it("goes only where the state directs it when freight eats all that it earns: 2 t", () => {
		const market = marketWithOre();
		priceAtHome(market, 1);
		open(market, [{ cost: 1e6 }]);
		routeOre(market);
		expect(market.flows.routedFrom[PK]).toBeCloseTo(2, 9);
	});

	it("is directed out of Pakistan alone, and not when Islamabad has no leaning: 5 t each", () => {
		const market = marketWithOre({ switches: { alignment: false } });
		priceAtHome(market, 1);
		open(market, [{}, { from: RU }]);
		routeOre(market);
		expect(market.flows.routedFrom[PK]).toBeCloseTo(5, 9);
		const leaning = marketWithOre();
		priceAtHome(leaning, 1);
		open(leaning, [{ from: RU }]);
		routeOre(leaning);
		expect(leaning.flows.routedFrom[RU]).toBeCloseTo(5, 9);
	});
});

describe("a sponsor", () => {
	it("draws ore by its premium and pays it on every tonne into the US", () => {
		const market = marketWithOre();
		priceAtHome(market, 1);
		// half and directed as before, now that the premium makes up for freight
		open(market, [{ cost: 1300, premium: 800 }]);
		routeOre(market);
		expect(market.flows.routedFrom[PK]).toBeCloseTo(6, 9);
		expect(market.flows.treasury).toBeCloseTo(6 * 800, 6);
	});

	it("of a way to another country costs the US nothing", () => {
		const market = marketWithOre();
		priceAtHome(market, 0.5);
		const to = market.structure.refiners.region.find((r) => r !== US)!;
		open(market, [{ to, premium: 800 }]);
		routeOre(market);
		expect(market.flows.routedFrom[PK]).toBeGreaterThan(0);
		expect(market.flows.treasury).toBe(0);
	});
});

describe("withheld ore", () => {
	it("of 0.4 leaves 3 t of a way for 5 t, and the other 7 t on the pile", () => {
		const market = marketWithOre();
		priceAtHome(market, 0.01);
		market.rules.withheld[PK] = 0.4;
		open(market, [{ capacity: 5 }]);
		routeOre(market);
		expect(market.flows.routedFrom[PK]).toBeCloseTo(3, 9);
		expect(market.state.orePile[PK]).toBeCloseTo(7, 9);
	});

	it("is only ore that is bound for the US", () => {
		const market = marketWithOre();
		priceAtHome(market, 0.01);
		market.rules.withheld[PK] = 1;
		open(market, [{ capacity: 5 }, { from: RU, capacity: 5 }]);
		routeOre(market);
		expect([...market.flows.routeCarried.subarray(0, 2)]).toEqual([0, 5]);
	});
});

describe("plants at the end of a route", () => {
	const site = { id: "new", region: "US", makes: "metal", cost: 2500 } as const;
	const withProject = (): Market => {
		const market = marketWithOre({ projects: [site] });
		market.rules.projectNameplate[0] = 100;
		market.rules.projectCeiling[0] = 1;
		market.rules.projectRamp[0] = 12;
		market.state.projectMonths[0] = 11;
		priceAtHome(market, 0.01);
		open(market, [{ capacity: 5 }]);
		return market;
	};

	it("that are empty share ore by this month's capacity: a project at the end of its ramp has 95 of its 100 t", () => {
		const market = withProject();
		market.state.projectStage[0] = RUNNING;
		routeOre(market);
		const { structure, flows, parameters } = market;
		const old = thompson(market);
		const added = structure.refiners.ids.indexOf("new");
		const project = 100 * (1 - Math.exp(-3));
		const standing = Math.min(
			structure.refiners.run2023[old]! * parameters.capacityOutside,
			structure.refiners.capacity[old]! * 1.1,
		);
		expect(flows.routed[added]! + flows.routed[old]!).toBeCloseTo(5, 9);
		expect(flows.routed[added]! / flows.routed[old]!).toBeCloseTo(
			project / standing,
			9,
		);
	});

	it("get nothing while they are being built", () => {
		const market = withProject();
		routeOre(market);
		expect(
			market.flows.routed[market.structure.refiners.ids.indexOf("new")],
		).toBe(0);
		expect(market.flows.routed[thompson(market)]).toBeCloseTo(5, 9);
	});
});
