/** `stibium regret <policy..> --against <state..>`: which policy would be regretted least. */

import { BATCH_FLAGS, ENOUGH_FLAGS } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { metricNames, scenarioNames } from "../line/known-words.ts";

export const regret = command({
	usage: "regret <policy..>",
	describe: "which policy would be regretted least, over states of the world",
	words: {
		policy: {
			kind: "many",
			describe: "scenarios that add policies to --base",
			offers: scenarioNames,
		},
	},
	flags: {
		...BATCH_FLAGS,
		...ENOUGH_FLAGS,
		against: {
			kind: "many",
			required:
				"give --against, such as --against as-happened ban-returns total-export-stop",
			describe:
				"scenarios that may come true; name=weight where they are not equally likely",
			offers: scenarioNames,
		},
		base: {
			default: "ban-returns",
			describe: "a policy is what its scenario adds to this one",
			offers: scenarioNames,
		},
		loss: {
			default: "us_user_cost_usd+fiscal_cost_usd",
			describe: "metric that is to be small, or a sum of metrics of one unit",
			read: async () => (await import("../search/regret.ts")).lossMetrics,
			offers: metricNames,
		},
		satisfy: {
			kind: "repeated",
			describe:
				"statement that should hold in every state, e.g. 'p(us_shortage_months>0)<0.1'; again for more",
			read: async () => (await import("../line/values.ts")).statement,
		},
	},
	async run(options) {
		const { weighRegret } = await import("../search/regret.ts");
		return weighRegret(options);
	},
});
