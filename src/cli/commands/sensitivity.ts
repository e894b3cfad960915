/** `stibium sensitivity`: which inputs move a metric, and which are worth knowing. */

import {
	OUT_FLAG,
	SEED_FLAG,
	SET_FLAG,
	WORKERS_FLAG,
} from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import {
	metricNames,
	scenarioNames,
	subjectNames,
} from "../line/known-words.ts";

const MOST_SIZE = 2 ** 16;
const MOST_LUCKS = 1000;

const values = () => import("../line/values.ts");

export const sensitivity = command({
	usage: "sensitivity <subject>",
	describe:
		"which uncertain inputs move a metric, and which are worth knowing before a choice",
	words: {
		subject: {
			describe:
				"a scenario for morris and sobol; for prcc and voi a results folder made with --parameters prior, or latest",
			offers: subjectNames,
		},
	},
	flags: {
		method: {
			default: "morris",
			describe:
				"morris: screening by effects; sobol: shares of variance; prcc: partial rank correlations in a batch; voi: value of information for the choice between its scenarios",
			known: async () =>
				(await import("../sensitivity/sensitivity-options.ts")).ALL_METHODS,
		},
		metric: {
			describe:
				"what is to be explained, or gained; mean_price_12m_usd_t, or us_user_cost_usd for voi, without it",
			known: metricNames,
		},
		n: {
			describe:
				"trajectories of morris, 20 without it; base points of sobol, 64 without it, best a power of two",
			read: async () => (await values()).wholeNumber(MOST_SIZE),
		},
		lucks: {
			describe:
				"runs a point of morris and sobol, the same lucks at every point; 4 without it",
			read: async () => (await values()).wholeNumber(MOST_LUCKS),
		},
		scenario: {
			describe: "scenario of prcc; the last of the batch without it",
			offers: scenarioNames,
		},
		higher: {
			kind: "switch",
			describe: "voi: more of the metric is better, not less",
		},
		seed: SEED_FLAG,
		set: SET_FLAG,
		workers: WORKERS_FLAG,
		out: OUT_FLAG,
	},
	async run(options) {
		const { analyseSensitivity } = await import(
			"../sensitivity/sensitivity.ts"
		);
		return analyseSensitivity(options);
	},
});
