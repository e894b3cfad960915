import { describe, expect, test } from "vitest";
import { blocksInMemory } from "../../src/experiment/finished-blocks.ts";
import { blocksOf } from "../../src/experiment/plan.ts";
import { runTable } from "../../src/experiment/run-table.ts";
import { BlockSimulator } from "../../src/experiment/simulate-block.ts";
import { findSound } from "../../src/experiment/sound-replicates.ts";
import { summarise } from "../../src/experiment/summarise.ts";
import { METRICS } from "../../src/market/record/record.ts";
import { fakePlan, fakeScenario } from "./fake-batch.ts";
import { createSimulator } from "./fake-simulator.ts";

const NaN_ = Number.NaN;

/** Runs in which one metric has these values and every other is null. */
const runsWith = (metric: string, columns: Record<string, number[]>) => ({
	scenarios: Object.keys(columns).sort(),
	column: (scenario: string, name: string) =>
		Float64Array.from(columns[scenario]!, (value) =>
			name === metric ? value : NaN_,
		),
});

describe("a summary", () => {
	const runs = runsWith("recovery_months", {
		calm: [5, 1, NaN_, 3, 2],
		storm: [4, 2, 9, NaN_, 2],
	});

	test("counts values and nulls, and takes quantiles of the values alone", async () => {
		const { scenarios } = await summarise(runs, null);
		expect(scenarios["calm"]?.["recovery_months"]).toMatchObject({
			n: 4,
			nulls: 1,
			p25: 1.75,
			p75: 3.5,
			mean: { value: 2.75 },
			median: { value: 2.5 },
		});
	});

	test("has a mean with its t interval: 2.75 ± 3.1824 × 0.8539", async () => {
		const { scenarios } = await summarise(runs, null);
		const { mean } = scenarios["calm"]!["recovery_months"]!;
		expect(mean.error).toBeCloseTo(0.8539, 4);
		expect(mean.low).toBeCloseTo(2.75 - 3.18245 * 0.853913, 4);
		expect(mean.high).toBeCloseTo(2.75 + 3.18245 * 0.853913, 4);
	});

	test("pairs replicate by replicate, over the pairs that both have", async () => {
		const { paired } = await summarise(runs, "calm");
		const pair = paired.find(({ metric }) => metric === "recovery_months");
		expect(pair).toMatchObject({
			base: "calm",
			other: "storm",
			n: 3,
			mean: { value: 0 },
			median: { value: 0 },
			lower: { value: 1 / 3 },
		});
	});

	test("takes the base that is named, not the first by name", async () => {
		const { paired } = await summarise(runs, "storm");
		expect(new Set(paired.map(({ other }) => other))).toEqual(
			new Set(["calm"]),
		);
		expect(paired.length).toBe(METRICS.length);
	});

	test("has no pairs without a base, and refuses a base that is not there", async () => {
		expect((await summarise(runs, null)).paired).toEqual([]);
		await expect(summarise(runs, "rain")).rejects.toThrow(/rain/);
	});

	test("of a metric that is always null says so, without a number", async () => {
		const { scenarios } = await summarise(runs, null);
		expect(scenarios["storm"]?.["us_unmet_t"]).toMatchObject({
			n: 0,
			nulls: 5,
			mean: { value: NaN_, low: NaN_ },
			p05: NaN_,
		});
	});
});

test("a table of runs leaves out replicates that failed anywhere", async () => {
	const plan = fakePlan({
		seed: "fails",
		scenarios: [
			fakeScenario("calm"),
			fakeScenario("storm", 2, { title: "fragile" }),
		],
	});
	const simulator = new BlockSimulator(plan, createSimulator);
	const finished = blocksInMemory(
		blocksOf(plan).map((block) => simulator.run(block)!),
	);
	const table = await runTable(plan, finished, await findSound(plan, finished));
	expect(table.replicates.length).toBe(45);
	expect([...table.replicates].filter((r) => r % 10 === 3)).toEqual([]);
	const at = table.replicates.indexOf(24);
	const records = createSimulator(plan.scenarios, plan).run(24);
	const metric = METRICS.findIndex(({ name }) => name === "us_unmet_t");
	for (const [i, { name }] of plan.scenarios.entries())
		expect(table.column(name, "us_unmet_t")[at]).toBe(
			records[i]!.metrics[metric],
		);
	expect(table.column("storm", "level").every((level) => level === 2)).toBe(
		true,
	);
});
