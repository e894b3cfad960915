import { type BlockOutcome, isLost } from "./block-result.ts";
import { blocksInMemory } from "./finished-blocks.ts";
import type { BatchPlan } from "./plan.ts";
import { type BlockRunner, type RunOptions, runBatch } from "./run-batch.ts";
import { runTable } from "./run-table.ts";
import { findSound } from "./sound-replicates.ts";
import type { RunTable } from "./tables.ts";

/**
 * Metrics and parameters of a batch that nobody keeps: a question asked on the way to an
 * answer. Monthly paths are thrown away block by block.
 *
 * @returns null when the signal stopped it
 */
export async function runsInMemory(
	plan: BatchPlan,
	runner: BlockRunner,
	options: RunOptions = {},
): Promise<RunTable | null> {
	const outcomes: BlockOutcome[] = [];
	const sink = {
		take: async (outcome: BlockOutcome) => {
			outcomes.push(isLost(outcome) ? outcome : { ...outcome, paths: [] });
		},
	};
	const end = await runBatch(plan, runner, sink, options);
	if (end === "interrupted") return null;
	const finished = blocksInMemory(
		outcomes.flatMap((outcome) => (isLost(outcome) ? [] : [outcome])),
	);
	return runTable(plan, finished, await findSound(plan, finished));
}
