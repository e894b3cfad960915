/** `stibium find <scenario>`: the setting at which a statement begins to hold. */

import { BATCH_FLAGS } from "../line/batch-flags.ts";
import { command, SCENARIO } from "../line/command.ts";
import { parameterPaths } from "../line/known-words.ts";

export const find = command({
	usage: "find <scenario>",
	describe: "the setting at which a statement begins to hold, with an interval",
	words: { scenario: SCENARIO },
	flags: {
		...BATCH_FLAGS,
		tune: {
			required: "give --tune, such as --tune shocks.refinery.capacity=0..8000",
			describe: "path=lo..hi, e.g. shocks.refinery.capacity=0..8000",
			offers: parameterPaths,
		},
		until: {
			required: "give --until, such as --until 'p(us_unmet_t>0)<0.1'",
			describe: "statement, e.g. 'p(defence_unmet_share>0.05)<0.1'",
			read: async () => (await import("../line/values.ts")).statement,
		},
	},
	async run(options) {
		const { findSetting } = await import("../search/find.ts");
		return findSetting(options);
	},
});
