import { PRICES } from "../calibration/prices.ts";
import {
	CHART_KINDS,
	type Chart,
	type ChartChoices,
	ChartError,
	type ChartInput,
	type ChartKind,
	type Quote,
} from "../charts/chart.ts";
import { drawChart } from "../charts/draw-chart.ts";
import { shockMarks } from "../charts/shock-marks.ts";
import type { Shock } from "../scenario/types.ts";
import {
	FIGURE_FORMATS,
	type FigureFormat,
	writeFigure,
} from "../storage/figure.ts";
import { type Results, recordFiles } from "../storage/read-results.ts";
import { say } from "./talk.ts";

/** Characters of a hash that a source line shows. */
const HASH_SHOWN = 6;
/** The record ends here: a horizon that begins before it can be held against it. */
const RECORD_ENDS = "2024-12";

/** The quotes of the record, as the history chart takes them. */
export function recordQuotes(): readonly Quote[] {
	return PRICES.map(({ date, series, usdPerTonne, low, high }) => ({
		date,
		series,
		usdPerTonne,
		low: low ?? null,
		high: high ?? null,
	}));
}

/** All that charts are made from, out of a results folder. */
export function chartInput(
	results: Results,
	choices: ChartChoices = {},
): ChartInput {
	const { manifest, runs, months, summary } = results;
	const base = manifest.plan.base ?? manifest.plan.order[0] ?? "";
	return {
		context: {
			version: manifest.stibium.version,
			seed: manifest.plan.seed,
			replicates: runs.replicates.length,
			parameters: manifest.plan.parameters,
			reference:
				manifest.scenarios.find(({ name }) => name === base)?.reference ?? "",
			base,
			scenarios: manifest.plan.order.map((name) => {
				const found = manifest.scenarios.find((one) => one.name === name);
				return {
					name,
					title: found?.title ?? name,
					hash: (found?.sha256 ?? "").slice(0, HASH_SHOWN),
					marks: shockMarks(
						(found?.resolved["shocks"] ?? []) as unknown as readonly Shock[],
					),
				};
			}),
		},
		runs,
		months,
		summary,
		choices: { quotes: recordQuotes(), ...choices },
	};
}

/** Kinds that say something of these results. */
export function defaultKinds(results: Results): readonly ChartKind[] {
	const many = results.manifest.plan.order.length > 1;
	const past = results.manifest.scenarios.some(
		({ from }) => from < RECORD_ENDS,
	);
	return CHART_KINDS.filter(
		(kind) => (kind !== "difference" || many) && (kind !== "history" || past),
	);
}

async function write(
	chart: Chart,
	folder: string,
	formats: readonly FigureFormat[],
): Promise<readonly string[]> {
	const figure = {
		kind: chart.kind,
		name: chart.name,
		title: chart.title,
		description: chart.description,
		spec: chart.spec,
		csv: chart.csv,
	};
	const written = await writeFigure(figure, folder, formats);
	return written.map(({ file }) => file);
}

/**
 * Draws charts into `charts/` of a results folder and notes them in its manifest.
 *
 * @returns the files, relative to the folder
 */
export async function drawCharts(
	results: Results,
	quiet: boolean,
	kinds: readonly ChartKind[] = defaultKinds(results),
	formats: readonly FigureFormat[] = FIGURE_FORMATS,
	choices: ChartChoices = {},
): Promise<readonly string[]> {
	const input = chartInput(results, choices);
	const files: string[] = [];
	for (const kind of kinds) {
		try {
			const chart = drawChart(kind, input);
			files.push(...(await write(chart, results.folder, formats)));
		} catch (error) {
			if (!(error instanceof ChartError)) throw error;
			say(`no ${kind} chart: ${error.message}`, quiet);
		}
	}
	await recordFiles(results.folder, files);
	return files;
}
