import {
	type RunnerOpener,
	wholePlan,
} from "../../actions/batch/batch-request.ts";
import { shortPath } from "../../actions/paths.ts";
import { faultsText } from "../../actions/scenarios/fault-text.ts";
import { threadRunner } from "../../actions/threads/thread-runner.ts";
import type { BatchPlan } from "../../experiment/plan.ts";
import { writeScenario } from "../../scenario/file/write.ts";
import type { Soundness } from "../../scenario/sound.ts";
import { faultLine } from "../../scenario/text/fault.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import type { BatchEnd } from "../../storage/folder/batch-end.ts";
import { writeDesign } from "../../storage/folder/design-files.ts";
import { makeResults } from "../../storage/folder/make-results.ts";
import { endBatch } from "../ending/end-batch.ts";
import type { BatchCommand } from "../line/batch-options.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { say } from "../terminal/talk.ts";
import { tellCost } from "./dry-run.ts";
import { settledRequest } from "./precision.ts";
import { type Watch, watched } from "./watch-batch.ts";

/** Runs scenarios into a results folder, draws its charts, and reports. */
export async function runBatchCommand(asked: BatchCommand): Promise<ExitCode> {
	if (asked.options.dryRun) return tellCost(asked);
	const talk = asked.options.quiet ? () => {} : say;
	tellWarnings(asked.opened, talk);
	const request = await settledRequest(asked, talk);
	if (request === null) return EXIT.interrupted;
	const { opened, options } = request;
	const scenarios = opened.map(({ scenario }) => scenario);
	const through = request.through ?? null;
	return endBatch(await compute(request, talk), scenarios, {
		...options,
		through,
	});
}

/** What the authors of scenarios should look at, once each. */
export function tellWarnings(
	opened: readonly Soundness[],
	talk: (line: string) => void,
): void {
	const warnings = opened.flatMap((one) => one.warnings);
	if (warnings.length > 0) talk(faultsText(warnings));
}

async function compute(
	request: BatchCommand,
	talk: (line: string) => void,
): Promise<BatchEnd> {
	const { opened, comparing, charts, options, design } = request;
	const scenarios = opened.map(({ scenario }) => scenario);
	const plan = wholePlan(request);
	const { from, to } = plan.replicates;
	const threads: RunnerOpener = (ready) =>
		threadRunner(ready, { workers: options.workers });
	const open = request.openRunner ?? threads;
	let written: Promise<void> | null = null;
	let made = "";
	const make = ({ note, ...watch }: Watch) =>
		makeResults({
			...{ plan, charts, destination: options.out },
			command: request.repeat(options),
			scenarioTexts: textsOf(plan.scenarios),
			order: scenarios.map(({ name }) => name),
			base: comparing ? (scenarios[0]?.name ?? null) : null,
			warnings: opened.flatMap((one) => one.warnings.map(faultLine)),
			openRunner: (ready) => open(ready, made, note),
			...watch,
			onFolder: (folder) => {
				if (design) {
					written = writeDesign(folder, design);
					// told below, unless the batch itself has stopped by then
					written.catch(() => {});
				}
				made = folder;
				talk(opening(plan, request, folder));
				watch.onFolder(folder);
			},
		});
	const through = request.through ?? null;
	const end = await watched(to - from, options.quiet, make, { through });
	await written;
	return end;
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
	{ options, through }: BatchCommand,
	folder: string,
): string {
	const { replicates, seed, seedGiven, workers } = options;
	const { length } = scenarios;
	const drawn = shard ? " (drawn; give it to every shard)" : " (drawn)";
	return [
		`${length} scenario${length === 1 ? "" : "s"} × ${replicates} replicates`,
		...(shard ? [`shard ${shard.index} of ${shard.count}`] : []),
		`seed ${seed}${seedGiven ? "" : drawn}`,
		through
			? `by the workers at ${through}`
			: `${workers} thread${workers === 1 ? "" : "s"}`,
		`into ${shortPath(folder)}/`,
	].join(", ");
}
