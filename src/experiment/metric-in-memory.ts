/** One metric of a batch that is run for its sake alone and written nowhere. */

import {
	type BlockOutcome,
	blockLength,
	isLost,
	soundReplicates,
} from "./block-result.ts";
import { valueColumns } from "./columns.ts";
import { type BatchPlan, replicateCount } from "./plan.ts";
import { type BlockRunner, type RunOptions, runBatch } from "./run-batch.ts";

/**
 * One metric of a batch that nobody keeps: one column a scenario, of the replicates that
 * are sound in every scenario. Eight bytes a replicate and scenario are held, no more.
 *
 * @returns null when the signal stopped it
 */
export async function metricInMemory(
	plan: BatchPlan,
	runner: BlockRunner,
	metric: string,
	options: RunOptions = {},
): Promise<readonly Float64Array[] | null> {
	const columns = plan.scenarios.map(
		() => new Float64Array(replicateCount(plan)),
	);
	const at = valueColumns(plan).findIndex(({ name }) => name === metric);
	let count = 0;
	const take = async (outcome: BlockOutcome) => {
		if (isLost(outcome)) return;
		const { block, failures, values } = outcome;
		const length = blockLength(block);
		soundReplicates(plan, block, failures).forEach((isSound, i) => {
			if (!isSound) return;
			columns.forEach((column, scenario) => {
				const row = scenario * length + i;
				column[count] = values[at * failures.length + row]!;
			});
			count++;
		});
	};
	const end = await runBatch(plan, runner, { take }, options);
	return end === "interrupted"
		? null
		: columns.map((column) => column.subarray(0, count));
}
