/** One batch as a report shows it: charts, tables and the story of a replicate. */

import { basename } from "node:path";
import type { ReportBatch } from "../../report/page/batch.ts";
import { tellStory } from "../../report/story/tell.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import { chartContext, datelessContext } from "../charts/chart-context.ts";
import { replayForCharts } from "../charts/chart-replay.ts";
import {
	defaultCharts,
	inputOf,
	orReason,
	weigh,
} from "../charts/draw-charts.ts";
import { MEDIAN_REPLICATE, pickReplicate } from "../replay/pick-replicate.ts";
import { replayReplicate } from "../replay/replay-replicate.ts";
import { measureSettling, reportFigures } from "./report-figures.ts";

/** All that a report shows of a results folder, drawn and told. */
export async function reportBatch(
	results: Results,
	id: string,
): Promise<ReportBatch> {
	const { design } = results;
	const replay = design
		? "its scenarios are one question"
		: await orReason(() =>
				replayReplicate(results, pickReplicate(results, MEDIAN_REPLICATE)),
			);
	const missing: string[] = [];
	const charts = await defaultCharts(results, (line) => missing.push(line), {
		choices: {},
		replicate: MEDIAN_REPLICATE,
		replay: typeof replay === "string" ? replay : replayForCharts(replay),
	});
	const plain = plainParts(results);
	const compared = results.manifest.plan.base !== null;
	return {
		id,
		missing,
		name: basename(results.folder),
		...plain,
		settling: design ? null : await measureSettling(plain.input, compared),
		figures: await reportFigures(results, charts),
		story: typeof replay === "string" ? null : tellStory(replay),
		weighed: await weighInputs(results),
	};
}

/** Parts of a report that are read from the folder and not drawn. */
function plainParts(
	results: Results,
): Pick<ReportBatch, "manifest" | "input" | "scenarios"> {
	const { manifest, design } = results;
	const { order } = manifest.plan;
	const context = design ? datelessContext(results) : chartContext(results);
	const told = design ? order.slice(0, 1) : order;
	return {
		manifest,
		input: inputOf(results, {}, context),
		scenarios: told.map(results.scenario),
	};
}

/** Inputs that move the last scenario, weighed where parameters were drawn one by one. */
async function weighInputs(results: Results): Promise<ReportBatch["weighed"]> {
	const { design, manifest } = results;
	if (design || manifest.plan.parameters !== "prior") return null;
	const weighed = await orReason(() => weigh(results, MEDIAN_REPLICATE));
	return typeof weighed === "string" ? null : weighed;
}
