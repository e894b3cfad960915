/** A batch is given as many replicates as a mean needs to be known well enough. */

import {
	type PrecisionAim,
	type Settled,
	settle,
} from "../../experiment/enough.ts";
import { KeptBlocks } from "../../experiment/kept-blocks.ts";
import { metricInMemory } from "../../experiment/metric-in-memory.ts";
import { type BatchPlan, withReplicates } from "../../experiment/plan.ts";
import { threadRunner } from "../threads/thread-runner.ts";
import type { BatchRequest, Planned } from "./batch-request.ts";
import type { Watch } from "./make-batch.ts";

/** A batch with the replicates that its aim takes, and how these were found. */
export interface SettledBatch<Request extends BatchRequest> {
	readonly batch: Planned<Request>;
	readonly settled: Settled;
}

/**
 * Computes replicates until the aim is reached or the most allowed are spent. The batch
 * that comes back has that many, and need not compute again what was computed here.
 *
 * @returns null when the signal stopped it
 */
export async function settleBatch<Request extends BatchRequest>(
	batch: Planned<Request>,
	aim: PrecisionAim,
	{ signal, note }: Pick<Watch, "signal" | "note">,
): Promise<SettledBatch<Request> | null> {
	const { metric, workers } = batch.options;
	const kept = new KeptBlocks();
	const openRunner = (plan: BatchPlan) =>
		kept.over(plan, () => threadRunner(plan, { workers }));
	const settled = await settle(aim, async (from, to) => {
		note(`replicates ${from} to ${to - 1}, then a look at ${metric}`);
		const plan = withReplicates(batch.plan, { from, to });
		const runner = openRunner(plan);
		return metricInMemory(plan, runner, metric, { signal }).finally(() =>
			runner.close(),
		);
	});
	if (settled === null) return null;
	const replicates = { from: 0, to: settled.replicates };
	const plan = withReplicates(batch.plan, replicates);
	return { batch: { ...batch, plan, openRunner }, settled };
}
