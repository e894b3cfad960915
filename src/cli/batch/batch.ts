/** Commands that run a batch: planned, run into a results folder, and told of. */

import { type Planned, planned } from "../../actions/batch/batch-request.ts";
import { makeBatch, type Watch } from "../../actions/batch/make-batch.ts";
import { shortPath } from "../../actions/paths.ts";
import { faultsText } from "../../actions/scenarios/fault-text.ts";
import { replicateCount, wholeRange } from "../../experiment/plan.ts";
import type { Soundness } from "../../scenario/sound.ts";
import type { BatchEnd } from "../../storage/folder/batch-end.ts";
import { endBatch } from "../ending/end-batch.ts";
import type { BatchCommand } from "../line/batch-options.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { say } from "../terminal/talk.ts";
import { tellCost } from "./dry-run.ts";
import { settledBatch } from "./precision.ts";
import { watched } from "./watch-batch.ts";

/** Runs scenarios into a results folder, draws its charts, and reports. */
export async function runBatchCommand(asked: BatchCommand): Promise<ExitCode> {
	const { options, opened, through = null } = asked;
	const batch = planned(asked);
	if (options.dryRun) return tellCost(batch.plan, options);
	const talk = options.quiet ? () => {} : say;
	tellWarnings(opened, talk);
	const settled = await settledBatch(batch, talk);
	if (settled === null) return EXIT.interrupted;
	return endBatch(await compute(settled, talk), { ...options, through });
}

/** Tells the warnings on scenarios, for their authors, once each. */
export function tellWarnings(
	opened: readonly Soundness[],
	talk: (line: string) => void,
): void {
	const warnings = opened.flatMap((one) => one.warnings);
	if (warnings.length > 0) talk(faultsText(warnings));
}

function compute(
	batch: Planned<BatchCommand>,
	talk: (line: string) => void,
): Promise<BatchEnd> {
	const { plan, options, through = null } = batch;
	const make = (watch: Watch) =>
		makeBatch(batch, {
			...watch,
			onFolder(folder) {
				talk(opening(batch, folder));
				watch.onFolder(folder);
			},
		});
	return watched(replicateCount(plan), options.quiet, make, { through });
}

function opening(
	{ plan, options, through }: Planned<BatchCommand>,
	folder: string,
): string {
	const { scenarios, shard, seed } = plan;
	const { seedGiven, workers } = options;
	const { length } = scenarios;
	const drawn = shard ? " (drawn; give it to every shard)" : " (drawn)";
	return [
		`${length} scenario${length === 1 ? "" : "s"} × ${wholeRange(plan).to} replicates`,
		...(shard ? [`shard ${shard.index} of ${shard.count}`] : []),
		`seed ${seed}${seedGiven ? "" : drawn}`,
		through
			? `by the workers at ${through}`
			: `${workers} thread${workers === 1 ? "" : "s"}`,
		`into ${shortPath(folder)}/`,
	].join(", ");
}
