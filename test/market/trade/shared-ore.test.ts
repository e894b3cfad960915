import { describe, expect, it } from "vitest";
import { sellConcentrate } from "../../../src/market/trade/concentrate.ts";
import type { Market } from "../../../src/market/world/market.ts";
import {
	PK,
	REGION_COUNT,
	RU,
	US,
} from "../../../src/market/world/structure.ts";
import { handMarket } from "../hand-market.ts";

/** A market without trade in concentrate, whose only ore is 600 t in one region, of which any part may leave. */
function worldWithOreIn(region: number): Market {
	const { market } = handMarket({ switches: { concentrateMarket: false } });
	market.state.orePile.fill(0);
	market.state.orePile[region] = 600;
	market.state.hubPrice[0] = 20_000;
	return market;
}

function sum(values: Float64Array): number {
	return values.reduce((a, b) => a + b, 0);
}

/** Run of 2023 in a region over that of the world. */
function partOf(market: Market, region: number): number {
	const { run2023, first } = market.structure.refiners;
	return sum(run2023.subarray(first[region], first[region + 1])) / sum(run2023);
}

describe("without a market for concentrate", () => {
	it("600 t of Russian ore go to all plants as they ran in 2023, at 0.66 · 20,000 USD/t", () => {
		const market = worldWithOreIn(RU);
		sellConcentrate(market);
		const { run2023 } = market.structure.refiners;
		market.flows.feedBought.forEach((tonnes, p) => {
			expect(tonnes).toBeCloseTo((600 * run2023[p]!) / sum(run2023), 9);
		});
		expect([...market.oreClearing.price]).toEqual(
			Array(REGION_COUNT).fill(13_200),
		);
		expect(market.oreClearing.netExports[RU]).toBeCloseTo(
			600 * (1 - partOf(market, RU)),
			9,
		);
		expect(sum(market.oreClearing.netExports)).toBeCloseTo(0, 9);
	});

	it("Russian ore under a ban stays with Russian plants; of a half ban half of what was mined may leave", () => {
		const market = worldWithOreIn(RU);
		market.rules.oreFree[RU] = 0;
		sellConcentrate(market);
		const { first } = market.structure.refiners;
		const home = market.flows.feedBought.subarray(first[RU], first[RU + 1]);
		expect(sum(home)).toBeCloseTo(600, 9);
		expect(sum(market.flows.feedBought)).toBeCloseTo(600, 9);
		expect(market.oreClearing.netExports[RU]).toBe(0);
		market.rules.oreFree[RU] = 1;
		market.rules.oreMayLeave[RU] = 0.5;
		const { miners } = market.structure;
		market.flows.mined.fill(0, miners.first[RU], miners.first[RU + 1]);
		market.flows.mined[miners.first[RU]!] = 80;
		sellConcentrate(market);
		expect(market.oreClearing.netExports[RU]).toBeCloseTo(40, 9);
	});

	it("Pakistani ore that may not leave stays on its pile: there is no plant", () => {
		const market = worldWithOreIn(PK);
		market.rules.oreFree[PK] = 0;
		sellConcentrate(market);
		expect(sum(market.flows.feedBought)).toBe(0);
		expect(market.flows.oreSold[PK]).toBe(0);
	});
});

it("a plant that may only use ore of its own region gets none from abroad", () => {
	const site = { id: "new", region: "US", makes: "metal", cost: 3200 } as const;
	const { market } = handMarket({
		switches: { concentrateMarket: false },
		projects: [site],
	});
	market.state.projectStage[0] = 4;
	market.state.projectMonths[0] = 1e6;
	market.rules.projectNameplate[0] = 100;
	market.rules.projectCeiling[0] = 1;
	market.rules.projectRamp[0] = 1;
	market.rules.projectOwnFeed[0] = 1;
	const plant = market.structure.refiners.project.indexOf(0);
	const pile = (region: number) => {
		market.state.orePile.fill(0);
		market.state.orePile[region] = 600;
		sellConcentrate(market);
		return market.flows.feedBought[plant];
	};
	const run = sum(market.structure.refiners.run2023);
	expect(pile(RU)).toBe(0);
	// no ore leaves the United States: its plants share it as they run
	const home = partOf(market, US) * run + 100;
	expect(pile(US)).toBeCloseTo((600 * 100) / home, 9);
});
