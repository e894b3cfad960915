/** `stibium explain <results>`: the story of one replicate, in dated sentences. */

import { OUT_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";
import { REPLICATE_FLAGS, RESULTS } from "../line/replicate-flags.ts";

export const explain = command({
	usage: "explain <results>",
	describe: "the story of one replicate, in dated sentences",
	words: { results: RESULTS },
	flags: { ...REPLICATE_FLAGS, out: OUT_FLAG },
	async run(options) {
		const { explainResults } = await import("../explain/explain.ts");
		const { DEFAULT_METRIC } = await import(
			"../../actions/replay/pick-replicate.ts"
		);
		const { scenario, replicate, metric } = options;
		await explainResults(
			options.results,
			options.out,
			{ scenario, replicate, metric: metric ?? DEFAULT_METRIC },
			options,
		);
		return EXIT.done;
	},
});
