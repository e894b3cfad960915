import { describe, expect, it } from "vitest";
import {
	mineOre,
	reopeningPrice,
	reviewMines,
	shuttingPrice,
	waitAtShutMines,
} from "../../../src/market/agents/miner.ts";
import { RUNNING } from "../../../src/market/agents/project.ts";
import { reviewPlants } from "../../../src/market/agents/refiner.ts";
import { watchStarving } from "../../../src/market/agents/starving.ts";
import type { Market } from "../../../src/market/world/market.ts";
import { PRIMARY } from "../../../src/market/world/structure.ts";
import { handMarket, listen, type Told } from "../hand-market.ts";

/** The mine that shuts first as ore becomes cheap. */
function dearestMine(market: Market): number {
	const { kind, unitCost, count } = market.structure.miners;
	let dearest = -1;
	for (let i = 0; i < count; i += 1)
		if (
			kind[i] === PRIMARY &&
			(dearest < 0 || unitCost[i]! > unitCost[dearest]!)
		)
			dearest = i;
	return dearest;
}

function setOrePrice(market: Market, price: number): void {
	market.state.oreIndex.fill(price);
	market.state.oreIndexHistory.fill(price);
}

/** The mining part of months `from … to − 1`. */
function mineMonths(market: Market, from: number, to: number): void {
	for (let tick = from; tick < to; tick += 1) {
		waitAtShutMines(market, tick);
		mineOre(market, tick);
		if (tick % 3 === 0) reviewMines(market, tick);
	}
}

const about = (told: readonly Told[], who: string | undefined) =>
	told
		.filter((event) => event.who === who)
		.map(({ tick, what }) => [tick, what]);

describe("a primary mine whose ore sells for less than it costs to shut it", () => {
	it("idles at the third bad review, the month of tick 6, and closes 60 months later", () => {
		const { market } = handMarket();
		const told = listen(market);
		const mine = dearestMine(market);
		setOrePrice(market, 0.99 * shuttingPrice(market, mine));
		mineMonths(market, 0, 67);
		const id = market.structure.miners.ids[mine];
		expect(about(told, id)).toEqual([
			[6, "mine idles"],
			[66, "mine closes"],
		]);
		setOrePrice(market, 10 * reopeningPrice(market, mine));
		mineMonths(market, 67, 90);
		expect(market.flows.mined[mine]).toBe(0);
		expect(about(told, id)).toHaveLength(2);
	});

	it("reopens 6.5 months, rounded to 7, after the review at which ore is dear again", () => {
		const { market } = handMarket();
		const told = listen(market);
		const mine = dearestMine(market);
		setOrePrice(market, 0.99 * shuttingPrice(market, mine));
		mineMonths(market, 0, 50);
		setOrePrice(market, 1.01 * reopeningPrice(market, mine));
		mineMonths(market, 50, 70);
		expect(about(told, market.structure.miners.ids[mine])).toEqual([
			[6, "mine idles"],
			[58, "mine reopens"],
		]);
		expect(market.state.monthsShut[mine]).toBe(0);
	});
});

describe("a smelter", () => {
	it("idles in its third month at a loss and restarts two months after the first good one", () => {
		const { market } = handMarket();
		const told = listen(market);
		const { first, conversionCost, ids } = market.structure.refiners;
		let plant = first[0]!;
		for (let i = first[0]!; i < first[1]!; i += 1)
			if (conversionCost[i]! > conversionCost[plant]!) plant = i;
		setOrePrice(market, 1e6);
		for (let tick = 0; tick < 3; tick += 1) reviewPlants(market, tick);
		setOrePrice(market, 1);
		for (let tick = 3; tick < 8; tick += 1) reviewPlants(market, tick);
		expect(about(told, ids[plant])).toEqual([
			[2, "plant idles"],
			[5, "plant restarts"],
		]);
	});

	it("that a project built starves after six months in a row below a quarter, and is told of once", () => {
		const site = {
			id: "new",
			region: "PK",
			makes: "metal",
			cost: 3200,
		} as const;
		const { market } = handMarket({ projects: [site] });
		const told = listen(market);
		const plant = market.structure.refiners.project.indexOf(0);
		market.state.projectStage[0] = RUNNING;
		market.state.projectMonths[0] = 1e6;
		market.rules.projectNameplate[0] = 100;
		market.rules.projectCeiling[0] = 1;
		market.rules.projectRamp[0] = 1;
		const run = (refined: number, from: number, to: number) => {
			market.flows.refined[plant] = refined;
			for (let tick = from; tick < to; tick += 1) watchStarving(market, tick);
		};
		run(24, 0, 5);
		run(25, 5, 6);
		run(24, 6, 30);
		run(80, 30, 31);
		run(0, 31, 60);
		expect(told).toEqual([
			{ tick: 11, what: "plant starves", who: "new", figure: 0.24 },
		]);
	});
});
