import type { Options } from "yargs";

/** Changes to scenarios; `check` takes them too. */
export const SET_FLAG = {
	type: "string",
	array: true,
	nargs: 1,
	describe:
		"path=value, changes every scenario that has the path; again for more",
} as const satisfies Options;

/** The folder of all results; `chart` looks there too. */
export const OUT_FLAG = {
	type: "string",
	default: "results",
	requiresArg: true,
	describe: "folder in which dated results folders stand",
} as const satisfies Options;

/** Threads; `resume` takes them too. */
export const WORKERS_FLAG = {
	type: "string",
	default: "auto",
	requiresArg: true,
	describe: "threads; they never change a number",
} as const satisfies Options;

const REPLICATES_FLAG = {
	alias: "replicates",
	type: "string",
	requiresArg: true,
	describe: "replicates of each scenario, 1000 without it",
} as const satisfies Options;

/** Flags of every command that runs a batch. */
export const BATCH_FLAGS = {
	n: REPLICATES_FLAG,
	seed: {
		type: "string",
		requiresArg: true,
		describe: "whole number or words; one is drawn and told without it",
	},
	workers: WORKERS_FLAG,
	out: OUT_FLAG,
	set: SET_FLAG,
	parameters: {
		type: "string",
		default: "posterior",
		requiresArg: true,
		describe: "whence parameters are drawn: posterior, screened or prior",
	},
	without: {
		type: "string",
		requiresArg: true,
		describe: "mechanisms switched off, e.g. hoarding,grey-routes",
	},
	"keep-paths": {
		type: "boolean",
		describe: "keeps every month of every replicate in paths.parquet",
	},
	"dry-run": {
		type: "boolean",
		describe:
			"tells replicates, minutes and megabytes after a few measured ones; writes nothing",
	},
} as const satisfies Readonly<Record<string, Options>>;

/** The part of a batch that one machine of several runs. */
export const SHARD_FLAG = {
	shard: {
		type: "string",
		requiresArg: true,
		describe: "i/n: only the i-th of n parts, to be merged; one seed for all",
	},
} as const satisfies Readonly<Record<string, Options>>;

/** The metric that a question is about, where a command asks one. */
export const METRIC_FLAG = {
	type: "string",
	requiresArg: true,
	describe: "metric of --precision; the first headline metric without it",
} as const satisfies Options;

/** Flags of commands that may stop by themselves, and that judge what came out. */
export const ENOUGH_FLAGS = {
	n: {
		...REPLICATES_FLAG,
		describe:
			"replicates of each scenario, 1000 without it; with --precision the most, 64000 without it",
	},
	precision: {
		type: "string",
		requiresArg: true,
		describe:
			"stops when the 95 % interval of the mean is this narrow, e.g. 1%; looks after 250, 500, 1000, … replicates",
	},
	metric: METRIC_FLAG,
	threshold: {
		type: "string",
		requiresArg: true,
		describe:
			"statement on every scenario, e.g. 'p(us_unmet_t>0)<0.1'; exit 5 when one fails it",
	},
} as const satisfies Readonly<Record<string, Options>>;

/** What `run` and `compare` may end with. */
export const REPORT_FLAG = {
	report: {
		type: "boolean",
		describe: "ends with report.html, one page of all that came out",
	},
} as const satisfies Readonly<Record<string, Options>>;
