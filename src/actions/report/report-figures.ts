/** Figures of a report: charts as pictures on the page, with files to download. */

import { basename } from "node:path";
import type { Chart, ChartInput } from "../../charts/chart.ts";
import { wordless } from "../../charts/frame/page.ts";
import { convergenceChart } from "../../charts/validation/convergence-chart.ts";
import { figureContent, figureName } from "../../figures/figure.ts";
import type { Provenance } from "../../figures/provenance.ts";
import type {
	Download,
	ReportFigure,
	Settling,
} from "../../report/page/batch.ts";
import { pictureOf } from "../../report/page/html.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import { chartRecords } from "../charts/chart-records.ts";
import { provenanceOf } from "../charts/draw-charts.ts";
import { MEDIAN_REPLICATE } from "../replay/pick-replicate.ts";

/** Charts with their pictures and files, as a report holds them. */
export async function reportFigures(
	results: Results,
	charts: readonly Chart[],
): Promise<readonly ReportFigure[]> {
	const recordOf = await chartRecords(results, {
		choices: {},
		replicate: MEDIAN_REPLICATE,
	});
	const name = basename(results.folder);
	const { svgOf } = await import("../../figures/render-figure.ts");
	const figures: ReportFigure[] = [];
	for (const chart of charts)
		figures.push({
			chart,
			picture: pictureOf(await svgOf({ ...chart, spec: wordless(chart.spec) })),
			downloads: await renderDownloads(
				chart,
				provenanceOf(chart, name, recordOf(chart)),
			),
		});
	return figures;
}

/** Chart of how the price settles as replicates are added; null where there are too few. */
export async function measureSettling(
	input: ChartInput,
	compared: boolean,
): Promise<Settling | null> {
	const chart = convergenceChart(input, compared);
	if (chart === null) return null;
	const { svgOf } = await import("../../figures/render-figure.ts");
	const spec = wordless(chart.spec);
	return { ...chart, picture: pictureOf(await svgOf({ ...chart, spec })) };
}

/** Formats of a figure that a page has room for: label, ending and media type. */
const KEPT = [
	["SVG", "svg", "image/svg+xml"],
	["CSV", "csv", "text/csv;charset=utf-8"],
	["vega-lite", "vl.json", "application/json"],
] as const;

async function renderDownloads(
	chart: Chart,
	source: Provenance,
): Promise<readonly Download[]> {
	const downloads: Download[] = [];
	for (const [label, format, type] of KEPT) {
		const bytes = Buffer.from(await figureContent(chart, format, source));
		downloads.push({
			label,
			file: `${figureName(chart)}.${format}`,
			bytes: bytes.length,
			address: `data:${type};base64,${bytes.toString("base64")}`,
		});
	}
	return downloads;
}
