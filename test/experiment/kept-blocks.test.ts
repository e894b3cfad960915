import { expect, it } from "vitest";
import { KeptBlocks } from "../../src/experiment/kept-blocks.ts";
import type { BlockRunner } from "../../src/experiment/run-batch.ts";
import { runsInMemory } from "../../src/experiment/runs-in-memory.ts";
import { serialRunner } from "../../src/experiment/serial-runner.ts";
import { fakePlan } from "./fake-batch.ts";
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
	await runsInMemory(
		first,
		kept.over(first, () => counting(first)),
	);
	expect(computed).toEqual([0, 5, 10, 15]);
	const runs = await runsInMemory(
		all,
		kept.over(all, () => counting(all)),
	);
	expect(computed).toHaveLength(10);
	const plain = await runsInMemory(all, serialRunner(all, createSimulator));
	for (const scenario of ["calm", "storm"])
		expect(runs?.column(scenario, "us_unmet_t")).toEqual(
			plain?.column(scenario, "us_unmet_t"),
		);
});
