/** Drawing of any chart by its kind, with source line and table filled in. */

import type {
	Chart,
	ChartContext,
	ChartDraft,
	ChartInput,
	ChartKind,
	WeighedInputs,
} from "./chart.ts";
import { ChartError } from "./chart-error.ts";
import { csvOf } from "./csv.ts";
import { differenceChart } from "./difference/difference-chart.ts";
import { exceedanceChart } from "./exceedance/exceedance-chart.ts";
import { fanChart } from "./fan/fan-chart.ts";
import { flowsChart } from "./flows/flows-chart.ts";
import { frontierChart } from "./frontier/frontier-chart.ts";
import { raincloudChart } from "./raincloud/raincloud-chart.ts";
import { regretChart } from "./regret/regret-chart.ts";
import { responseChart } from "./response/response-chart.ts";
import { storyChart } from "./story/story-chart.ts";
import { tornadoChart } from "./tornado/tornado-chart.ts";
import { historyChart } from "./validation/history-chart.ts";

/**
 * Draws a chart: a vega-lite spec with its title, description, source and table.
 *
 * @throws {ChartError} when the kind cannot be drawn from what was given
 */
export function drawChart(kind: ChartKind, input: ChartInput): Chart {
	if (input.runs.replicates.length === 0)
		throw new ChartError("no sound replicate to draw");
	return completed(draftOf(kind, input));
}

/** Draws the inputs of a design, which has no table of runs. @throws {ChartError} */
export function drawTornado(
	weighed: WeighedInputs,
	context: ChartContext,
): Chart {
	return completed(tornadoChart(weighed, context));
}

const completed = (draft: ChartDraft): Chart => ({
	...draft,
	also: draft.also ?? [],
	csv: csvOf(draft.table),
});

function draftOf(kind: ChartKind, input: ChartInput): ChartDraft {
	switch (kind) {
		case "fan":
			return fanChart(input);
		case "raincloud":
			return raincloudChart(input);
		case "exceedance":
			return exceedanceChart(input);
		case "difference":
			return differenceChart(input);
		case "history":
			return historyChart(input);
		case "flows":
			return flowsChart(input);
		case "story":
			return storyChart(input);
		case "response":
			return responseChart(input);
		case "regret":
			return regretChart(input);
		case "frontier":
			return frontierChart(input);
		case "tornado":
			return tornadoChart(weighedOf(input), input.context);
	}
}

function weighedOf({ weighed }: ChartInput): WeighedInputs {
	if (weighed) return weighed;
	throw new ChartError(
		"a tornado shows which inputs matter, and none were weighed; parameters are drawn one by one only with --parameters prior",
	);
}
