import type { Design } from "../experiment/design.ts";
import {
	type AnswerTable,
	DESIGN,
	writeAnswer,
	writeDesign,
} from "../storage/design-files.ts";
import { type Results, recordFiles } from "../storage/read-results.ts";
import { computeResults, tellWarnings, verdictOf } from "./batch.ts";
import { batchObject } from "./batch-json.ts";
import type { BatchRequest } from "./batch-request.ts";
import { conditions, whereabouts } from "./closing.ts";
import { widthOf } from "./colours.ts";
import { wrapped } from "./columns.ts";
import { type DrawnCharts, drawDefaultCharts } from "./draw-charts.ts";
import { tellCost } from "./dry-run.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { settledRequest } from "./precision.ts";
import { print, say } from "./talk.ts";

/** How far to trust differences between the scenarios of one question. */
const OF_MEANS =
	"95 % intervals: what other seeds may give; differences are taken run by run, under one luck.";

/** What a batch whose scenarios are one question answers. */
export interface DesignAnswer {
	/** base name of its files */
	readonly name: string;
	readonly table: AnswerTable;
	/** what goes into the JSON file, and beside the batch into `--json` */
	readonly json: object;
	/** for people, in lines no wider than `width` */
	readonly lines: (width: number) => readonly string[];
}

/** A batch whose scenarios are one question. */
export interface DesignRequest extends BatchRequest {
	readonly design: Design;
	readonly answer: (results: Results) => DesignAnswer;
}

/**
 * Runs such a batch into a results folder, where its design stands before the first
 * replicate, so that whoever completes the batch can draw it; then writes its answer,
 * draws its chart and reports.
 */
export async function runDesignBatch(asked: DesignRequest): Promise<ExitCode> {
	const { options, design } = asked;
	if (options.dryRun) return tellCost(asked);
	const talk = options.quiet ? () => {} : say;
	tellWarnings(asked.opened, talk);
	const request = await settledRequest(asked, talk);
	if (request === null) return EXIT.interrupted;
	let written: Promise<void> | null = null;
	const onFolder = (folder: string) => {
		written = writeDesign(folder, design);
	};
	const results = await computeResults({ ...request, onFolder }, talk);
	await written;
	if (results === null) return EXIT.interrupted;
	const answer = asked.answer(results);
	const { folder } = results;
	const files = await writeAnswer(
		folder,
		answer.name,
		answer.table,
		answer.json,
	);
	await recordFiles(folder, [DESIGN, ...files]);
	const charts = await drawDefaultCharts(results, talk);
	report(request, answer, results, charts);
	return verdictOf(request, results);
}

function report(
	{ options, repeat }: BatchRequest,
	answer: DesignAnswer,
	results: Results,
	charts: DrawnCharts,
): void {
	const words = (stream: NodeJS.WriteStream) => {
		const width = widthOf(stream);
		return [
			...charts.charts.map(({ title }) => title),
			...answer.lines(width),
			"",
			...wrapped(conditions(results, OF_MEANS), width, ""),
			...whereabouts({ results, charts, repeat: repeat(options) }),
		].join("\n");
	};
	if (!options.json) print(words(process.stdout));
	else {
		if (!options.quiet) say(words(process.stderr));
		print(JSON.stringify({ ...batchObject(results), ...answer.json }));
	}
}
