import { type BatchPlan, planBatch, shardOf } from "../experiment/plan.ts";
import { faultLine } from "../scenario/fault.ts";
import type { Soundness } from "../scenario/sound.ts";
import type { SoundScenario } from "../scenario/types.ts";
import { writeScenario } from "../scenario/write.ts";
import type { BatchEnd } from "../storage/batch-end.ts";
import { makeResults } from "../storage/make-results.ts";
import type { BatchOptions } from "./batch-options.ts";
import { endBatch } from "./end-batch.ts";
import type { ExitCode } from "./exit-codes.ts";
import { faultsText } from "./fault-text.ts";
import { shortPath } from "./paths.ts";
import { say } from "./talk.ts";
import { threadRunner } from "./thread-runner.ts";
import { watched } from "./watch-batch.ts";

/** What a command asks of a batch. */
export interface BatchRequest {
	readonly opened: readonly Soundness[];
	/** whether the first scenario is the base of a comparison */
	readonly comparing: boolean;
	readonly charts: boolean;
	/** the command line that repeats it */
	readonly repeat: string;
	readonly options: BatchOptions;
}

/** Runs scenarios into a results folder, draws its charts, and reports. */
export async function runBatchCommand(
	request: BatchRequest,
): Promise<ExitCode> {
	const { options, opened } = request;
	const talk = options.quiet ? () => {} : say;
	const warnings = opened.flatMap((one) => one.warnings);
	if (warnings.length > 0) talk(faultsText(warnings));
	const scenarios = opened.map(({ scenario }) => scenario);
	return endBatch(await compute(request, talk), scenarios, options);
}

function compute(
	{ opened, comparing, charts, repeat, options }: BatchRequest,
	talk: (line: string) => void,
): Promise<BatchEnd> {
	const scenarios = opened.map(({ scenario }) => scenario);
	const plan = planOf(scenarios, options);
	const { from, to } = plan.replicates;
	return watched(to - from, options.quiet, ({ onFolder, ...watch }) =>
		makeResults({
			...{ plan, charts, destination: options.out, command: repeat },
			scenarioTexts: textsOf(plan.scenarios),
			order: scenarios.map(({ name }) => name),
			base: comparing ? (scenarios[0]?.name ?? null) : null,
			warnings: opened.flatMap((one) => one.warnings.map(faultLine)),
			openRunner: (ready) => threadRunner(ready, { workers: options.workers }),
			onFolder: (folder) => {
				talk(opening(plan, options, folder));
				onFolder(folder);
			},
			...watch,
		}),
	);
}

function planOf(
	scenarios: readonly SoundScenario[],
	options: BatchOptions,
): BatchPlan {
	const { seed, parameters, without, keepPaths, shard } = options;
	const replicates = { from: 0, to: options.replicates };
	const plan = planBatch({
		...{ scenarios, replicates, seed, parameters, without, keepPaths },
	});
	return shard ? shardOf(plan, shard) : plan;
}

function textsOf(
	scenarios: readonly SoundScenario[],
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		scenarios.map((scenario) => [scenario.name, writeScenario(scenario)]),
	);
}

function opening(
	{ scenarios, shard }: BatchPlan,
	{ replicates, seed, seedGiven, workers }: BatchOptions,
	folder: string,
): string {
	const { length } = scenarios;
	const drawn = shard ? " (drawn; give it to every shard)" : " (drawn)";
	return [
		`${length} scenario${length === 1 ? "" : "s"} × ${replicates} replicates`,
		...(shard ? [`shard ${shard.index} of ${shard.count}`] : []),
		`seed ${seed}${seedGiven ? "" : drawn}`,
		`${workers} thread${workers === 1 ? "" : "s"}`,
		`into ${shortPath(folder)}/`,
	].join(", ");
}
