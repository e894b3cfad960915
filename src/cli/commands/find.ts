import { BATCH_FLAGS } from "../line/batch-flags.ts";
import { type Command, SCENARIO_WORDS } from "../line/command.ts";

/** `stibium find <scenario>`: the setting at which a statement begins to hold. */
export const find: Command = {
	usage: "find <scenario>",
	describe: "the setting at which a statement begins to hold, with an interval",
	words: {
		scenario: { type: "string", describe: SCENARIO_WORDS.describe },
	},
	flags: {
		...BATCH_FLAGS,
		tune: {
			type: "string",
			demandOption:
				"give --tune, such as --tune shocks.refinery.capacity=0..8000",
			requiresArg: true,
			describe: "path=lo..hi, e.g. shocks.refinery.capacity=0..8000",
		},
		until: {
			type: "string",
			demandOption: "give --until, such as --until 'p(us_unmet_t>0)<0.1'",
			requiresArg: true,
			describe: "statement, e.g. 'p(defence_unmet_share>0.05)<0.1'",
		},
	},
	async run(raw) {
		const { findSetting } = await import("../search/find.ts");
		return findSetting(raw);
	},
};
