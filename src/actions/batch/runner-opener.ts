/** Whoever computes a batch, opened when its folder stands. */

import type { BatchPlan } from "../../experiment/plan.ts";
import type { BlockRunner } from "../../experiment/run-batch.ts";
import { threadRunner } from "../threads/thread-runner.ts";

/**
 * Opens whoever computes the blocks of a plan.
 *
 * @param folder where its results are kept
 * @param note says a line while they are computed
 */
export type RunnerOpener = (
	plan: BatchPlan,
	folder: string,
	note: (line: string) => void,
) => BlockRunner | Promise<BlockRunner>;

/** Opens threads of this machine. */
export function threadOpener(workers: number): RunnerOpener {
	return (plan) => threadRunner(plan, { workers });
}
