import { OUT_FLAG } from "../batch-flags.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { commonOptions, textOf } from "../raw-options.ts";
import { REPLICATE_FLAGS } from "../replicate-flags.ts";

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
		const { outOf } = await import("../batch-options.ts");
		const { explainResults } = await import("../explain.ts");
		const { replicateRequest } = await import("../pick-replicate.ts");
		await explainResults(
			textOf(raw, "results") ?? "",
			outOf(raw),
			replicateRequest(raw),
			commonOptions(raw),
		);
		return EXIT.done;
	},
};
