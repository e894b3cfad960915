/** Words and flags of commands that read a results folder, or run one of its replicates again. */

import type { Flag, Flags } from "./flag.ts";
import { metricNames, resultsNames, scenarioNames } from "./known-words.ts";

/** The word that stands for a results folder. */
export const RESULTS = {
	describe: "a results folder, or latest",
	offers: resultsNames,
} as const satisfies Flag;

export const REPLICATE_FLAGS = {
	scenario: {
		describe: "scenario of the replicate; the last of the batch without it",
		offers: scenarioNames,
	},
	replicate: {
		default: "median",
		describe:
			"its number, counted from 0, or median or worst: the nearest to the median, the worst, by --metric",
		read: async () => (await import("./values.ts")).replicate,
		offers: async () => ["median", "worst"],
	},
	metric: {
		describe:
			"metric by which median and worst are picked; mean_price_12m_usd_t without it",
		known: metricNames,
	},
} as const satisfies Flags;
