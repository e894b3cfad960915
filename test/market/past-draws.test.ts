import { describe, expect, it } from "vitest";
import { openScenario } from "../../src/actions/scenarios/open-scenarios.ts";
import { datedFact } from "../../src/calibration/facts.ts";
import { luckOfText } from "../../src/calibration/priors/luck-scores.ts";
import { POSTERIOR } from "../../src/calibration/priors/posterior.ts";
import { seriesReader } from "../../src/inference/facts/series-reader.ts";
import { pickDraw } from "../../src/market/luck/draws.ts";
import { createSimulator } from "../../src/market/replicate.ts";
import type { SimulatorOptions } from "../../src/market/simulator.ts";
import { tickOf } from "../../src/quantities.ts";
import { quantile, sortSamples } from "../../src/statistics/quantile.ts";

const scenario = {
	...openScenario("as-happened").scenario,
	horizon: { from: tickOf(2018, 1), to: tickOf(2026, 12) },
};
const DECEMBER = tickOf(2024, 12);
const record = datedFact("rotterdam-2024-12").record;

function pricesOf(
	options: Partial<SimulatorOptions>,
	tick: number,
	count: number,
): readonly number[] {
	const simulator = createSimulator([scenario], {
		seed: "past",
		parameters: "posterior",
		without: [],
		...options,
	});
	return Array.from({ length: count }, (_, i) => {
		const [found] = simulator.run(i);
		if (found === undefined || found.failure !== null)
			throw new Error(found?.failure ?? "no replicate");
		return seriesReader(found.series, scenario)("price_rotterdam_usd_t", tick);
	});
}

describe("the history of a posterior draw", () => {
	it("ends where the record of 2024 ends, in most replicates within a quarter", () => {
		const near = pricesOf({}, DECEMBER, 60).filter(
			(price) => Math.abs(price / record - 1) < 0.25,
		);
		expect(near.length).toBeGreaterThanOrEqual(54);
	});

	it("is left to chance where luck is free", () => {
		const spread = (options: Partial<SimulatorOptions>): number => {
			const prices = sortSamples(pricesOf(options, DECEMBER, 60));
			return quantile(prices, 0.9) / quantile(prices, 0.1);
		};
		expect(spread({ history: "free" })).toBeGreaterThan(1.5 * spread({}));
	});

	it("is one for all replicates that share the draw, and their futures are not", () => {
		const kept = POSTERIOR[0];
		if (kept === undefined) throw new Error("there are no draws");
		const draw = { ...kept, luck: luckOfText(kept.luck) };
		const simulator = createSimulator([scenario], {
			seed: "past",
			parameters: "posterior",
			without: [],
		});
		const paths = [0, 1].map((replicate) => {
			const [found] = simulator.relive(draw, replicate);
			const at = seriesReader(Float64Array.from(found?.series ?? []), scenario);
			return (tick: number) => at("price_rotterdam_usd_t", tick);
		});
		const [one, other] = paths as [
			(t: number) => number,
			(t: number) => number,
		];
		for (let tick = 0; tick <= tickOf(2021, 12); tick += 1)
			expect(one(tick)).toBe(other(tick));
		expect(one(tickOf(2026, 6))).not.toBe(other(tickOf(2026, 6)));
	});
});

describe("picking a draw", () => {
	const draws = [0.2, 0.5, 0.3].map((weight, i) => ({
		weight,
		values: [i],
		sizes: [],
		luck: "",
	}));

	it("goes by cumulative weight", () => {
		const picked = [0.1, 0.19, 0.21, 0.69, 0.71, 0.999].map(
			(u) => pickDraw(draws, u).values[0],
		);
		expect(picked).toEqual([0, 0, 1, 1, 2, 2]);
	});

	it("refuses an empty list", () => {
		expect(() => pickDraw([], 0.5)).toThrow(RangeError);
	});
});
