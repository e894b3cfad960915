import { relative } from "node:path";
import pc from "picocolors";
import { planBatch } from "../experiment/plan.ts";
import type { BatchSummary } from "../experiment/tables.ts";
import type { Fault } from "../scenario/fault.ts";
import type { SoundScenario } from "../scenario/types.ts";
import { writeScenario } from "../scenario/write.ts";
import { type CompleteBatch, makeResults } from "../storage/make-results.ts";
import { type Results, readResults } from "../storage/read-results.ts";
import type { BatchOptions } from "./batch-options.ts";
import { closingTable } from "./closing-table.ts";
import { repeatLine } from "./command-line.ts";
import { CommandError, EXIT, type ExitCode } from "./exit-codes.ts";
import { judgeAll } from "./expectations.ts";
import { onInterrupt } from "./interrupt.ts";
import { progressBar } from "./progress.ts";
import { faultsText, openScenario } from "./scenario-library.ts";
import { print, say } from "./talk.ts";
import { threadRunner } from "./thread-runner.ts";

/** What a batch command was asked. */
export interface BatchCommand {
	/** `run` or `compare` */
	readonly verb: string;
	/** names or paths, as written */
	readonly words: readonly string[];
	/** whether the first is compared with the others */
	readonly comparing: boolean;
	readonly charts: boolean;
}

interface Opened {
	readonly scenarios: readonly SoundScenario[];
	readonly warnings: readonly Fault[];
}

function openAll(words: readonly string[], edits: readonly string[]): Opened {
	const opened = words.map((word) => openScenario(word, edits));
	const names = opened.map(({ scenario }) => scenario.name);
	const twice = names.find((name, i) => names.indexOf(name) !== i);
	if (twice !== undefined)
		throw new CommandError(
			`"${twice}" is named twice; every scenario of a batch has a name of its own`,
		);
	return {
		scenarios: opened.map(({ scenario }) => scenario),
		warnings: opened.flatMap(({ warnings }) => warnings),
	};
}

/** A comparison counts from one date in all scenarios: the base's. */
function withReferenceOf(
	base: SoundScenario,
	scenarios: readonly SoundScenario[],
): readonly SoundScenario[] {
	return scenarios.map((scenario) => ({
		...scenario,
		reference: base.reference,
	}));
}

function flagsOf(options: BatchOptions): string[] {
	return [
		...["-n", String(options.replicates), "--seed", String(options.seed)],
		...(options.parameters === "screened"
			? []
			: ["--parameters", options.parameters]),
		...(options.without.length > 0
			? ["--without", options.without.join(",")]
			: []),
		...options.edits.flatMap((edit) => ["--set", edit]),
		...(options.keepPaths ? ["--keep-paths"] : []),
	];
}

function short(folder: string): string {
	const path = relative(process.cwd(), folder);
	return path.startsWith("..") ? folder : path;
}

/** The object that `--json` puts on standard output. */
function jsonOf(batch: CompleteBatch): unknown {
	const { summary } = batch;
	return {
		results: short(batch.folder),
		digest: batch.digest,
		replicates: batch.replicates,
		seconds: batch.seconds,
		scenarios: scenariosOf(summary),
		paired: summary.paired,
	};
}

function scenariosOf(summary: BatchSummary): unknown {
	return Object.fromEntries(
		Object.entries(summary.scenarios).map(([name, metrics]) => [
			name,
			Object.fromEntries(
				Object.entries(metrics).map(([metric, found]) => [
					metric,
					{
						p05: found.p05,
						p50: found.median.value,
						p95: found.p95,
						mean: found.mean.value,
						error: found.mean.error,
						n: found.n,
						nulls: found.nulls,
					},
				]),
			),
		]),
	);
}

/** NaN and infinities are no JSON: nothing to report. */
function jsonText(value: unknown): string {
	return JSON.stringify(value, (_, inner: unknown) =>
		typeof inner === "number" && !Number.isFinite(inner) ? null : inner,
	);
}

/** The end of a batch for a reader: table, charts, where it is, how to repeat it. */
function closing(
	command: BatchCommand,
	results: Results,
	charts: readonly string[],
	repeat: string,
): string {
	const { order, base } = results.manifest.plan;
	const folder = short(results.folder);
	const picture = charts.find((file) => file.endsWith(".png"));
	return [
		closingTable(order, base, results.summary, results.months),
		"",
		`${results.runs.replicates.length} replicates of each, parameters ${results.manifest.plan.parameters}, seed ${results.manifest.plan.seed}, ${results.manifest.seconds} s. Conditional on the model; not a forecast.`,
		...(results.manifest.failures.length > 0
			? [
					pc.red(
						`${results.manifest.failures.length} replicates failed and are left out; see manifest.json`,
					),
				]
			: []),
		`repeat   ${repeat}`,
		`results  ${folder}/`,
		`open     ${folder}/${command.charts && picture !== undefined ? picture : "summary.csv"}`,
	].join("\n");
}

/** Runs scenarios into a results folder, draws its charts, and reports. Returns the exit code. */
export async function runCommand(
	command: BatchCommand,
	options: BatchOptions,
): Promise<ExitCode> {
	const opened = openAll(command.words, options.edits);
	const [base] = opened.scenarios;
	if (base === undefined) throw new CommandError("name at least one scenario");
	const scenarios = command.comparing
		? withReferenceOf(base, opened.scenarios)
		: opened.scenarios;
	const repeat = repeatLine([
		command.verb,
		...command.words,
		...flagsOf(options),
	]);
	if (opened.warnings.length > 0)
		say(faultsText(opened.warnings), options.quiet);
	if (!options.seedGiven) say(`seed ${options.seed} (drawn)`, options.quiet);
	const batch = await compute(
		command,
		options,
		scenarios,
		repeat,
		opened.warnings,
	);
	if (batch === null) return EXIT.interrupted;
	const results = await readResults(batch.folder);
	const charts = command.charts ? await draw(results, options.quiet) : [];
	if (options.json) print(jsonText(jsonOf(batch)));
	else print(closing(command, results, charts, repeat));
	if (batch.manifest.failures.length > 0) return EXIT.someFailed;
	return judgeAll(scenarios, results.runs, (line) => say(line))
		? EXIT.done
		: EXIT.expectationFailed;
}

/** Charts are loaded only where they are drawn: vega is heavy. */
async function draw(
	results: Results,
	quiet: boolean,
): Promise<readonly string[]> {
	const { drawCharts } = await import("./draw-charts.ts");
	return drawCharts(results, quiet);
}

/** The batch itself; null when it was interrupted. */
async function compute(
	command: BatchCommand,
	options: BatchOptions,
	scenarios: readonly SoundScenario[],
	repeat: string,
	warnings: readonly Fault[],
): Promise<CompleteBatch | null> {
	const plan = planBatch({
		scenarios,
		seed: options.seed,
		replicates: { from: 0, to: options.replicates },
		parameters: options.parameters,
		without: options.without,
		keepPaths: options.keepPaths,
	});
	const bar = progressBar(options.replicates, options.quiet);
	const interrupt = onInterrupt(() => {
		bar.stop();
		say("finishing the blocks under way; once more to stop at once");
	});
	try {
		const end = await makeResults({
			plan,
			destination: options.out,
			scenarioTexts: Object.fromEntries(
				plan.scenarios.map((scenario) => [
					scenario.name,
					writeScenario(scenario),
				]),
			),
			order: scenarios.map(({ name }) => name),
			base: command.comparing ? (scenarios[0]?.name ?? null) : null,
			command: repeat,
			warnings: warnings.map(({ message }) => message),
			openRunner: (opened) =>
				threadRunner(opened, { workers: options.workers }),
			onProgress: (progress) => bar.update(progress),
			signal: interrupt.signal,
		});
		bar.stop();
		if (end.state === "complete") return end;
		say(
			`interrupted: ${end.blocks.done} of ${end.blocks.total} blocks are kept in ${short(end.folder)}/`,
		);
		return null;
	} finally {
		bar.stop();
		interrupt.release();
	}
}
