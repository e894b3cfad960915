import { METRICS } from "../market/record.ts";
import { faultLine } from "../scenario/fault.ts";
import type { Soundness } from "../scenario/sound.ts";
import type { SoundScenario } from "../scenario/types.ts";
import { writeScenario } from "../scenario/write.ts";
import { type BatchEnd, makeResults } from "../storage/make-results.ts";
import { type Results, readResults } from "../storage/read-results.ts";
import { batchJson } from "./batch-json.ts";
import type { BatchOptions } from "./batch-options.ts";
import { type BatchRequest, planOf } from "./batch-request.ts";
import { closing } from "./closing.ts";
import { type DrawnCharts, drawDefaultCharts } from "./draw-charts.ts";
import { tellCost } from "./dry-run.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { missedExpectations } from "./expectations.ts";
import { faultsText } from "./fault-text.ts";
import { onInterrupt } from "./interrupt.ts";
import { shortPath } from "./paths.ts";
import { settledRequest } from "./precision.ts";
import { progressBar } from "./progress.ts";
import { print, say } from "./talk.ts";
import { threadRunner } from "./thread-runner.ts";
import { missedThreshold } from "./threshold.ts";

/** Runs scenarios into a results folder, draws its charts, and reports. */
export async function runBatchCommand(asked: BatchRequest): Promise<ExitCode> {
	if (asked.options.dryRun) return tellCost(asked);
	const talk = asked.options.quiet ? () => {} : say;
	tellWarnings(asked.opened, talk);
	const request = await settledRequest(asked, talk);
	const results = request && (await computeResults(request, talk));
	if (results === null) return EXIT.interrupted;
	const charts = request?.charts
		? await drawDefaultCharts(results, talk)
		: null;
	report(request ?? asked, results, charts);
	return verdictOf(asked, results);
}

/** What the authors of scenarios should look at, once each. */
export function tellWarnings(
	opened: readonly Soundness[],
	talk: (line: string) => void,
): void {
	const warnings = opened.flatMap((one) => one.warnings);
	if (warnings.length > 0) talk(faultsText(warnings));
}

/** Runs a batch into a results folder; null, once that is said, when it was interrupted. */
export async function computeResults(
	request: BatchRequest,
	talk: (line: string) => void,
): Promise<Results | null> {
	const end = await compute(request, talk);
	if (end.state === "complete")
		return readResults(
			end.folder,
			METRICS.map(({ name }) => name),
		);
	say(
		`interrupted: ${end.blocks.done} of ${end.blocks.total} blocks are kept in ${shortPath(end.folder)}/; from the start: ${request.repeat(request.options)}`,
	);
	return null;
}

async function compute(
	request: BatchRequest,
	talk: (line: string) => void,
): Promise<BatchEnd> {
	const { opened, comparing, repeat, options } = request;
	const scenarios = opened.map(({ scenario }) => scenario);
	const plan = planOf(request, { from: 0, to: options.replicates });
	const open =
		request.openRunner ??
		((ready) => threadRunner(ready, { workers: options.workers }));
	const bar = progressBar(options.replicates, options.quiet);
	const interrupt = onInterrupt(() => {
		bar.stop();
		say("finishing the blocks under way; once more stops at once");
	});
	try {
		return await makeResults({
			plan,
			destination: options.out,
			scenarioTexts: textsOf(plan.scenarios),
			order: scenarios.map(({ name }) => name),
			base: comparing ? (scenarios[0]?.name ?? null) : null,
			command: repeat(options),
			warnings: opened.flatMap((one) => one.warnings.map(faultLine)),
			openRunner: open,
			onFolder: (folder) => {
				request.onFolder?.(folder);
				talk(opening(scenarios, options, folder));
				bar.start();
			},
			onProgress: bar.update,
			signal: interrupt.signal,
		});
	} finally {
		bar.stop();
		interrupt.release();
	}
}

function textsOf(
	scenarios: readonly SoundScenario[],
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		scenarios.map((scenario) => [scenario.name, writeScenario(scenario)]),
	);
}

function opening(
	{ length }: readonly SoundScenario[],
	{ replicates, seed, seedGiven, workers }: BatchOptions,
	folder: string,
): string {
	return [
		`${length} scenario${length === 1 ? "" : "s"} × ${replicates} replicates`,
		`seed ${seed}${seedGiven ? "" : " (drawn)"}`,
		`${workers} thread${workers === 1 ? "" : "s"}`,
		`into ${shortPath(folder)}/`,
	].join(", ");
}

/** The answer: on standard output for people, or there as JSON and for people as talk. */
function report(
	{ repeat, options }: BatchRequest,
	results: Results,
	charts: DrawnCharts | null,
): void {
	const words = (stream: NodeJS.WriteStream) =>
		closing({
			...{ results, charts, stream },
			repeat: repeat(options),
			colour: options.colour,
		});
	if (!options.json) print(words(process.stdout));
	else {
		if (!options.quiet) say(words(process.stderr));
		print(batchJson(results));
	}
}

/** What the end of a batch says to the shell. */
export function verdictOf(
	{ opened, options }: BatchRequest,
	{ manifest, runs }: Results,
): ExitCode {
	const missed = [
		...missedExpectations(
			opened.map(({ scenario }) => scenario),
			runs,
		),
		...missedThreshold(options.threshold, manifest.plan.order, runs),
	];
	for (const line of missed) say(line);
	if (manifest.failures.length > 0 || manifest.blocks.some(({ lost }) => lost))
		return EXIT.someFailed;
	return missed.length > 0 ? EXIT.expectationFailed : EXIT.done;
}
