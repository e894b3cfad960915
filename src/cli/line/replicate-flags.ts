import type { Options } from "yargs";

/** Flags of commands that run one replicate again. */
export const REPLICATE_FLAGS = {
	scenario: {
		type: "string",
		requiresArg: true,
		describe: "scenario of the replicate; the last of the batch without it",
	},
	replicate: {
		type: "string",
		default: "median",
		requiresArg: true,
		describe:
			"its number, counted from 0, or median or worst: the nearest to the median, the worst, by --metric",
	},
} as const satisfies Readonly<Record<string, Options>>;
