/** `stibium chart <results> [kind..]`: draws a results folder, again or otherwise. */

import { OUT_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";
import { seriesNames } from "../line/known-words.ts";
import { REPLICATE_FLAGS, RESULTS } from "../line/replicate-flags.ts";

export const chart = command({
	usage: "chart <results> [kind..]",
	describe:
		"draw results: fan, raincloud, exceedance, difference, history, flows, story, tornado, response, regret, frontier",
	words: {
		results: RESULTS,
		kind: {
			kind: "many",
			describe: "kinds of chart; all that fit when none is named",
			known: chartKinds,
			called: "the kind of chart",
		},
	},
	flags: {
		format: {
			describe: "svg,png,pdf,csv,vl.json; all without it",
			known: async () =>
				(await import("../../figures/figure.ts")).FIGURE_FORMATS,
			listed: true,
		},
		series: {
			describe: "monthly series of the fan",
			known: seriesNames,
		},
		...REPLICATE_FLAGS,
		metric: {
			...REPLICATE_FLAGS.metric,
			describe:
				"metric of raincloud, exceedance and tornado, and by which the replicate of flows and story is picked",
		},
		out: OUT_FLAG,
	},
	async run(options) {
		const { chartRequest } = await import("../chart/chart-request.ts");
		const { chartResults } = await import("../chart/chart-results.ts");
		const { print, say } = await import("../terminal/talk.ts");
		const { results, out, json, quiet } = options;
		const tell = quiet ? () => {} : say;
		const drawn = await chartResults(results, out, chartRequest(options), tell);
		print(json ? JSON.stringify(drawn) : drawn.files.join("\n"));
		return EXIT.done;
	},
});

/** Every kind of chart. */
async function chartKinds() {
	const { CHART_KINDS, DESIGN_KINDS, INPUT_KINDS } = await import(
		"../../charts/chart.ts"
	);
	return [...CHART_KINDS, ...DESIGN_KINDS, ...INPUT_KINDS];
}
