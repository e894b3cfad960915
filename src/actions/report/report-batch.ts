import { basename } from "node:path";
import type { Design } from "../../experiment/design.ts";
import type { ReportBatch } from "../../report/page/batch.ts";
import { tellStory } from "../../report/story/tell.ts";
import { readDesign } from "../../storage/folder/design-files.ts";
import {
	type Results,
	storedScenario,
} from "../../storage/folder/read-results.ts";
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
import { reportFigures, settlingOf } from "./report-figures.ts";

/** All that a report shows of a results folder, drawn and told. */
export async function reportBatch(
	results: Results,
	id: string,
): Promise<ReportBatch> {
	const design = await readDesign(results.folder);
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
	const plain = plainParts(results, design);
	const compared = results.manifest.plan.base !== null;
	return {
		...{ id, missing, name: basename(results.folder) },
		...plain,
		settling: design ? null : await settlingOf(plain.input, compared),
		figures: await reportFigures(results, charts),
		story: typeof replay === "string" ? null : tellStory(replay),
		weighed: await weighedOf(results, design),
	};
}

/** What is read and not drawn. */
function plainParts(
	results: Results,
	design: Design | null,
): Pick<ReportBatch, "manifest" | "input" | "scenarios"> {
	const { manifest } = results;
	const { order } = manifest.plan;
	const context = design ? datelessContext(results) : chartContext(results);
	const told = design ? order.slice(0, 1) : order;
	return {
		manifest,
		input: inputOf(results, {}, context, design),
		scenarios: told.map((name) => storedScenario(results, name)),
	};
}

/** What moves the last scenario, where parameters were drawn one by one. */
async function weighedOf(
	results: Results,
	design: Design | null,
): Promise<ReportBatch["weighed"]> {
	if (design || results.manifest.plan.parameters !== "prior") return null;
	const weighed = await orReason(() => weigh(results, MEDIAN_REPLICATE));
	return typeof weighed === "string" ? null : weighed;
}
