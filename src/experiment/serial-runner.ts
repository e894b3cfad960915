/** Simplest runner of blocks: the calling thread, one block after another. */

import type { SimulatorFactory } from "../market/simulator.ts";
import type { BatchPlan } from "./plan.ts";
import type { BlockRunner } from "./run-batch.ts";
import { BlockSimulator } from "./simulate-block.ts";

/** Computes blocks one after another on the calling thread: for tests and web workers. */
export function serialRunner(
	plan: BatchPlan,
	factory: SimulatorFactory,
): BlockRunner {
	const simulator = new BlockSimulator(plan, factory);
	return {
		width: 1,
		run: async (block, signal) =>
			simulator.run(block, () => signal?.aborted ?? false),
		close: async () => {},
	};
}
