import { createHash } from "node:crypto";
import { basename } from "node:path";
import {
	CHART_KINDS,
	type Chart,
	type ChartChoices,
	type ChartContext,
	ChartError,
	type ChartInput,
	type ChartKind,
	DESIGN_KINDS,
} from "../charts/chart.ts";
import { drawChart } from "../charts/draw-chart.ts";
import type { ChartReplay } from "../charts/replay.ts";
import type { Design } from "../experiment/design.ts";
import { readDesign } from "../storage/design-files.ts";
import {
	FIGURE_FORMATS,
	type FigureFormat,
	writeFigure,
} from "../storage/figure.ts";
import { type Results, recordFiles } from "../storage/read-results.ts";
import { chartContext, datelessContext } from "./chart-context.ts";
import { chartReplay } from "./chart-replay.ts";
import { CommandError } from "./exit-codes.ts";
import { MEDIAN_REPLICATE, type ReplicateRequest } from "./pick-replicate.ts";

/** Charts that now stand in a results folder. */
export interface DrawnCharts {
	readonly charts: readonly Chart[];
	/** relative to the folder */
	readonly files: readonly string[];
}

/** How charts are to be drawn. */
export interface DrawOptions {
	readonly kinds: readonly ChartKind[];
	readonly formats: readonly FigureFormat[];
	readonly choices: ChartChoices;
	/** what the kinds that show one replicate show */
	readonly replicate: ReplicateRequest;
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
	const isDateless = kinds.every((kind) =>
		DESIGN_KINDS.some((dateless) => dateless === kind),
	);
	const context = isDateless ? datelessContext : chartContext;
	const design = await readDesign(results.folder);
	const input = inputOf(results, choices, context(results), design);
	const isOfOne = kinds.some((kind) => OF_ONE.includes(kind));
	const full = isOfOne
		? { ...input, replay: chartReplay(results, replicate) }
		: input;
	const charts = kinds.map((kind) => drawChart(kind, full));
	return writeCharts(results, charts, formats);
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
	{ formats, choices, replicate }: Omit<DrawOptions, "kinds"> = PLAIN,
): Promise<DrawnCharts> {
	const design = await readDesign(results.folder);
	if (design) {
		const asked = inputOf(results, choices, datelessContext(results), design);
		return drawDesign(results, asked, formats, tell);
	}
	const input = inputOf(results, choices, chartContext(results), null);
	const replay = replayOrReason(results, replicate);
	const full = typeof replay === "string" ? input : { ...input, replay };
	const charts = CHART_KINDS.flatMap((kind) => {
		const isLost = typeof replay === "string" && OF_ONE.includes(kind);
		const drawn = isLost ? replay : drawnOrReason(kind, full);
		if (typeof drawn !== "string") return [drawn];
		tell(`no ${kind} chart: ${drawn}`);
		return [];
	});
	return writeCharts(results, charts, formats);
}

function replayOrReason(
	results: Results,
	replicate: ReplicateRequest,
): ChartReplay | string {
	try {
		return chartReplay(results, replicate);
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

/** The chart of a batch whose scenarios are one question; none where the question has too many sides. */
async function drawDesign(
	results: Results,
	input: ChartInput,
	formats: readonly FigureFormat[],
	tell: (line: string) => void,
): Promise<DrawnCharts> {
	const { kind = "sweep" } = input.design ?? {};
	const drawn = drawnOrReason(kind === "sweep" ? "response" : kind, input);
	if (typeof drawn !== "string") return writeCharts(results, [drawn], formats);
	tell(`no chart: ${drawn}`);
	return { charts: [], files: [] };
}

function inputOf(
	{ runs, months, summary }: Results,
	choices: ChartChoices,
	context: ChartContext,
	design: Design | null,
): ChartInput {
	return {
		...{ context, runs, months, summary, choices },
		...(design && { design }),
	};
}

async function writeCharts(
	{ folder }: Results,
	charts: readonly Chart[],
	formats: readonly FigureFormat[],
): Promise<DrawnCharts> {
	const files: string[] = [];
	for (const chart of charts) {
		const provenance = {
			results: basename(folder),
			specHash: sha256(JSON.stringify(chart.spec)),
		};
		const written = await writeFigure(chart, folder, formats, provenance);
		files.push(...written.map(({ file }) => file));
	}
	await recordFiles(folder, files);
	return { charts, files };
}

function sha256(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}
