import { BATCH_FLAGS, OUT_FLAG, SET_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";

/** `stibium sensitivity`: which inputs move a metric, and which are worth knowing. */
export const sensitivity: Command = {
	usage: "sensitivity <subject>",
	describe:
		"which uncertain inputs move a metric, and which are worth knowing before a choice",
	words: {
		subject: {
			type: "string",
			describe:
				"a scenario for morris and sobol; for prcc and voi a results folder made with --parameters prior, or latest",
		},
	},
	flags: {
		method: {
			type: "string",
			default: "morris",
			requiresArg: true,
			describe:
				"morris: screening by effects; sobol: shares of variance; prcc: partial rank correlations in a batch; voi: value of information for the choice between its scenarios",
		},
		metric: {
			type: "string",
			requiresArg: true,
			describe:
				"what is to be explained, or gained; mean_price_12m_usd_t, or us_user_cost_usd for voi, without it",
		},
		n: {
			type: "string",
			requiresArg: true,
			describe:
				"trajectories of morris, 20 without it; base points of sobol, 64 without it, best a power of two",
		},
		lucks: {
			type: "string",
			requiresArg: true,
			describe:
				"runs a point of morris and sobol, the same lucks at every point; 4 without it",
		},
		scenario: {
			type: "string",
			requiresArg: true,
			describe: "scenario of prcc; the last of the batch without it",
		},
		higher: {
			type: "boolean",
			describe: "voi: more of the metric is better, not less",
		},
		seed: BATCH_FLAGS.seed,
		set: SET_FLAG,
		workers: BATCH_FLAGS.workers,
		out: OUT_FLAG,
	},
	async run(raw) {
		const { analyseSensitivity } = await import(
			"../sensitivity/sensitivity.ts"
		);
		return analyseSensitivity(raw);
	},
};
