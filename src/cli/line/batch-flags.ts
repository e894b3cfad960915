/** Flags of commands that run batches, or that name what a batch left. */

import type { Flag, Flags } from "./flag.ts";
import { metricNames, parameterPaths } from "./known-words.ts";

/** The most that one batch may have. */
export const MOST_REPLICATES = 10_000_000;

const values = () => import("./values.ts");
const simulator = () => import("../../market/simulator.ts");

/** Changes to scenarios; `check` takes them too. */
export const SET_FLAG = {
	kind: "repeated",
	describe:
		"path=value, changes every scenario that has the path; again for more",
	offers: parameterPaths,
} as const satisfies Flag;

/** The folder of all results; `chart` looks there too. */
export const OUT_FLAG = {
	default: "results",
	describe: "folder in which dated results folders stand",
	read: async () => (await values()).folder,
} as const satisfies Flag;

/** Threads; `resume` takes them too. */
export const WORKERS_FLAG = {
	default: "auto",
	describe: "threads; they never change a number",
	read: async () => (await values()).workers,
	offers: async () => ["auto"],
} as const satisfies Flag;

/** Whence chance comes. */
export const SEED_FLAG = {
	describe: "whole number or words; one is drawn and told without it",
	read: async () => (await values()).seed,
} as const satisfies Flag;

/** Flags of every command that runs a batch. */
export const BATCH_FLAGS = {
	n: {
		alias: "replicates",
		describe: "replicates of each scenario, 1000 without it",
		read: async () => (await values()).wholeNumber(MOST_REPLICATES),
	},
	seed: SEED_FLAG,
	workers: WORKERS_FLAG,
	out: OUT_FLAG,
	set: SET_FLAG,
	from: {
		describe:
			"where replicates begin: record (December 2025; the usual), posterior (end of 2024), or the ensemble.json of an assimilation",
		offers: async () => ["record", "posterior"],
	},
	parameters: {
		default: "posterior",
		describe: "whence parameters are drawn: posterior, screened or prior",
		known: async () => (await simulator()).PARAMETER_SETS,
	},
	without: {
		describe: "mechanisms switched off, e.g. hoarding,grey-routes",
		known: async () => (await simulator()).MECHANISMS,
		listed: true,
	},
	keepPaths: {
		kind: "switch",
		describe: "keeps every month of every replicate in paths.parquet",
	},
	dryRun: {
		kind: "switch",
		describe:
			"tells replicates, minutes and megabytes after a few measured ones; writes nothing",
	},
} as const satisfies Flags;

/** The part of a batch that one machine of several runs. */
export const SHARD_FLAG = {
	shard: {
		describe: "i/n: only the i-th of n parts, to be merged; one seed for all",
		read: async () => (await values()).shard,
	},
} as const satisfies Flags;

/** Flags of commands that may stop by themselves, and that judge what came out. */
export const ENOUGH_FLAGS = {
	n: {
		...BATCH_FLAGS.n,
		describe:
			"replicates of each scenario, 1000 without it; with --precision the most, 64000 without it",
	},
	precision: {
		describe:
			"stops when the 95 % interval of the mean is this narrow, e.g. 1%; looks after 250, 500, 1000, … replicates",
		read: async () => (await values()).precision,
		conflicts: {
			shard:
				"--precision cannot be had with --shard: a part cannot tell when the whole is enough",
		},
	},
	metric: {
		describe: "metric of --precision; the first headline metric without it",
		known: metricNames,
	},
	threshold: {
		describe:
			"statement on every scenario, e.g. 'p(us_unmet_t>0)<0.1'; exit 5 when one fails it",
		read: async () => (await values()).statement,
	},
} as const satisfies Flags;

/** Report with which `run` and `compare` may end. */
export const REPORT_FLAG = {
	report: {
		kind: "switch",
		describe: "ends with report.html, one page of all that came out",
	},
} as const satisfies Flags;
