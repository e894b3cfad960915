import { describe, expect, it } from "vitest";
import { openScenario } from "../../../src/actions/scenarios/open-scenarios.ts";
import { PRICES } from "../../../src/calibration/prices/prices.ts";
import { monthlyReadings } from "../../../src/inference/facts/readings.ts";
import {
	priceAt,
	simulateRecord,
} from "../../../src/inference/facts/simulated-record.ts";
import { blindScenarios } from "../../../src/inference/forecasts/blind-scenarios.ts";
import { conditionOn } from "../../../src/inference/forecasts/condition.ts";
import { forecastPairs } from "../../../src/inference/forecasts/forecast-pairs.ts";
import { firstEffect } from "../../../src/market/forks.ts";
import { createSimulator } from "../../../src/market/replicate.ts";
import { exp } from "../../../src/math.ts";
import { monthName, tickOf } from "../../../src/quantities.ts";
import { createSimulator as fakeSimulator } from "../../experiment/fake-simulator.ts";

const record = {
	...openScenario("as-happened").scenario,
	horizon: { from: tickOf(2018, 1), to: tickOf(2024, 12) },
	reference: tickOf(2024, 1),
};

describe("readings and pairs", () => {
	it("a month is the mean of its quotes; a month without one has no reading", () => {
		const readings = monthlyReadings("rotterdam");
		const may = readings.find(({ tick }) => tick === tickOf(2024, 5));
		expect(may).toMatchObject({ price: (16_670 + 19_000) / 2, quotes: 2 });
		expect(readings.map(({ tick }) => tick)).not.toContain(tickOf(2024, 7));
		const counted = readings.reduce((sum, { quotes }) => sum + quotes, 0);
		expect(counted).toBe(
			PRICES.filter(({ series }) => series === "rotterdam").length,
		);
	});

	it("a pair has a quote at both ends, its horizon apart, and an origin of 2019 to 2024", () => {
		const pairs = forecastPairs();
		expect(pairs.length).toBeGreaterThan(40);
		for (const pair of pairs) {
			const ticks = monthlyReadings(pair.market).map(({ tick }) => tick);
			expect(ticks).toContain(pair.origin);
			expect(ticks).toContain(pair.target);
			expect(pair.target - pair.origin).toBe(pair.horizon);
			expect(pair.origin).toBeGreaterThanOrEqual(tickOf(2019, 1));
			expect(pair.target).toBeLessThanOrEqual(tickOf(2024, 12));
		}
	});
});

describe("a blind scenario", () => {
	const origins = [tickOf(2020, 4), tickOf(2024, 6), tickOf(2024, 7)];
	const { scenarios, placeOf } = blindScenarios(record, origins);

	it("holds what was in force or known in its origin, and nothing later", () => {
		for (const origin of origins) {
			const { shocks } = scenarios[placeOf(origin)]!;
			for (const shock of record.shocks)
				expect(shocks.includes(shock), `${shock.id} ${monthName(origin)}`).toBe(
					firstEffect(shock) <= origin,
				);
		}
		const ids = scenarios[placeOf(tickOf(2024, 7))]!.shocks.map(({ id }) => id);
		expect(ids).toContain("xinlong-accident");
		expect(ids).not.toContain("export-licences");
	});

	it("is the record to the bit up to its origin, and parts from it at the next event", () => {
		const source = {
			record,
			seed: 1,
			parameters: "prior",
			without: [],
		} as const;
		const { sound } = simulateRecord(
			createSimulator,
			source,
			scenarios.slice(1),
			{ from: 0, to: 2 },
		);
		expect(sound).toHaveLength(2);
		for (const one of sound)
			for (const origin of origins) {
				const place = placeOf(origin);
				const at = (scenario: number, tick: number) =>
					priceAt(one, record, scenario, "rotterdam", tick);
				for (let tick = 0; tick <= origin; tick += 1)
					expect(at(place, tick)).toBe(at(0, tick));
				const last = record.horizon.to;
				expect(at(place, last)).not.toBe(at(0, last));
			}
	});
});

it("a replicate that breaks is left out, and told", () => {
	const { sound, failures } = simulateRecord(
		fakeSimulator,
		{
			record: { ...record, title: "fragile" },
			...{ seed: "fails", parameters: "prior", without: [] },
		},
		[],
		{ from: 0, to: 20 },
	);
	expect(sound).toHaveLength(18);
	expect(failures).toEqual([
		"prior replicate 3: mass balance broke",
		"prior replicate 13: mass balance broke",
	]);
});

describe("members weighed by their path", () => {
	const readings = {
		rotterdam: [10, 20, 40].map((tick) => ({
			...{ tick, price: exp(9), quotes: 1, weak: false },
		})),
		china: [],
	};
	const off =
		(error: number, late = error) =>
		(_: string, tick: number) =>
			exp(9 + (tick > 20 ? late : error));

	it("by hand: the kernel of the mean squared log error, of months up to the origin alone", () => {
		const members = [off(0, 5), off(0.05), off(-0.1)];
		const { weights, width, months } = conditionOn(20, readings, members);
		expect(width).toBe(0.05);
		expect(months).toBe(2);
		const raw = [1, exp(-0.5), exp(-2)];
		const sum = raw.reduce((a, b) => a + b, 0);
		weights.forEach((weight, i) => {
			expect(weight).toBeCloseTo(raw[i]! / sum, 12);
		});
	});

	it("widens the kernel until they are worth a tenth of their number", () => {
		const members = Array.from({ length: 100 }, (_, i) => off(i / 50));
		const { effective, width } = conditionOn(20, readings, members);
		expect(effective).toBeGreaterThanOrEqual(10);
		expect(effective).toBeLessThan(12);
		expect(width).toBeGreaterThan(0.05);
	});

	it("forgets what lies two years back", () => {
		const { months } = conditionOn(40, readings, [off(0), off(1)]);
		expect(months).toBe(2);
	});
});
