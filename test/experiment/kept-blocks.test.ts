import { expect, it } from "vitest";
import { isLost } from "../../src/experiment/block-result.ts";
import { blocksInMemory } from "../../src/experiment/finished-blocks.ts";
import { KeptBlocks } from "../../src/experiment/kept-blocks.ts";
import { metricInMemory } from "../../src/experiment/metric-in-memory.ts";
import { blocksOf } from "../../src/experiment/plan.ts";
import type { BlockRunner } from "../../src/experiment/run-batch.ts";
import { runTable } from "../../src/experiment/run-table.ts";
import { serialRunner } from "../../src/experiment/serial-runner.ts";
import { findSound } from "../../src/experiment/sound-replicates.ts";
import { fakePlan, fakeScenario } from "./fake-batch.ts";
import { createSimulator } from "./fake-simulator.ts";

it("blocks computed on the way to a batch are not computed again, and give the same numbers", async () => {
	const computed: number[] = [];
	const counting = (plan: ReturnType<typeof fakePlan>): BlockRunner => {
		const runner = serialRunner(plan, createSimulator);
		return {
			...runner,
			run: (block, signal) => {
				computed.push(block.from);
				return runner.run(block, signal);
			},
		};
	};
	const kept = new KeptBlocks();
	const first = fakePlan({ replicates: { from: 0, to: 20 } });
	const all = fakePlan();
	await metricInMemory(
		first,
		kept.over(first, () => counting(first)),
		"us_unmet_t",
	);
	expect(computed).toEqual([0, 5, 10, 15]);
	const columns = await metricInMemory(
		all,
		kept.over(all, () => counting(all)),
		"us_unmet_t",
	);
	expect(computed).toHaveLength(10);
	expect(columns?.map(({ length }) => length)).toEqual([50, 50]);
	const plain = serialRunner(all, createSimulator);
	expect(columns).toEqual(await metricInMemory(all, plain, "us_unmet_t"));
});

it("a metric held alone is the column of the table, without replicates that failed in any scenario", async () => {
	const plan = fakePlan({
		seed: "fails",
		scenarios: [
			fakeScenario("calm"),
			fakeScenario("storm", 2, { title: "fragile" }),
		],
	});
	const outcomes = await Promise.all(
		blocksOf(plan).map((block) =>
			serialRunner(plan, createSimulator).run(block),
		),
	);
	const finished = blocksInMemory(
		outcomes.flatMap((one) => (one && !isLost(one) ? [one] : [])),
	);
	const sound = await findSound(plan, finished);
	const table = await runTable(plan, finished, sound);
	const runner = serialRunner(plan, createSimulator);
	const columns = await metricInMemory(plan, runner, "us_unmet_t");
	expect(columns?.[0]).toHaveLength(45);
	expect(columns).toEqual([
		table.column("calm", "us_unmet_t"),
		table.column("storm", "us_unmet_t"),
	]);
});
