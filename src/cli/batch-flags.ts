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

/** Flags of every command that runs a batch. */
export const BATCH_FLAGS = {
	n: {
		alias: "replicates",
		type: "string",
		default: "1000",
		requiresArg: true,
		describe: "replicates of each scenario",
	},
	seed: {
		type: "string",
		requiresArg: true,
		describe: "whole number or words; one is drawn and told without it",
	},
	workers: {
		type: "string",
		default: "auto",
		requiresArg: true,
		describe: "threads; they never change a number",
	},
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
} as const satisfies Readonly<Record<string, Options>>;
