import { describe, expect, it } from "vitest";
import { growGreyRoutes } from "../../src/market/agents/grey-route.ts";
import { CN, RU, US } from "../../src/market/world/structure.ts";
import type { Shock } from "../../src/scenario/types.ts";
import { calmMarket } from "./calm-market.ts";
import {
	day,
	fixed,
	licencesFrom,
	scenarioOf,
	shock,
	usBanFrom,
} from "./scenarios.ts";

describe("an outage", () => {
	it("takes its share for the days it lasts", () => {
		const outage = shock({
			id: "outage",
			kind: "outage",
			agents: ["olimpiada"],
			region: null,
			of: "mines",
			share: fixed(0.4),
			from: day("2018-04-16"),
			to: day("2018-06-01"),
		});
		const world = calmMarket(scenarioOf([outage]));
		const mine = world.market.structure.miners.ids.indexOf("olimpiada");
		const mined: number[] = [];
		for (let month = 0; month < 6; month += 1) {
			world.run(1);
			mined.push(world.market.flows.mined[mine]!);
		}
		const usual = mined[0]!;
		// half of April at 60 %, all of May at 60 %, June whole again
		expect(mined.map((t) => t / usual)).toEqual([
			1,
			1,
			1,
			expect.closeTo(1 - 0.4 * 0.5, 12),
			expect.closeTo(0.6, 12),
			1,
		]);
	});
});

describe("an ore export ban", () => {
	it("lets leave what it does not stop of the month's ore", () => {
		const ban = shock({
			id: "ban",
			kind: "ore-export-ban",
			by: "RU",
			share: fixed(0.75),
			from: day("2018-02-01"),
		});
		const world = calmMarket(scenarioOf([ban]));
		world.run(3);
		const { flows, structure, oreClearing } = world.market;
		const { first } = structure.miners;
		let mined = 0;
		for (let i = first[RU]!; i < first[RU + 1]!; i += 1)
			mined += flows.mined[i]!;
		expect(oreClearing.netExports[RU]!).toBeLessThanOrEqual(
			0.25 * mined + 1e-6,
		);
		expect(oreClearing.netExports[RU]!).toBeGreaterThan(0);
	});
});

describe("growth of a use", () => {
	it("is log-linear between its points and held after the last", () => {
		const growth = shock({
			id: "growth",
			kind: "segment-growth",
			segment: "glass",
			region: "CN",
			path: [
				{ tick: 0, level: fixed(1) },
				{ tick: 4, level: fixed(1.21) },
			],
			from: day("2018-01-01"),
		});
		const world = calmMarket(scenarioOf([growth]));
		const glass = world.market.structure.civilBuyers.ids.indexOf("cn-glass");
		const needs: number[] = [];
		for (let month = 0; month < 7; month += 1) {
			world.run(1);
			needs.push(world.market.flows.need[glass]!);
		}
		expect(needs[2]! / needs[0]!).toBeCloseTo(1.1, 12);
		expect(needs[4]! / needs[0]!).toBeCloseTo(1.21, 12);
		expect(needs[6]! / needs[0]!).toBeCloseTo(1.21, 12);
	});
});

describe("purchases of a reserve", () => {
	it("are spread evenly over the days of their span", () => {
		const purchases = shock({
			id: "purchases",
			kind: "reserve-purchases",
			by: "CN",
			path: [
				{
					from: day("2018-02-01"),
					to: day("2018-06-01"),
					tonnes: fixed(400),
				},
			],
			from: day("2018-02-01"),
		});
		const world = calmMarket(scenarioOf([purchases]));
		const stocks: number[] = [];
		for (let month = 0; month < 7; month += 1) {
			world.run(1);
			stocks.push(world.market.state.reserveStock[CN]!);
		}
		expect(stocks[0]).toBe(0);
		expect(stocks[1]).toBeCloseTo(100, 9);
		expect(stocks[4]).toBeCloseTo(400, 9);
		expect(stocks[6]).toBeCloseTo(400, 9);
	});
});

describe("a suspension", () => {
	it("frees the destination for its days and no longer", () => {
		const suspension = shock({
			id: "pause",
			kind: "restriction-suspension",
			of: "us-ban",
			destinations: ["US"],
			from: day("2018-05-01"),
			to: day("2018-07-01"),
		});
		const world = calmMarket(scenarioOf([usBanFrom("2018-03-01"), suspension]));
		const caps: boolean[] = [];
		for (let month = 0; month < 8; month += 1) {
			world.run(1);
			caps.push(world.market.state.importCap[US]! >= 0);
		}
		expect(caps).toEqual([false, false, true, true, false, false, true, true]);
	});
});

describe("a campaign against grey routes", () => {
	it("cuts their capacity and their freedom at once, and freedom comes back over the recovery time", () => {
		const campaign: Shock = shock({
			id: "campaign",
			kind: "enforcement",
			by: "CN",
			strength: fixed(0.8),
			from: day("2019-06-01"),
		});
		const world = calmMarket(
			scenarioOf([licencesFrom("2018-03-01"), campaign]),
		);
		world.run(17);
		const { state, rules, parameters } = world.market;
		expect(state.greyCapacity[0]!).toBeGreaterThan(0);
		const before = state.greyFreedom[0]!;
		world.run(1);
		const cut = before * (1 - 0.8);
		expect(state.greyFreedom[0]!).toBeCloseTo(
			cut + (1 - cut) / parameters.greyRecovery,
			12,
		);
		// the next month only recovers
		const after = state.greyFreedom[0]!;
		rules.enforcement = 0;
		growGreyRoutes(world.market, world.tick());
		expect(state.greyFreedom[0]!).toBeCloseTo(
			after + (1 - after) / parameters.greyRecovery,
			12,
		);
	});
});
