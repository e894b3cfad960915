import { OUT_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";
import { commonOptions, textOf } from "../line/raw-options.ts";
import { REPLICATE_FLAGS } from "../line/replicate-flags.ts";

/** `stibium explain <results>`: the story of one replicate, in dated sentences. */
export const explain: Command = {
	usage: "explain <results>",
	describe: "the story of one replicate, in dated sentences",
	words: {
		results: { type: "string", describe: "a results folder, or latest" },
	},
	flags: {
		...REPLICATE_FLAGS,
		metric: {
			type: "string",
			requiresArg: true,
			describe:
				"metric by which median and worst are picked; mean_price_12m_usd_t without it",
		},
		out: OUT_FLAG,
	},
	async run(raw) {
		const { outOf } = await import("../line/batch-options.ts");
		const { explainResults } = await import("../explain/explain.ts");
		const { replicateRequest } = await import("../line/replicate-request.ts");
		await explainResults(
			textOf(raw, "results") ?? "",
			outOf(raw),
			replicateRequest(raw),
			commonOptions(raw),
		);
		return EXIT.done;
	},
};
