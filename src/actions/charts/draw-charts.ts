/** Drawing of a results folder: charts asked for or by default, composed and written. */

import { basename } from "node:path";
import {
	CHART_KINDS,
	type Chart,
	type ChartChoices,
	type ChartContext,
	type ChartInput,
	type ChartKind,
	type ChartReplay,
	DESIGN_KINDS,
	INPUT_KINDS,
	type WeighedInputs,
} from "../../charts/chart.ts";
import { ChartError } from "../../charts/chart-error.ts";
import { drawChart } from "../../charts/draw-chart.ts";
import {
	FIGURE_FORMATS,
	type FigureFormat,
	writeFigure,
} from "../../figures/figure.ts";
import type { FigureRecord, Provenance } from "../../figures/provenance.ts";
import {
	type Results,
	recordFiles,
} from "../../storage/folder/read-results.ts";
import { CommandError } from "../refusal.ts";
import {
	MEDIAN_REPLICATE,
	type ReplicateRequest,
} from "../replay/pick-replicate.ts";
import { weighBatch } from "./batch-inputs.ts";
import { chartContext, datelessContext } from "./chart-context.ts";
import { chartRecords, specHash } from "./chart-records.ts";
import { chartReplay } from "./chart-replay.ts";
import type { DrawOptions } from "./draw-options.ts";

/** Charts that now stand in a results folder. */
export interface DrawnCharts {
	readonly charts: readonly Chart[];
	/** relative to the folder */
	readonly files: readonly string[];
}

/** Kinds that show one replicate, which is run again for them. */
const OF_ONE: readonly ChartKind[] = ["flows", "story"];

/**
 * Draws charts into `charts/` of a results folder and notes them in its manifest.
 *
 * @throws {ChartError} before anything is written, when a kind cannot be drawn from these results
 * @throws {CommandError} when the replicate to show does not exist or comes out otherwise
 */
export async function drawCharts(
	results: Results,
	{ kinds, formats, choices, replicate }: DrawOptions,
): Promise<DrawnCharts> {
	const charts = await composeCharts(results, { kinds, choices, replicate });
	return writeCharts(results, charts, { formats, choices, replicate });
}

/**
 * Composes charts of a results folder in memory, without writing them.
 *
 * @throws {ChartError} when a kind cannot be drawn from these results
 * @throws {CommandError} when the replicate to show does not exist or comes out otherwise
 */
export async function composeCharts(
	results: Results,
	{ kinds, choices, replicate }: Omit<DrawOptions, "formats">,
): Promise<readonly Chart[]> {
	const isDateless = kinds.every((kind) =>
		DESIGN_KINDS.some((dateless) => dateless === kind),
	);
	const context = isDateless ? datelessContext : chartContext;
	const input = inputOf(results, choices, context(results));
	const asks = (some: readonly ChartKind[]) =>
		kinds.some((kind) => some.includes(kind));
	const full: ChartInput = {
		...input,
		...(asks(OF_ONE) && { replay: await chartReplay(results, replicate) }),
		...(asks(INPUT_KINDS) && { weighed: await weigh(results, replicate) }),
	};
	return kinds.map((kind) => drawChart(kind, full));
}

const PLAIN: Omit<DrawOptions, "kinds"> = {
	formats: FIGURE_FORMATS,
	choices: {},
	replicate: MEDIAN_REPLICATE,
};

/** Draws every kind that says something of these results; tells which do not, and why. */
export async function drawDefaultCharts(
	results: Results,
	tell: (line: string) => void,
	options: Omit<DrawOptions, "kinds"> = PLAIN,
): Promise<DrawnCharts> {
	const { choices, replicate } = options;
	const charts = await defaultCharts(results, tell, { choices, replicate });
	return writeCharts(results, charts, options);
}

/** Choices of default charts, and the replicate they show. */
interface DefaultCharts extends Pick<DrawOptions, "choices" | "replicate"> {
	/** the replicate, where it was run again already; or why it cannot be */
	readonly replay?: ChartReplay | string;
}

/** The charts of every kind that says something of these results, not written anywhere. */
export async function defaultCharts(
	results: Results,
	tell: (line: string) => void,
	{ choices, replicate, replay: given }: DefaultCharts = PLAIN,
): Promise<readonly Chart[]> {
	if (results.design) {
		const asked = inputOf(results, choices, datelessContext(results));
		return designCharts(asked, tell);
	}
	const input = inputOf(results, choices, chartContext(results));
	const replay =
		given ?? (await orReason(() => chartReplay(results, replicate)));
	const full = typeof replay === "string" ? input : { ...input, replay };
	const charts: Chart[] = [];
	const keep = (kind: ChartKind, drawn: Chart | string): void => {
		if (typeof drawn === "string") tell(`no ${kind} chart: ${drawn}`);
		else charts.push(drawn);
	};
	for (const kind of CHART_KINDS) {
		const isLost = typeof replay === "string" && OF_ONE.includes(kind);
		keep(kind, isLost ? replay : drawnOrReason(kind, full));
	}
	if (results.manifest.plan.parameters === "prior") {
		const weighed = await orReason(() => weigh(results, replicate));
		keep(
			"tornado",
			typeof weighed === "string"
				? weighed
				: drawnOrReason("tornado", { ...input, weighed }),
		);
	}
	return charts;
}

/** The inputs of the scenario and metric that are asked for. */
export function weigh(
	results: Results,
	{ scenario, metric }: ReplicateRequest,
): Promise<WeighedInputs> {
	return weighBatch(results, metric, scenario);
}

/** Gets something that a chart needs; where a refusal forbids it, gives its reason in words. */
export async function orReason<T>(
	get: () => T | Promise<T>,
): Promise<T | string> {
	try {
		return await get();
	} catch (error) {
		if (error instanceof CommandError) return error.message;
		throw error;
	}
}

function drawnOrReason(kind: ChartKind, input: ChartInput): Chart | string {
	try {
		return drawChart(kind, input);
	} catch (error) {
		if (error instanceof ChartError) return error.message;
		throw error;
	}
}

/**
 * The chart of a batch whose scenarios are one question; none where the question has too many
 * sides.
 */
function designCharts(
	input: ChartInput,
	tell: (line: string) => void,
): readonly Chart[] {
	const { kind = "sweep" } = input.design ?? {};
	const drawn = drawnOrReason(kind === "sweep" ? "response" : kind, input);
	if (typeof drawn !== "string") return [drawn];
	tell(`no chart: ${drawn}`);
	return [];
}

/** Input of charts: the tables of a results folder, with choices and context. */
export function inputOf(
	{ runs, months, summary, design }: Results,
	choices: ChartChoices,
	context: ChartContext,
): ChartInput {
	return {
		context,
		runs,
		months,
		summary,
		choices,
		...(design && { design }),
	};
}

async function writeCharts(
	results: Results,
	charts: readonly Chart[],
	{ formats, ...asked }: Omit<DrawOptions, "kinds">,
): Promise<DrawnCharts> {
	const { folder } = results;
	const recordOf = await chartRecords(results, asked);
	const files = await writeChartFiles(folder, charts, recordOf, formats);
	await recordFiles(folder, files);
	return { charts, files };
}

/**
 * Writes charts into `charts/` of a folder.
 *
 * @param recordOf record from which a chart is made again
 * @returns their files, relative to the folder
 */
export async function writeChartFiles(
	folder: string,
	charts: readonly Chart[],
	recordOf: (chart: Chart) => FigureRecord,
	formats: readonly FigureFormat[] = FIGURE_FORMATS,
): Promise<readonly string[]> {
	const files: string[] = [];
	for (const chart of charts) {
		const provenance = provenanceOf(chart, basename(folder), recordOf(chart));
		const written = await writeFigure(chart, folder, formats, provenance);
		files.push(...written.map(({ file }) => file));
	}
	return files;
}

/** Origin of a chart, for its files. */
export function provenanceOf(
	chart: Chart,
	results: string,
	record: FigureRecord,
): Provenance {
	return { results, specHash: specHash(chart), record };
}
