import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { RUNNING } from "../../../src/market/agents/project.ts";
import { SERIES } from "../../../src/market/record/record.ts";
import type { Market } from "../../../src/market/world/market.ts";
import { CN, REGION_COUNT, US } from "../../../src/market/world/structure.ts";
import { many } from "../../long.ts";
import { type Run, runAll } from "../scenarios.ts";
import { MONTH_RULES, type MonthRule } from "./month-rules.ts";
import {
	anyWorld,
	optionsOf,
	type RandomWorld,
	scenarioIn,
} from "./random-worlds.ts";

const WORLDS = { numRuns: many(100, 1000), seed: 20180101 };
const MONTHS = 24;

/** Looks at every month of the record that a simulator has run. */
const eye = vi.hoisted(() => ({
	look: (_market: Market, _tick: number): void => {},
}));

vi.mock("../../../src/market/month.ts", async (original) => {
	const month = await original<typeof import("../../../src/market/month.ts")>();
	const runMonth: typeof month.runMonth = (...given) => {
		month.runMonth(...given);
		const [market, , , tick] = given;
		if (tick >= 0) eye.look(market, tick);
	};
	return { ...month, runMonth };
});

/** Reads every schedule whole, so that a second clearing finds all of it. */
vi.mock("../../../src/market/world/regional-markets.ts", async (original) => {
	const hub =
		await original<
			typeof import("../../../src/market/world/regional-markets.ts")
		>();
	const forgetSchedules: typeof hub.forgetSchedules = (markets) => {
		hub.forgetSchedules(markets);
		const width = markets.excess.length / markets.regions;
		for (let i = 0; i < markets.excess.length; i += 1) {
			const region = Math.floor(i / width);
			markets.excess[i] = markets.schedules.excessAt(
				region,
				markets.window[region]! + (i % width),
			);
		}
	};
	return { ...hub, forgetSchedules };
});

/** Rules whose months would prove nothing if no world had them. */
const IN_FORCE: Readonly<Record<string, (market: Market) => boolean>> = {
	licences: ({ rules }) => rules.licensed === 1,
	"a shut border": ({ rules }) => rules.refinedFree[CN] === 0,
	"a barred United States": ({ rules }) =>
		rules.barred[US * REGION_COUNT + CN] === 1,
	"a quota": ({ rules }) => Number.isFinite(rules.quota),
	"ore held back": ({ rules }) => rules.oreMayLeave.some((share) => share < 1),
	"a route": ({ rules }) => rules.routes > 0,
	"an outage": ({ rules }) =>
		rules.mineShare.some((share) => share < 1) ||
		rules.refinerShare.some((share) => share < 1),
	"a new refinery": ({ state }) =>
		state.projectStage.some((stage) => stage === RUNNING),
	"purchases for the reserve": ({ rules }) =>
		rules.reserve.some((tonnes) => tonnes > 0),
	"a campaign": ({ rules }) => rules.enforcing,
	"need off its base": ({ rules }) => rules.need.some((level) => level !== 1),
};

/** Counts the months in which each of them holds. */
const counting = (months: Map<string, number>): MonthRule => ({
	claim: "is counted",
	watch: () => (market) => {
		for (const [name, holds] of Object.entries(IN_FORCE))
			if (holds(market)) months.set(name, (months.get(name) ?? 0) + 1);
		return null;
	},
});

/** Runs a random world under the eyes of some rules; `broke` hears every breach. */
function watched(
	random: RandomWorld,
	rules: readonly MonthRule[],
	broke: (rule: MonthRule, what: string) => void,
): Run {
	const watches = rules.map((rule) => ({ rule, watch: rule.watch() }));
	eye.look = (market, tick) => {
		for (const { rule, watch } of watches) {
			const what = watch(market, tick);
			if (what !== null) broke(rule, `${what} (tick ${tick})`);
		}
	};
	const [[run]] = runAll(
		[scenarioIn(random, MONTHS)],
		1,
		optionsOf(random),
	) as [[Run]];
	return run;
}

/** Feed of a plant that runs dry may end a rounding below zero, t Sb. */
const ROUNDING = 1e-9;

/** Series of a run that are not finite or below zero. */
function faultySeries(run: Run): readonly string[] {
	return SERIES.filter(({ name }) =>
		run.series(name).some((value) => !(value >= -ROUNDING && value < 1e12)),
	).map(({ name }) => name);
}

/** Fails with the smallest world that shows the fault, and the seed that repeats it. */
function everyWorld(holds: (random: RandomWorld) => void): void {
	fc.assert(fc.property(anyWorld, holds), WORLDS);
}

describe(`in ${WORLDS.numRuns} random worlds`, () => {
	const broken = new Set<MonthRule>();
	const months = new Map<string, number>();
	let failures = 0;
	let faulty = 0;

	beforeAll(() => {
		const rules = [...MONTH_RULES, counting(months)];
		for (const random of fc.sample(anyWorld, WORLDS)) {
			const run = watched(random, rules, (rule) => broken.add(rule));
			if (run.failure !== null) failures += 1;
			else if (faultySeries(run).length > 0) faulty += 1;
		}
	});

	it.each(Object.keys(IN_FORCE))("enough of their months know %s", (name) => {
		expect(months.get(name)).toBeGreaterThan(many(5, 300));
	});

	it("metal and money are conserved in every month", () => {
		if (failures > 0)
			everyWorld((random) => {
				expect(watched(random, [], () => {}).failure).toBeNull();
			});
		expect(failures).toBe(0);
	});

	it("every recorded series is finite and never negative", () => {
		if (faulty > 0)
			everyWorld((random) => {
				expect(faultySeries(watched(random, [], () => {}))).toEqual([]);
			});
		expect(faulty).toBe(0);
	});

	it.each(MONTH_RULES.map((rule) => [rule.claim, rule] as const))(
		"%s",
		(_, rule) => {
			if (broken.has(rule))
				everyWorld((random) => {
					const breaches: string[] = [];
					watched(random, [rule], (_rule, what) => breaches.push(what));
					expect(breaches[0]).toBeUndefined();
				});
			expect(broken.has(rule)).toBe(false);
		},
	);
});
