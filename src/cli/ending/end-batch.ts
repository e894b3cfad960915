/** End of a batch, whichever command came to it: charts, answer, verdict. */

import { join } from "node:path";
import { chartColumns } from "../../actions/charts/chart-columns.ts";
import {
	type DrawnCharts,
	drawDefaultCharts,
} from "../../actions/charts/draw-charts.ts";
import { shortPath } from "../../actions/paths.ts";
import { MEDIAN_REPLICATE } from "../../actions/replay/pick-replicate.ts";
import { METRICS } from "../../market/record/record.ts";
import type { Expectation } from "../../scenario/expectations/expectation.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import type {
	BatchEnd,
	CompleteBatch,
} from "../../storage/folder/batch-end.ts";
import {
	collectResults,
	isDrawn,
	type OpenedResults,
	type Results,
	readTables,
} from "../../storage/folder/read-results.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { resumeLine, withResumeLine } from "../line/repeat-line.ts";
import { print, say } from "../terminal/talk.ts";
import type { DesignAnswer } from "./answer.ts";
import { batchObject } from "./batch-json.ts";
import { closing } from "./closing.ts";
import { answerOf, answerWords, keepAnswer } from "./design-answer.ts";
import { missedExpectations } from "./expectations.ts";
import { shardClosing } from "./shard-closing.ts";
import { missedThreshold } from "./threshold.ts";

/** Options of the end of a batch; without a threshold only scenarios' expectations are judged. */
export type EndOptions = CommonOptions & {
	readonly threshold?: Expectation | null;
	/** address of the Redis whose workers compute, if any do */
	readonly through?: string | null;
	/** true when a report is written; a shard has none */
	readonly report?: boolean;
};

/**
 * The end of a batch, whichever command came to it: charts where they were asked for,
 * the answer, and what the shell is told. A shard is not judged, for it is a part; nor is
 * a batch that was complete before.
 */
export async function endBatch(
	end: BatchEnd,
	options: EndOptions,
): Promise<ExitCode> {
	if (end.state === "interrupted") {
		say(
			`interrupted: ${end.blocks.done} of ${end.blocks.total} blocks are kept in ${shortPath(end.folder)}/; go on with: ${resumeLine(end.folder, options.through)}`,
		);
		return EXIT.interrupted;
	}
	const opened = await collectResults(end);
	const judged = judgedOf(end, opened);
	const columns = columnsFor(opened, judged, options);
	const results = await readTables(opened, columns);
	const { folder, design } = results;
	const answer = design && answerOf(design, results);
	if (answer) await keepAnswer(results, answer);
	const charts = await drawAskedCharts(results, options).catch((error) => {
		throw withResumeLine(error, folder);
	});
	const page = await reportFor(results, options);
	tell(results, answer, { charts, page }, options);
	if (end.plan === null) return EXIT.done;
	return verdictOf(judged, results, options.threshold ?? null);
}

/** The scenarios that are held against what they expect. */
function judgedOf(
	{ plan }: CompleteBatch,
	{ manifest, scenario }: OpenedResults,
): readonly SoundScenario[] {
	if (plan === null || plan.shard) return [];
	return manifest.plan.order.map(scenario);
}

/** Columns of runs that must be in memory: those drawn, answered by and judged. */
function columnsFor(
	{ design, manifest }: OpenedResults,
	judged: readonly SoundScenario[],
	{ threshold, report }: EndOptions,
): readonly string[] {
	const { charts, plan } = manifest;
	const metrics = METRICS.map(({ name }) => name);
	const expected = judged.flatMap(({ expect }) => expect).join();
	if (report && !plan.shard) return metrics;
	const drawn: readonly string[] =
		design || (charts && !plan.shard)
			? chartColumns(design, {}, MEDIAN_REPLICATE)
			: [];
	return metrics.filter(
		(metric) =>
			drawn.includes(metric) ||
			expected.includes(metric) ||
			metric === threshold?.metric,
	);
}

/** Charts that stand in a folder; their titles are known when they were drawn just now. */
type Drawn = Pick<DrawnCharts, "files"> & Partial<DrawnCharts>;

/** The charts of a batch that asked for them, drawn unless they were; a shard has none. */
async function drawAskedCharts(
	results: Results,
	{ quiet }: CommonOptions,
): Promise<Drawn | null> {
	const { charts, plan, files } = results.manifest;
	if (!charts || plan.shard) return null;
	const drawn = files.filter(isDrawn).map(({ name }) => name);
	return drawn.length > 0
		? { files: drawn }
		: drawDefaultCharts(results, quiet ? () => {} : say);
}

/** The path of the report of a batch that was asked to end with one. */
async function reportFor(
	results: Results,
	{ report, quiet }: EndOptions,
): Promise<string | null> {
	if (!report || results.manifest.plan.shard) return null;
	if (!quiet) say("writing the report");
	const { composeReport } = await import(
		"../../actions/report/write-report.ts"
	);
	const { folder, files } = await composeReport([results], {
		title: null,
		pdf: false,
	});
	return join(folder, files[0] ?? "");
}

/** Charts and report that stand in a folder for the eye. */
interface Shown {
	readonly charts: Drawn | null;
	/** path of the report */
	readonly page: string | null;
}

/** The answer: on standard output for people, or there as JSON and for people as talk. */
function tell(
	results: Results,
	answer: DesignAnswer | null,
	{ charts, page }: Shown,
	{ json, quiet, colour }: CommonOptions,
): void {
	const { plan, command } = results.manifest;
	const ending = { results, charts, page, repeat: command };
	const titles = (charts?.charts ?? []).map(({ title }) => title);
	const words = (stream: NodeJS.WriteStream) => {
		if (plan.shard) return shardClosing(results);
		return answer
			? answerWords(answer, titles, ending, stream)
			: closing({ ...ending, colour, stream });
	};
	if (!json) print(words(process.stdout));
	else {
		if (!quiet) say(words(process.stderr));
		print(
			JSON.stringify({
				...batchObject(results),
				...(page !== null && { report: shortPath(page) }),
				...answer?.json,
			}),
		);
	}
}

/** Exit code of a batch, by its failed runs, expectations and threshold. */
function verdictOf(
	scenarios: readonly SoundScenario[],
	{ manifest, runs }: Results,
	threshold: Expectation | null,
): ExitCode {
	const { order, shard } = manifest.plan;
	const missed = shard
		? []
		: [
				...missedExpectations(scenarios, runs),
				...missedThreshold(threshold, order, runs),
			];
	for (const line of missed) say(line);
	if (manifest.failures.length > 0 || manifest.blocks.some(({ lost }) => lost))
		return EXIT.someFailed;
	return missed.length > 0 ? EXIT.expectationFailed : EXIT.done;
}
