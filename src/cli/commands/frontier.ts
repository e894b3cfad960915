/** `stibium frontier`: what mixes of hedges cost against the shortage they leave. */

import { BATCH_FLAGS, ENOUGH_FLAGS } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { scenarioNames } from "../line/known-words.ts";

export const frontier = command({
	usage: "frontier",
	describe: "cost of mixes of hedges against the shortage they leave",
	flags: {
		...BATCH_FLAGS,
		...ENOUGH_FLAGS,
		scenario: {
			kind: "repeated",
			required: "give --scenario, such as --scenario ban-returns",
			describe:
				"state of the world, by name or path; again as name=weight for a weighted set",
			offers: scenarioNames,
		},
		stockpile: {
			default: "0,12,36,103",
			describe:
				"sizes of the stockpile, months of US defence need; 103 is the contract of 2025",
			read: async () => (await import("../search/frontier.ts")).stockSizes,
		},
	},
	async run(options) {
		const { drawFrontier } = await import("../search/frontier.ts");
		return drawFrontier(options);
	},
});
