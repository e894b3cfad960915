/** `sensitivity`: inputs weighed by a design or a batch, or information valued, then kept. */

import { weighBatch } from "../../actions/charts/batch-inputs.ts";
import { chartContext } from "../../actions/charts/chart-context.ts";
import { shortPath } from "../../actions/paths.ts";
import { openScenarios } from "../../actions/scenarios/open-scenarios.ts";
import type { Chart, ChartContext } from "../../charts/chart.ts";
import { drawTornado } from "../../charts/draw-chart.ts";
import { calibrationHash, scenarioHash } from "../../experiment/plan.ts";
import { monthName } from "../../quantities.ts";
import { faultLine } from "../../scenario/text/fault.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { aboutProgram } from "../../storage/folder/about-program.ts";
import {
	type Results,
	readResults,
} from "../../storage/folder/read-results.ts";
import { findResults } from "../../storage/folder/results-folder.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { coloursFor, widthOf } from "../terminal/colours.ts";
import { print, say } from "../terminal/talk.ts";
import {
	informationJson,
	informationRows,
	informBatch,
} from "./information.ts";
import { informationText } from "./information-text.ts";
import {
	type KeptAnalysis,
	keepSensitivity,
	type SensitivityOrigin,
} from "./keep-sensitivity.ts";
import { runDesign } from "./run-design.ts";
import {
	type CorrelationOptions,
	type DesignOptions,
	type InformationOptions,
	type SensitivityOptions,
	type SensitivityValues,
	sensitivityOptions,
} from "./sensitivity-options.ts";
import {
	type SensitivityReport,
	sensitivityJson,
	sensitivityRows,
} from "./sensitivity-report.ts";
import { sensitivityText } from "./sensitivity-text.ts";

/** An analysis with its words for a terminal. */
interface Told extends KeptAnalysis {
	readonly text: (width: number, bold: (text: string) => string) => string;
}

/** Weighs inputs or information, keeps what was found and tells it. @throws {CommandError} */
export async function analyseSensitivity(
	values: SensitivityValues,
): Promise<ExitCode> {
	const options = sensitivityOptions(values);
	const found = await analysed(options);
	const { folder, told } = await keepSensitivity(options.out, found);
	const results = shortPath(folder);
	if (options.json) print(JSON.stringify({ results, ...told }));
	if (options.json && options.quiet) return EXIT.done;
	const stream = options.json ? process.stderr : process.stdout;
	const { bold } = coloursFor(stream, options.colour);
	const picture = found.charts.map(
		({ kind, name }) => `open     ${results}/charts/${kind}-${name}.png`,
	);
	(options.json ? say : print)(
		[
			found.text(widthOf(stream), bold),
			`repeat   ${found.origin.command}`,
			`results  ${results}/`,
			...picture,
		].join("\n"),
	);
	return EXIT.done;
}

function analysed(options: SensitivityOptions): Promise<Told> {
	switch (options.method) {
		case "morris":
		case "sobol":
			return runDesignPoints(options);
		case "prcc":
			return correlate(options);
		case "voi":
			return weighInformation(options);
	}
}

async function runDesignPoints(options: DesignOptions): Promise<Told> {
	const { scenario, warnings } = openScenarios(
		[options.subject],
		options.edits,
	)[0]!;
	const { quiet, method, size, lucks, seed, seedGiven, workers } = options;
	const talk = quiet ? () => {} : say;
	for (const warning of warnings) talk(faultLine(warning));
	talk(
		`${method} of ${scenario.name}: ${size} ${method === "sobol" ? "base points" : "trajectories"}, ${lucks} lucks, seed ${seed}${seedGiven ? "" : " (drawn)"}, ${workers} thread${workers === 1 ? "" : "s"}`,
	);
	const { seconds, ...run } = await runDesign(scenario, options);
	const command = options.command(options.subject);
	const origin: SensitivityOrigin = {
		command,
		seed,
		seconds,
		batch: null,
		scenarios: [
			{
				name: scenario.name,
				title: scenario.title,
				sha256: scenarioHash(scenario),
				calibration: calibrationHash(scenario, {
					parameters: "prior",
					ensemble: null,
				}),
			},
		],
	};
	const runs = run.points * lucks;
	const context = await gatherContext(scenario, options, runs, origin);
	const chart = drawTornado(run.weighed, context);
	return weighedTold({ ...run, size, lucks }, origin, chart);
}

/** Origin of a design's numbers, for the foot of its chart. */
async function gatherContext(
	scenario: SoundScenario,
	{ seed }: DesignOptions,
	replicates: number,
	{ scenarios }: SensitivityOrigin,
): Promise<ChartContext> {
	const { stibium } = await aboutProgram();
	const hash = scenarios[0]?.sha256.slice(0, 6) ?? "";
	const { name, title } = scenario;
	return {
		version: stibium.version,
		seed,
		replicates,
		parameters: "prior",
		reference: monthName(scenario.reference),
		base: name,
		scenarios: [{ name, title, hash, marks: [] }],
	};
}

function weighedTold(
	report: SensitivityReport,
	origin: SensitivityOrigin,
	chart: Chart,
): Told {
	const { seconds } = origin;
	return {
		origin,
		charts: [chart],
		findings: sensitivityJson(report),
		rows: sensitivityRows(report),
		text: (width, bold) => sensitivityText(report, { width, bold, seconds }),
	};
}

async function correlate(options: CorrelationOptions): Promise<Told> {
	const { metric, scenario, command } = options;
	const began = performance.now();
	const results = await runInMemory(options);
	const weighed = await weighBatch(results, metric, scenario);
	const outputs = results.runs.column(weighed.scenario, metric);
	return weighedTold(
		{
			weighed,
			size: null,
			lucks: null,
			points: outputs.length,
			lost: outputs.filter(Number.isNaN).length,
		},
		originOf(results, command(shortPath(results.folder)), began),
		drawTornado(weighed, chartContext(results)),
	);
}

async function weighInformation(options: InformationOptions): Promise<Told> {
	const { metric, higher, command } = options;
	const began = performance.now();
	const results = await runInMemory(options);
	const report = await informBatch(results, metric, higher);
	return {
		origin: originOf(results, command(shortPath(results.folder)), began),
		findings: informationJson(report),
		rows: informationRows(report),
		charts: [],
		text: (width, bold) => informationText(report, width, bold),
	};
}

async function runInMemory({
	subject,
	out,
	metric,
}: CorrelationOptions | InformationOptions): Promise<Results> {
	return readResults(await findResults(subject, out), [metric]);
}

function originOf(
	{ folder, manifest }: Results,
	command: string,
	began: number,
): SensitivityOrigin {
	return {
		command,
		seed: manifest.plan.seed,
		scenarios: manifest.scenarios.map(
			({ name, title, sha256, calibration }) => ({
				name,
				title,
				sha256,
				calibration,
			}),
		),
		batch: { results: shortPath(folder), digest: manifest.digest },
		seconds: Math.round((performance.now() - began) / 100) / 10,
	};
}
