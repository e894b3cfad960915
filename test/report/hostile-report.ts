import { join } from "node:path";
import { measureSettling } from "../../src/actions/report/report-figures.ts";
import { WORLD } from "../../src/calibration/agents/the-world.ts";
import { CHART_KINDS } from "../../src/charts/chart.ts";
import { drawChart } from "../../src/charts/draw-chart.ts";
import { wordless } from "../../src/charts/frame/page.ts";
import { svgOf } from "../../src/figures/render-figure.ts";
import type { ReportBatch, ReportFigure } from "../../src/report/page/batch.ts";
import { pictureOf } from "../../src/report/page/html.ts";
import type { Report } from "../../src/report/page/report.ts";
import { loadScenario } from "../../src/scenario/load.ts";
import { readPublished } from "../../src/storage/folder/published.ts";
import { scenarioFilesOf } from "../../src/storage/folder/scenario-files.ts";
import { INVENTED, syntheticInput } from "../charts/synthetic.ts";
import { HOSTILE } from "./hostile-strings.ts";
import { manifestOf } from "./invented-manifest.ts";
import { poisoned } from "./poison.ts";

const PATH = join(import.meta.dirname, "../../scenarios/hedge-portfolio.yaml");
const { scenario: SOUND } = loadScenario(PATH, scenarioFilesOf(PATH), WORLD);
const published = await readPublished();

const STORY = {
	headline: ["a", "b"],
	chapters: [{ title: "c", sentences: [{ tick: 0, text: "d", mark: null }] }],
	closing: ["e"],
};

/** A report in which every name and text is hostile, drawn and told as a real one. */
export async function hostileReport(
	text: (place: number) => string,
	version: string,
): Promise<Report> {
	let place = 0;
	const next = () => text(place++);
	const scenarios = INVENTED.slice(0, 3).map((one) => ({
		...{ ...one, name: next(), title: next() },
		marks: one.marks.map((mark) => ({ ...mark, label: next(), when: next() })),
	}));
	const input = syntheticInput({ scenarios, replicates: 60 });
	const batch: ReportBatch = {
		...{ id: "r1", name: "n", input, story: STORY },
		manifest: manifestOf(scenarios.map(({ name }) => name)),
		scenarios: scenarios.map(({ name }) => ({ ...SOUND, name })),
		...{ figures: [], settling: null },
		missing: ["m"],
		weighed: { ...input.weighed!, scenario: scenarios.at(-1)!.name },
	};
	const settling = await measureSettling(input, true);
	const silent = { ...batch, id: "r2", weighed: null };
	const report = poisoned(
		{ batches: [batch, silent], title: "t", published, version: "v" },
		text,
	);
	const figures = await figuresOf(input, next);
	return {
		...report,
		version,
		batches: report.batches.map((each, i) => ({
			...{ ...each, input, figures: i === 0 ? figures : [] },
			settling: i === 0 ? settling : null,
			weighed: i === 0 ? batch.weighed : null,
		})),
	};
}

async function figuresOf(
	input: ReportBatch["input"],
	next: () => string,
): Promise<readonly ReportFigure[]> {
	const figures: ReportFigure[] = [];
	for (const kind of CHART_KINDS) {
		const chart = drawChart(kind, input);
		const svg = await svgOf({ ...chart, spec: wordless(chart.spec) });
		const table = {
			columns: chart.table.columns.map((column) => ({
				...column,
				name: next(),
			})),
			rows: chart.table.rows.slice(0, 5),
		};
		const file = { label: next(), file: next(), bytes: 3 };
		figures.push({
			chart: { ...chart, title: next(), source: [next()], table },
			picture: pictureOf(svg),
			downloads: [{ ...file, address: "data:text/csv;base64,YQ==" }],
		});
	}
	return figures;
}

/** All hostile strings in one. */
export const ALL_HOSTILE = HOSTILE.join(" ");
