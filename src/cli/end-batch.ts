import { METRICS } from "../market/record.ts";
import type { SoundScenario } from "../scenario/types.ts";
import type { BatchEnd } from "../storage/batch-end.ts";
import type { Manifest } from "../storage/manifest.ts";
import { isDrawn, type Results, readResults } from "../storage/read-results.ts";
import { batchJson } from "./batch-json.ts";
import { closing } from "./closing.ts";
import { type DrawnCharts, drawDefaultCharts } from "./draw-charts.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { missedExpectations } from "./expectations.ts";
import { shortPath } from "./paths.ts";
import type { CommonOptions } from "./raw-options.ts";
import { resumeLine } from "./repeat-line.ts";
import { shardClosing } from "./shard-closing.ts";
import { print, say } from "./talk.ts";
import { withResumeLine } from "./watch-batch.ts";

/**
 * The end of a batch, whichever command came to it: charts where they were asked for,
 * the answer, and what the shell is told. A shard is not judged, for it is a part; nor is
 * a batch that was complete before.
 */
export async function endBatch(
	end: BatchEnd,
	scenarios: readonly SoundScenario[],
	options: CommonOptions,
): Promise<ExitCode> {
	if (end.state === "interrupted") {
		say(
			`interrupted: ${end.blocks.done} of ${end.blocks.total} blocks are kept in ${shortPath(end.folder)}/; go on with: ${resumeLine(end.folder)}`,
		);
		return EXIT.interrupted;
	}
	const { folder, manifest } = end;
	const results = await readResults(folder, columnsFor(manifest, scenarios));
	const charts = await chartsOf(results, options).catch((error) => {
		throw withResumeLine(error, folder);
	});
	report(results, charts, options);
	return end.made === "before" ? EXIT.done : verdictOf(scenarios, results);
}

/** What must be in memory of the runs: all metrics for charts, else what scenarios expect something of. */
function columnsFor(
	{ charts, plan }: Manifest,
	scenarios: readonly SoundScenario[],
): readonly string[] {
	const metrics = METRICS.map(({ name }) => name);
	const expected = scenarios.flatMap(({ expect }) => expect).join();
	return charts && !plan.shard
		? metrics
		: metrics.filter((metric) => expected.includes(metric));
}

/** The charts of a batch that asked for them, drawn unless they were; a shard has none. */
async function chartsOf(
	results: Results,
	{ quiet }: CommonOptions,
): Promise<Pick<DrawnCharts, "files"> | null> {
	const { charts, plan, files } = results.manifest;
	if (!charts || plan.shard) return null;
	const drawn = files.filter(isDrawn).map(({ name }) => name);
	return drawn.length > 0
		? { files: drawn }
		: drawDefaultCharts(results, quiet ? () => {} : say);
}

/** The answer: on standard output for people, or there as JSON and for people as talk. */
function report(
	results: Results,
	charts: Pick<DrawnCharts, "files"> | null,
	{ json, quiet, colour }: CommonOptions,
): void {
	const { plan, command } = results.manifest;
	const words = (stream: NodeJS.WriteStream) =>
		plan.shard
			? shardClosing(results)
			: closing({ results, charts, repeat: command, colour, stream });
	if (!json) print(words(process.stdout));
	else {
		if (!quiet) say(words(process.stderr));
		print(batchJson(results));
	}
}

/** What the end of a batch says to the shell. */
function verdictOf(
	scenarios: readonly SoundScenario[],
	{ manifest, runs }: Results,
): ExitCode {
	const missed = manifest.plan.shard ? [] : missedExpectations(scenarios, runs);
	for (const line of missed) say(line);
	if (manifest.failures.length > 0 || manifest.blocks.some(({ lost }) => lost))
		return EXIT.someFailed;
	return missed.length > 0 ? EXIT.expectationFailed : EXIT.done;
}
