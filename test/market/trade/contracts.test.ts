import { describe, expect, it } from "vitest";
import {
	renewContracts,
	serveContracts,
} from "../../../src/market/trade/contracts.ts";
import {
	CN,
	JK,
	REGION_COUNT,
	US,
} from "../../../src/market/world/structure.ts";
import { calmMarket } from "../calm-market.ts";
import { scenarioOf, usBanFrom } from "../scenarios.ts";

const cell = (source: number, region: number): number =>
	source * REGION_COUNT + region;

/** A market whose book holds one contract: China owes the US 100 t a month. */
function oneContract(scenario = scenarioOf([])) {
	const world = calmMarket(scenario);
	world.run(3);
	const { market } = world;
	market.state.contracts.fill(0);
	market.state.arrears.fill(0);
	market.state.trust.fill(1);
	market.state.contracts[cell(CN, US)] = 100;
	return { world, market, delivered: new Float64Array(REGION_COUNT) };
}

/** China's exports of the last months at a share of a normal month. */
function chinaDelivers(
	market: ReturnType<typeof oneContract>["market"],
	share: number,
): void {
	market.state.normalExports.fill(0);
	market.state.normalExports[0] = 1000;
	for (let month = 0; month < 12; month += 1)
		market.state.exportHistory[month * REGION_COUNT + CN] = 1000 * share;
}

describe("a contract", () => {
	it("that is short by half falls into arrears, costs trust, and is made good in sixths", () => {
		const { market, delivered } = oneContract();
		const { arrears, trust } = market.state;
		const at = cell(CN, US);
		chinaDelivers(market, 0.5);
		serveContracts(market, 3, delivered);
		expect(delivered[US]).toBeCloseTo(50, 9);
		expect(arrears[at]).toBeCloseTo(50, 9);
		expect(trust[at]).toBeCloseTo(1 - 0.3 * 0.5, 12);
		// second month: half of 100 + 50 / 6
		serveContracts(market, 4, delivered);
		const second = 0.5 * (100 + 50 / 6);
		expect(delivered[US]).toBeCloseTo(second, 9);
		expect(arrears[at]).toBeCloseTo(50 + 100 - second, 9);
		const missed = 1 - second / 100;
		expect(trust[at]).toBeCloseTo(0.85 + 0.05 * 0.15 - 0.3 * 0.85 * missed, 12);
		// third month: all of it, and a sixth of what is owed
		const owed = arrears[at]!;
		chinaDelivers(market, 1);
		serveContracts(market, 5, delivered);
		expect(delivered[US]).toBeCloseTo(100 + owed / 6, 9);
		expect(arrears[at]).toBeCloseTo(owed - owed / 6, 9);
	});

	it("lapses under a ban, arrears and all", () => {
		const { market, delivered } = oneContract(
			scenarioOf([usBanFrom("2018-01-01")]),
		);
		market.state.arrears[cell(CN, US)] = 80;
		serveContracts(market, 3, delivered);
		expect(delivered[US]).toBe(0);
		expect(market.state.arrears[cell(CN, US)]).toBe(0);
		expect(market.state.trust[cell(CN, US)]).toBeCloseTo(0.7, 12);
	});

	it("is never in arrears by more than three months", () => {
		const { market, delivered } = oneContract();
		chinaDelivers(market, 0.01);
		for (let tick = 3; tick < 30; tick += 1)
			serveContracts(market, tick, delivered);
		expect(market.state.arrears[cell(CN, US)]).toBeCloseTo(300, 9);
	});

	it("is written anew by a twelfth a month, for the trusted share of what was bought", () => {
		const { market } = oneContract();
		const at = cell(CN, US);
		market.state.trust[at] = 0.6;
		market.flows.traded[at] = 240;
		renewContracts(market);
		const share = market.parameters.contractShare;
		expect(market.state.contracts[at]).toBeCloseTo(
			(11 * 100 + share * 0.6 * 240) / 12,
			9,
		);
	});

	it("covers in calm times its share of what a region orders", () => {
		const world = calmMarket(scenarioOf([]));
		world.run(60);
		const { market } = world;
		const delivered = new Float64Array(REGION_COUNT);
		serveContracts(market, world.tick(), delivered);
		const { first } = market.structure.civilBuyers;
		let ordered = 0;
		for (let b = first[JK]!; b < first[JK + 1]!; b += 1)
			ordered += market.state.lastOrder[b]!;
		expect(delivered[JK]! / ordered).toBeGreaterThan(
			0.85 * market.parameters.contractShare,
		);
		expect(delivered[JK]! / ordered).toBeLessThan(
			1.15 * market.parameters.contractShare,
		);
	});
});
