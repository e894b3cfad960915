import { describe, expect, test } from "vitest";
import { soundReplicates } from "../../src/experiment/block-result.ts";
import { valueColumns } from "../../src/experiment/columns.ts";
import type { BatchPlan } from "../../src/experiment/plan.ts";
import { BlockSimulator } from "../../src/experiment/simulate-block.ts";
import { METRICS } from "../../src/market/record/record.ts";
import { fakePlan, fakeScenario } from "./fake-batch.ts";
import { createSimulator } from "./fake-simulator.ts";

const block = { index: 0, from: 0, to: 5 };

const run = (plan: BatchPlan) =>
	new BlockSimulator(plan, createSimulator).run(block)!;

/** Value of a column in the row of a scenario and replicate. */
function numberOf(
	plan: BatchPlan,
	values: Float64Array,
	name: string,
	scenario: number,
	replicate: number,
): number {
	const column = valueColumns(plan).findIndex((c) => c.name === name);
	const rows = values.length / valueColumns(plan).length;
	return values[column * rows + scenario * 5 + replicate]!;
}

describe("a block", () => {
	test("keeps a copy of every record, which the simulator may overwrite", () => {
		const plan = fakePlan();
		const { values, failures } = run(plan);
		const records = createSimulator(plan.scenarios, plan).run(3);
		METRICS.forEach(({ name }, i) => {
			for (const scenario of [0, 1])
				expect(numberOf(plan, values, name, scenario, 3)).toBe(
					records[scenario]!.metrics[i],
				);
		});
		expect(numberOf(plan, values, "level", 1, 3)).toBe(2);
		expect(failures).toEqual(Array(10).fill(null));
	});

	test("lists a failed record with the means to repeat it, and keeps none of its metrics", () => {
		const plan = fakePlan({
			seed: "fails",
			scenarios: [
				fakeScenario("calm"),
				fakeScenario("storm", 2, { title: "fragile" }),
			],
		});
		const { values, failures } = run(plan);
		expect(failures.map((failure) => failure !== null)).toEqual(
			[0, 0, 0, 0, 0, 0, 0, 0, 1, 0].map(Boolean),
		);
		expect(failures[8]).toBe(
			"mass balance broke (scenario storm, seed fails, replicate 3)",
		);
		expect(numberOf(plan, values, "us_unmet_t", 1, 3)).toBeNaN();
		expect(numberOf(plan, values, "us_unmet_t", 0, 3)).toBeGreaterThan(0);
		expect(soundReplicates(plan, block, failures)).toEqual([
			true,
			true,
			true,
			false,
			true,
		]);
	});

	test("survives a replicate that throws: it failed everywhere, the others are as ever", () => {
		const plan = fakePlan({ seed: "throws" });
		const { values, failures } = run(plan);
		expect(failures[4]).toBe(
			"stocks fell below zero (seed throws, replicate 4)",
		);
		expect(failures[9]).toBe(failures[4]);
		expect(failures.filter((failure) => failure !== null).length).toBe(2);
		expect(numberOf(plan, values, "level", 0, 4)).toBeNaN();
		expect(numberOf(plan, values, "level", 0, 3)).toBe(1);
	});

	test("does not take NaN for null: a metric that is never null must be a number", () => {
		const plan = fakePlan({ seed: "nan" });
		expect(run(plan).failures[2]).toBe(
			"metric us_unmet_t is NaN (scenario calm, seed nan, replicate 2)",
		);
	});

	test("is given up between two replicates when it is told to stop", () => {
		let asked = 0;
		const simulator = new BlockSimulator(fakePlan(), createSimulator);
		expect(simulator.run(block, () => ++asked > 3)).toBeNull();
		expect(asked).toBe(4);
	});

	test("keeps paths as values in a small batch, and as bins with sums in a large one", () => {
		const large = { replicates: { from: 0, to: 5000 } };
		const [small, counted, kept] = [
			fakePlan(),
			fakePlan(large),
			fakePlan({ ...large, keepPaths: true }),
		].map((plan) => run(plan).paths[1]![0]!);
		expect(small?.form).toBe("values");
		expect(kept).toEqual(small);
		expect(counted?.form).toBe("bins");
		if (counted?.form !== "bins" || small?.form !== "values") return;
		const month = 2;
		const sum = [0, 1, 2, 3, 4].reduce(
			(total, replicate) => total + small.values[replicate * 5 + month]!,
			0,
		);
		expect(counted.sums[month]).toBe(sum);
	});
});
