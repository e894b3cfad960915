import { createHash } from "node:crypto";
import { basename } from "node:path";
import {
	CHART_KINDS,
	type Chart,
	type ChartChoices,
	ChartError,
	type ChartInput,
	type ChartKind,
} from "../charts/chart.ts";
import { drawChart } from "../charts/draw-chart.ts";
import {
	FIGURE_FORMATS,
	type FigureFormat,
	writeFigure,
} from "../storage/figure.ts";
import { type Results, recordFiles } from "../storage/read-results.ts";
import { chartContext } from "./chart-context.ts";

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
}

/**
 * Draws charts into `charts/` of a results folder and notes them in its manifest.
 *
 * @throws {ChartError} before anything is written, when a kind cannot be drawn from these results
 */
export async function drawCharts(
	results: Results,
	{ kinds, formats, choices }: DrawOptions,
): Promise<DrawnCharts> {
	const input = inputOf(results, choices);
	const charts = kinds.map((kind) => drawChart(kind, input));
	return writeCharts(results, charts, formats);
}

/** Draws every kind that says something of these results; tells which do not, and why. */
export async function drawDefaultCharts(
	results: Results,
	tell: (line: string) => void,
	formats: readonly FigureFormat[] = FIGURE_FORMATS,
	choices: ChartChoices = {},
): Promise<DrawnCharts> {
	const input = inputOf(results, choices);
	const charts = CHART_KINDS.flatMap((kind) => {
		const drawn = drawnOrReason(kind, input);
		if (typeof drawn !== "string") return [drawn];
		tell(`no ${kind} chart: ${drawn}`);
		return [];
	});
	return writeCharts(results, charts, formats);
}

function drawnOrReason(kind: ChartKind, input: ChartInput): Chart | string {
	try {
		return drawChart(kind, input);
	} catch (error) {
		if (error instanceof ChartError) return error.message;
		throw error;
	}
}

function inputOf(results: Results, choices: ChartChoices): ChartInput {
	const { runs, months, summary } = results;
	return { context: chartContext(results), runs, months, summary, choices };
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
