import { OUT_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";
import { commonOptions, textOf } from "../line/raw-options.ts";
import { REPLICATE_FLAGS } from "../line/replicate-flags.ts";

/** `stibium chart <results> [kind..]`: draws a results folder, again or otherwise. */
export const chart: Command = {
	usage: "chart <results> [kind..]",
	describe:
		"draw results: fan, raincloud, exceedance, difference, history, flows, story, tornado, response, regret, frontier",
	words: {
		results: { type: "string", describe: "a results folder, or latest" },
		kind: {
			type: "string",
			array: true,
			describe: "kinds of chart; all that fit when none is named",
		},
	},
	flags: {
		format: {
			type: "string",
			requiresArg: true,
			describe: "svg,png,pdf,csv,vl.json; all without it",
		},
		series: {
			type: "string",
			requiresArg: true,
			describe: "monthly series of the fan",
		},
		metric: {
			type: "string",
			requiresArg: true,
			describe:
				"metric of raincloud, exceedance and tornado, and by which the replicate of flows and story is picked",
		},
		...REPLICATE_FLAGS,
		out: OUT_FLAG,
	},
	async run(raw) {
		const { outOf } = await import("../line/batch-options.ts");
		const { chartRequest } = await import("../chart/chart-request.ts");
		const { chartResults } = await import("../chart/chart-results.ts");
		const { print, say } = await import("../terminal/talk.ts");
		const request = chartRequest(raw);
		const { json, quiet } = commonOptions(raw);
		const drawn = await chartResults(
			textOf(raw, "results") ?? "",
			outOf(raw),
			request,
			quiet ? () => {} : say,
		);
		print(json ? JSON.stringify(drawn) : drawn.files.join("\n"));
		return EXIT.done;
	},
};
