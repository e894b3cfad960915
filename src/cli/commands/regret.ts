import { BATCH_FLAGS, ENOUGH_FLAGS } from "../line/batch-flags.ts";
import { type Command, SCENARIO_WORDS } from "../line/command.ts";

/** `stibium regret <policy..> --against <state..>`: which policy would be regretted least. */
export const regret: Command = {
	usage: "regret <policy..>",
	describe: "which policy would be regretted least, over states of the world",
	words: {
		policy: {
			...SCENARIO_WORDS,
			describe: "scenarios that add policies to --base",
		},
	},
	flags: {
		...BATCH_FLAGS,
		...ENOUGH_FLAGS,
		against: {
			type: "string",
			array: true,
			demandOption:
				"give --against, such as --against as-happened ban-returns total-export-stop",
			describe:
				"scenarios that may come true; name=weight where they are not equally likely",
		},
		base: {
			type: "string",
			default: "ban-returns",
			requiresArg: true,
			describe: "a policy is what its scenario adds to this one",
		},
		loss: {
			type: "string",
			default: "us_user_cost_usd+fiscal_cost_usd",
			requiresArg: true,
			describe: "metric that is to be small, or a sum of metrics of one unit",
		},
		satisfy: {
			type: "string",
			array: true,
			nargs: 1,
			describe:
				"statement that should hold in every state, e.g. 'p(us_shortage_months>0)<0.1'; again for more",
		},
	},
	async run(raw) {
		const { weighRegret } = await import("../search/regret.ts");
		return weighRegret(raw);
	},
};
