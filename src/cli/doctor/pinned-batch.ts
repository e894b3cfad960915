/** Small batch of known plan and digest, by which a changed model or machine shows itself. */

import { shippedScenario } from "../../actions/scenarios/scenario-library.ts";
import { WORLD } from "../../calibration/agents/the-world.ts";
import type { BlockOutcome } from "../../experiment/block-result.ts";
import { isLost } from "../../experiment/block-result.ts";
import { blocksInMemory } from "../../experiment/finished-blocks.ts";
import { type BatchPlan, planBatch } from "../../experiment/plan.ts";
import { digestRows } from "../../experiment/row-chunks.ts";
import { type BlockRunner, runBatch } from "../../experiment/run-batch.ts";
import { loadScenario } from "../../scenario/load.ts";
import { scenarioFilesOf } from "../../storage/folder/scenario-files.ts";

/**
 * The small batch whose numbers are known: hash of its plan, and digest of what it gives.
 * Both move with the model, its calibration and the shipped scenarios; a test says then what
 * they have become.
 */
export const PINNED = {
	plan: "1bbe631eb6893f1c534a1a278524d025e1df263e5b82d506e42320abee4dfcde",
	digest: "13e95fa729aebe578845a56f3eea5032ec4a2039df829c78e70fa1fe2ff2062e",
} as const;

/** Four replicates of `ban-returns` as it ships, whatever stands in ./scenarios. */
export function pinnedPlan(): BatchPlan {
	const path = shippedScenario("ban-returns");
	const { scenario } = loadScenario(path, scenarioFilesOf(path), WORLD);
	return planBatch({
		scenarios: [scenario],
		seed: "the same bits",
		replicates: { from: 0, to: 4 },
		parameters: "posterior",
		without: [],
		keepPaths: false,
	});
}

/** The digest of a batch that is kept in memory alone. @throws when a block is lost */
export async function digestInMemory(
	plan: BatchPlan,
	runner: BlockRunner,
): Promise<string> {
	const outcomes: BlockOutcome[] = [];
	const take = async (outcome: BlockOutcome) => {
		outcomes.push(outcome);
	};
	try {
		await runBatch(plan, runner, { take });
	} finally {
		await runner.close();
	}
	const lost = outcomes.find(isLost);
	if (lost !== undefined) throw new Error(lost.lost);
	const results = outcomes.flatMap((one) => (isLost(one) ? [] : [one]));
	return digestRows(plan, blocksInMemory(results));
}
