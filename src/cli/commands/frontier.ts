import { BATCH_FLAGS, ENOUGH_FLAGS } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";

/** `stibium frontier`: what mixes of hedges cost against the shortage they leave. */
export const frontier: Command = {
	usage: "frontier",
	describe: "cost of mixes of hedges against the shortage they leave",
	words: {},
	flags: {
		...BATCH_FLAGS,
		...ENOUGH_FLAGS,
		scenario: {
			type: "string",
			array: true,
			nargs: 1,
			demandOption: "give --scenario, such as --scenario ban-returns",
			describe:
				"state of the world, by name or path; again as name=weight for a weighted set",
		},
		stockpile: {
			type: "string",
			default: "0,12,36,103",
			requiresArg: true,
			describe:
				"sizes of the stockpile, months of US defence need; 103 is the contract of 2025",
		},
	},
	async run(raw) {
		const { drawFrontier } = await import("../search/frontier.ts");
		return drawFrontier(raw);
	},
};
