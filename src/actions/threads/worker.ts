/** A thread that computes blocks of one plan. */

import type { BlockResult } from "../../experiment/block-result.ts";
import type { BatchPlan, Block } from "../../experiment/plan.ts";
import { BlockSimulator } from "../../experiment/simulate-block.ts";
import type { SimulatorFactory } from "../../market/simulator.ts";
import { serve } from "./serve.ts";

/** Setting of a thread that computes blocks. */
export interface WorkerTask {
	readonly plan: BatchPlan;
	/** address of the module that exports `createSimulator` */
	readonly simulator: string;
}

await serve(async (task: WorkerTask, isStopped) => {
	const market: { readonly createSimulator: SimulatorFactory } = await import(
		task.simulator
	);
	const simulator = new BlockSimulator(task.plan, market.createSimulator);
	return (block: Block) => simulator.run(block, isStopped);
}, buffersOf);

/** The memory of a result, each piece once. */
function buffersOf(result: BlockResult | null): ArrayBuffer[] {
	if (result === null) return [];
	const arrays = result.paths
		.flat()
		.flatMap((series) =>
			series.form === "values" ? [series.values] : [series.bins, series.sums],
		);
	const buffers = [result.values, ...arrays].map(({ buffer }) => buffer);
	return [...new Set(buffers)].filter(
		(buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer,
	);
}
