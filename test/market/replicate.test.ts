import { describe, expect, it } from "vitest";
import { WORLD } from "../../src/calibration/agents/the-world.ts";
import type { World } from "../../src/calibration/agents/world.ts";
import { MECHANISMS, type Mechanism } from "../../src/market/simulator.ts";
import { tickOf } from "../../src/quantities.ts";
import { many } from "../long.ts";
import {
	day,
	fixed,
	licencesFrom,
	type Run,
	runAll,
	scenarioOf,
	shock,
	usBanFrom,
} from "./scenarios.ts";

/** Draws of the prior that a share is taken of: one in a hundred can be told from none. */
const DRAWS = many(100, 200);
const REPLICATES = many(25, 100);

const first = (runs: Run[][]): Run => (runs[0] as Run[])[0] as Run;

/** Reverses every list of a world: nothing may depend on the order of rows. */
function reversed(world: World): World {
	return {
		miners: [...world.miners].reverse(),
		refiners: [...world.refiners].reverse(),
		recyclers: [...world.recyclers].reverse(),
		civilBuyers: [...world.civilBuyers].reverse(),
		defenceBuyers: [...world.defenceBuyers].reverse(),
		traders: [...world.traders].reverse(),
		exporters: [...world.exporters].reverse(),
		terms: world.terms,
	};
}

/** Adds a mine, a smelter and a trader of no size. */
function withGhosts(world: World): World {
	const nothing = { ...world.miners[0]!.capacity, value: 0 };
	return {
		...world,
		miners: [
			{ ...world.miners[0]!, id: "ghost-mine", capacity: nothing },
			...world.miners,
		],
		refiners: [
			{
				...world.refiners[0]!,
				id: "ghost-smelter",
				capacity: nothing,
				run2023: nothing,
			},
			...world.refiners,
		],
		traders: [
			{ ...world.traders[0]!, id: "ghost-trader", normalStock: nothing },
			...world.traders,
		],
	};
}

describe("a market left alone", () => {
	it("60 noiseless months of a calm world stay within a tenth of their start in 99 % of draws of the prior, and within a fifth in all", () => {
		const runs = runAll([scenarioOf([], { to: 60 })], DRAWS, {
			world: "still",
		});
		const farthest = runs.map(([run]) => {
			const prices = run?.series("price_rotterdam_usd_t") as Float64Array;
			const start = prices[0] as number;
			return Math.max(...prices.map((price) => Math.abs(price / start - 1)));
		});
		expect(Math.max(...farthest)).toBeLessThan(0.2);
		// one that is not, among a hundred or two
		expect(farthest.filter((d) => d < 0.1).length).toBeGreaterThanOrEqual(
			DRAWS - 1,
		);
	});

	it(`metal and money are conserved in every month of ${REPLICATES} replicates`, () => {
		const runs = runAll(
			[scenarioOf([licencesFrom("2024-09-15"), usBanFrom("2024-12-03")])],
			REPLICATES,
		);
		expect(runs.flat().filter((run) => run.failure !== null)).toEqual([]);
	});
});

describe("exact relations", () => {
	const shocks = [licencesFrom("2024-09-15"), usBanFrom("2024-12-03")];
	const plain = runAll([scenarioOf(shocks)], 3);

	it("the order in which a world lists its agents changes no bit", () => {
		const turned = runAll([scenarioOf(shocks, { world: reversed(WORLD) })], 3);
		turned.forEach(([run], i) => {
			expect(run?.all).toEqual(plain[i]?.[0]?.all);
		});
	});

	it("agents of no size change no bit", () => {
		const haunted = runAll(
			[scenarioOf(shocks, { world: withGhosts(WORLD) })],
			3,
		);
		haunted.forEach(([run], i) => {
			expect(run?.all).toEqual(plain[i]?.[0]?.all);
		});
	});

	it("a shock of no strength and a shock beyond the horizon change no bit", () => {
		const idle = shock({
			id: "idle",
			kind: "outage",
			agents: ["olimpiada"],
			region: null,
			of: "mines",
			share: fixed(0),
			from: day("2020-01-01"),
		});
		const late = usBanFrom("2035-01-01");
		const more = runAll(
			[scenarioOf([...shocks, idle, { ...late, id: "late" }])],
			3,
		);
		more.forEach(([run], i) => {
			expect(run?.all).toEqual(plain[i]?.[0]?.all);
		});
	});

	it("a longer horizon changes none of the months before it ends", () => {
		const longer = runAll([scenarioOf(shocks, { to: 140 })], 1);
		const price = first(longer).series("price_rotterdam_usd_t");
		expect(price.subarray(0, 96)).toEqual(
			first(plain).series("price_rotterdam_usd_t"),
		);
	});

	it("scenarios run together share their months to the bit until they part, and are what they are alone", () => {
		const ban = scenarioOf(shocks, { name: "ban" });
		const free = scenarioOf([licencesFrom("2024-09-15")], { name: "free" });
		const calm = scenarioOf([], { name: "calm" });
		const together = runAll([ban, calm, free], 3);
		const fork = tickOf(2024, 12);
		const parted: boolean[] = [];
		together.forEach(([a, , b], i) => {
			expect(a?.all).toEqual(plain[i]?.[0]?.all);
			for (const name of ["price_rotterdam_usd_t", "us_stock_t"] as const) {
				const [x, y] = [a?.series(name), b?.series(name)];
				expect(x?.subarray(0, fork)).toEqual(y?.subarray(0, fork));
				parted.push(`${x?.subarray(fork)}` !== `${y?.subarray(fork)}`);
			}
		});
		expect(parted).toContain(true);
		const alone = runAll([calm], 3);
		together.forEach((runs, i) => {
			expect(runs[1]?.all).toEqual(alone[i]?.[0]?.all);
		});
	});
});

describe("what restrictions do", () => {
	const still = { world: "still" as const };
	const yearOf2024 = (run: Run | undefined) =>
		run
			?.series("price_rotterdam_usd_t")
			.subarray(tickOf(2024, 1), tickOf(2025, 1))
			.reduce((sum, price) => sum + price, 0) as number;

	it("a ban on the US alone, at its share of supply, costs it a premium that other suppliers wear away in months", () => {
		const from = tickOf(2024, 1);
		const banned = first(
			runAll([scenarioOf([usBanFrom("2024-01-01")])], 1, still),
		);
		const premium = (tick: number) =>
			banned.at("price_us_usd_t", tick) /
				(banned.at("price_rotterdam_usd_t", tick) + 250) -
			1;
		let months = 0;
		for (let tick = from; tick < from + 24; tick += 1)
			if (premium(tick) > 0.05) months += 1;
		let highest = 0;
		for (let tick = from; tick < from + 3; tick += 1)
			highest = Math.max(highest, premium(tick));
		expect(highest).toBeGreaterThan(0.1);
		expect(highest).toBeLessThan(0.6);
		expect(months).toBeGreaterThanOrEqual(2);
		expect(months).toBeLessThanOrEqual(10);
	});

	it("a total stop leaves nothing, cheapens metal at home and makes it dear abroad", () => {
		const stop = shock({
			id: "stop",
			kind: "export-restriction",
			by: "CN",
			goods: ["refined"],
			destinations: null,
			mode: "ban",
			approval: null,
			lag: null,
			quota: null,
			militaryOnly: false,
			from: day("2024-01-01"),
		});
		const [open, shut] = [[], [stop]].map((shocks) =>
			first(runAll([scenarioOf(shocks)], 1, still)),
		) as [Run, Run];
		for (let tick = tickOf(2024, 1); tick < tickOf(2024, 7); tick += 1)
			expect(shut.at("china_exports_total_t", tick)).toBe(0);
		const june = tickOf(2024, 6);
		expect(shut.at("price_rotterdam_usd_t", june)).toBeGreaterThan(
			1.3 * open.at("price_rotterdam_usd_t", june),
		);
		expect(shut.at("price_china_usd_t", june)).toBeLessThan(
			0.9 * open.at("price_china_usd_t", june),
		);
	});

	it("a quota is kept by the quarter", () => {
		const quota = shock({
			id: "quota",
			kind: "export-restriction",
			by: "CN",
			goods: ["refined"],
			destinations: null,
			mode: "quota",
			approval: null,
			lag: null,
			quota: fixed(24_000),
			militaryOnly: false,
			from: day("2024-01-01"),
		});
		const run = first(runAll([scenarioOf([quota])], 1));
		for (let tick = tickOf(2024, 1); tick < tickOf(2025, 12); tick += 3) {
			let sum = 0;
			for (let month = tick; month < tick + 3; month += 1)
				sum += run.at("china_exports_total_t", month);
			expect(sum).toBeLessThanOrEqual(6_000 + 1e-6);
		}
	});

	it("licences bring a near-stop of six months within two years in 0.2 to 0.4 of replicates", () => {
		const runs = runAll([scenarioOf([licencesFrom("2024-01-01")])], 2 * DRAWS);
		const from = tickOf(2024, 4);
		const nearStop = runs.filter(([run]) => {
			let months = 0;
			for (let tick = from; tick < from + 21; tick += 1) {
				const normal =
					(run?.at("china_exports_licensed_t", tickOf(2023, 6)) as number) *
					0.15;
				months =
					(run?.at("china_exports_licensed_t", tick) as number) < normal
						? months + 1
						: 0;
				if (months === 6) return true;
			}
			return false;
		});
		expect(nearStop.length / runs.length).toBeGreaterThan(0.2);
		expect(nearStop.length / runs.length).toBeLessThan(0.4);
	});

	it("fewer licences never make metal cheaper abroad: 99 % of pairs", () => {
		const granting = (approval: number) =>
			scenarioOf([
				{
					...licencesFrom("2024-01-01"),
					approval: fixed(approval),
				} as ReturnType<typeof licencesFrom>,
			]);
		const generous = runAll([granting(0.8)], DRAWS);
		const strict = runAll([granting(0.3)], DRAWS);
		const dearer = strict.filter(
			([run], i) => yearOf2024(run) >= yearOf2024(generous[i]?.[0]),
		);
		expect(dearer.length / DRAWS).toBeGreaterThanOrEqual(0.99);
	});

	it("metal sold by the Chinese reserve makes it cheaper everywhere: 99 % of pairs", () => {
		const sale = shock({
			id: "sale",
			kind: "reserve-purchases",
			by: "CN",
			path: [
				{
					from: day("2024-01-01"),
					to: day("2025-01-01"),
					tonnes: fixed(-9_000),
				},
			],
			from: day("2024-01-01"),
			to: day("2025-01-01"),
		});
		const runs = runAll(
			[scenarioOf([], { name: "a" }), scenarioOf([sale], { name: "b" })],
			DRAWS,
		);
		const cheaper = runs.filter(
			([kept, sold]) => yearOf2024(sold) <= yearOf2024(kept),
		);
		expect(cheaper.length / DRAWS).toBeGreaterThanOrEqual(0.99);
	});
});

describe("what can be switched off", () => {
	const shocks = [
		{
			...licencesFrom("2024-09-15"),
			news: { kick: { outside: 1, china: -1 }, precaution: fixed(0.6) },
		} as ReturnType<typeof licencesFrom>,
		usBanFrom("2024-12-03"),
		shock({
			id: "karachi",
			kind: "route",
			origin: "PK",
			destination: "US",
			good: "concentrate",
			cost: fixed(500),
			capacity: fixed(600),
			premium: fixed(0),
			from: day("2024-01-01"),
		}),
	];
	const all = (without: readonly Mechanism[]) =>
		runAll([scenarioOf(shocks)], 8, { without }).flat();
	const full = all([]);

	it.each(MECHANISMS)("without %s the market is another one", (mechanism) => {
		const runs = all([mechanism]);
		expect(runs.every(({ failure }) => failure === null)).toBe(true);
		expect(runs.some((run, i) => !same(run.all, full[i]?.all))).toBe(true);
	});
});

function same(a: Float64Array, b: Float64Array | undefined): boolean {
	return a.every((value, i) => value === b?.[i]);
}
