import { describe, expect, test } from "vitest";
import {
	type BlockResult,
	blockLength,
} from "../../src/experiment/block-result.ts";
import { blocksInMemory } from "../../src/experiment/finished-blocks.ts";
import {
	CountedMonths,
	ExactMonths,
} from "../../src/experiment/fold-months.ts";
import { monthBands } from "../../src/experiment/month-bands.ts";
import { type BatchPlan, blocksOf } from "../../src/experiment/plan.ts";
import { BlockSimulator } from "../../src/experiment/simulate-block.ts";
import { findSound } from "../../src/experiment/sound-replicates.ts";
import { SERIES } from "../../src/market/record/record.ts";
import { questionKey } from "../../src/random/question.ts";
import { Streams } from "../../src/random/streams.ts";
import { fakePlan, fakeScenario } from "./fake-batch.ts";
import { createSimulator } from "./fake-simulator.ts";

function results(plan: BatchPlan): BlockResult[] {
	const simulator = new BlockSimulator(plan, createSimulator);
	return blocksOf(plan).map((block) => simulator.run(block)!);
}

async function bandsOf(plan: BatchPlan, some = results(plan)) {
	const finished = blocksInMemory(some);
	return monthBands(plan, finished, await findSound(plan, finished));
}

/** Values of one series and month over the replicates that `keep` admits. */
function valuesOf(
	plan: BatchPlan,
	scenario: number,
	series: number,
	month: number,
	keep: (replicate: number) => boolean = () => true,
): number[] {
	const simulator = createSimulator(plan.scenarios, plan);
	const months = 5;
	return Array.from({ length: plan.replicates.to }, (_, replicate) => replicate)
		.filter(keep)
		.map((r) => simulator.run(r)[scenario]!.series[series * months + month]!)
		.sort((a, b) => a - b);
}

describe("monthly bands", () => {
	test("are the R-7 quantiles and the mean of all values of a month", async () => {
		const plan = fakePlan({ replicates: { from: 0, to: 41 } });
		const table = await bandsOf(plan);
		const values = valuesOf(plan, 1, 7, 3);
		const bands = table.bands("storm", SERIES[7].name);
		expect(bands.p50[3]).toBe(values[20]);
		expect(bands.p25[3]).toBe(values[10]);
		expect(bands.p95[3]).toBe(values[38]);
		expect(bands.p05[3]).toBe(values[2]);
		expect(bands.p975[3]).toBe(values[39]);
		expect(bands.mean[3]).toBeCloseTo(
			values.reduce((sum, value) => sum + value) / 41,
			10,
		);
		expect(table.months("storm")).toEqual([
			"2022-01",
			"2022-02",
			"2022-03",
			"2022-04",
			"2022-05",
		]);
	});

	test("leave a replicate that failed in one scenario out of every scenario", async () => {
		const plan = fakePlan({
			seed: "fails",
			replicates: { from: 0, to: 23 },
			scenarios: [
				fakeScenario("calm"),
				fakeScenario("storm", 2, { title: "fragile" }),
			],
		});
		const table = await bandsOf(plan);
		const sound = valuesOf(plan, 0, 0, 1, (r) => r % 10 !== 3);
		expect(sound.length).toBe(21);
		const bands = table.bands("calm", SERIES[0].name);
		expect(bands.p50[1]).toBe(sound[10]);
		expect(bands.p05[1]).toBe(sound[1]);
	});

	test("from histograms lie within 0.05 % of the exact ones, with the same means", async () => {
		const exact = new ExactMonths(2, 4000);
		const counted = new CountedMonths(2);
		const uniform = new Streams(7, 0);
		const key = questionKey("test", "value");
		for (let block = 0; block < 40; block++) {
			const values = Float64Array.from({ length: 200 }, (_, i) => {
				const u = uniform.uniform(key, block * 200 + i);
				return i % 2 ? 12_000 * (1 - u) ** -0.5 : Math.max(0, u - 0.3);
			});
			const sound = Array.from({ length: 100 }, () => true);
			exact.add({ form: "values", values }, sound);
			counted.add({ form: "values", values }, sound);
		}
		const [a, b] = [exact.bands(), counted.bands()];
		for (const [name, column] of Object.entries(a))
			for (const month of [0, 1]) {
				const found = Object.entries(b).find(([n]) => n === name)![1][month]!;
				const reach = name === "mean" ? 0 : 0.0005 * column[month]!;
				expect(Math.abs(found - column[month]!)).toBeLessThanOrEqual(reach);
			}
		expect(b.p25[0]).toBe(0);
	});

	test("of a large batch do not change when paths are kept", async () => {
		const large = { replicates: { from: 0, to: 5000 } };
		const some = [3, 0, 49].map((index) => ({
			index,
			from: index * 100,
			to: index * 100 + 100,
		}));
		const tables = await Promise.all(
			[false, true].map((keepPaths) => {
				const plan = fakePlan({ ...large, keepPaths }, 100);
				const simulator = new BlockSimulator(plan, createSimulator);
				return bandsOf(
					plan,
					some.map((block) => simulator.run(block)!),
				);
			}),
		);
		for (const { name } of SERIES)
			expect(tables[0]!.bands("storm", name)).toEqual(
				tables[1]!.bands("storm", name),
			);
	});

	test("of a batch without a sound replicate are absent, not zero", async () => {
		const plan = fakePlan({ replicates: { from: 0, to: 0 } });
		const bands = (await bandsOf(plan)).bands("calm", SERIES[0].name);
		expect([...bands.mean, ...bands.p50].every(Number.isNaN)).toBe(true);
	});

	test("go by the horizon of each scenario", async () => {
		const plan = fakePlan({
			scenarios: [
				fakeScenario("calm"),
				fakeScenario("storm", 2, { months: 9 }),
			],
		});
		const [first] = results(plan);
		expect(blockLength(first!.block)).toBe(5);
		const table = await bandsOf(plan);
		expect(table.months("calm").length).toBe(5);
		expect(table.months("storm").length).toBe(9);
		expect(table.bands("storm", SERIES[0].name).p50.length).toBe(9);
	});
});
