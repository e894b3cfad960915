import { planBatch } from "../experiment/plan.ts";
import { METRICS } from "../market/record.ts";
import { faultLine } from "../scenario/fault.ts";
import type { Soundness } from "../scenario/sound.ts";
import type { SoundScenario } from "../scenario/types.ts";
import { writeScenario } from "../scenario/write.ts";
import { type BatchEnd, makeResults } from "../storage/make-results.ts";
import { type Results, readResults } from "../storage/read-results.ts";
import { batchJson } from "./batch-json.ts";
import type { BatchOptions } from "./batch-options.ts";
import { closing } from "./closing.ts";
import { type DrawnCharts, drawDefaultCharts } from "./draw-charts.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { missedExpectations } from "./expectations.ts";
import { faultsText } from "./fault-text.ts";
import { onInterrupt } from "./interrupt.ts";
import { shortPath } from "./paths.ts";
import { progressBar } from "./progress.ts";
import { print, say } from "./talk.ts";
import { threadRunner } from "./thread-runner.ts";

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
	const end = await compute(request, talk);
	if (end.state === "interrupted") {
		say(
			`interrupted: ${end.blocks.done} of ${end.blocks.total} blocks are kept in ${shortPath(end.folder)}/; from the start: ${request.repeat}`,
		);
		return EXIT.interrupted;
	}
	const results = await readResults(
		end.folder,
		METRICS.map(({ name }) => name),
	);
	const charts = request.charts ? await drawDefaultCharts(results, talk) : null;
	report(request, results, charts);
	return verdictOf(opened, results);
}

async function compute(
	{ opened, comparing, repeat, options }: BatchRequest,
	talk: (line: string) => void,
): Promise<BatchEnd> {
	const scenarios = opened.map(({ scenario }) => scenario);
	const { seed, parameters, without, keepPaths } = options;
	const replicates = { from: 0, to: options.replicates };
	const plan = planBatch({
		...{ scenarios, replicates, seed, parameters, without, keepPaths },
	});
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
			command: repeat,
			warnings: opened.flatMap((one) => one.warnings.map(faultLine)),
			openRunner: (ready) => threadRunner(ready, { workers: options.workers }),
			onFolder: (folder) => {
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
		closing({ results, charts, repeat, colour: options.colour, stream });
	if (!options.json) print(words(process.stdout));
	else {
		if (!options.quiet) say(words(process.stderr));
		print(batchJson(results));
	}
}

/** What the end of a batch says to the shell. */
function verdictOf(
	opened: readonly Soundness[],
	{ manifest, runs }: Results,
): ExitCode {
	const missed = missedExpectations(
		opened.map(({ scenario }) => scenario),
		runs,
	);
	for (const line of missed) say(line);
	if (manifest.failures.length > 0 || manifest.blocks.some(({ lost }) => lost))
		return EXIT.someFailed;
	return missed.length > 0 ? EXIT.expectationFailed : EXIT.done;
}
