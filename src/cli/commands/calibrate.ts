/** `stibium calibrate`: history matching and posterior draws from the record to 2024. */

import { OUT_FLAG, SEED_FLAG, WORKERS_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";

/** Synthetic records at most: each takes some ten seconds. */
const MOST_TRUTHS = 1000;

export const calibrate = command({
	usage: "calibrate",
	describe: "history matching and posterior draws from the record to 2024",
	flags: {
		quick: {
			kind: "switch",
			describe: "a small run, held against the draws that are kept",
			conflicts: {
				keep: "--quick is too small to keep; leave one of them",
			},
		},
		seed: {
			...SEED_FLAG,
			default: "calibration",
			describe: "whole number or words",
		},
		workers: WORKERS_FLAG,
		recover: {
			describe:
				"instead: calibrates on this many synthetic records whose truth is known",
			read: async () =>
				(await import("../line/values.ts")).wholeNumber(MOST_TRUTHS),
		},
		keep: {
			kind: "switch",
			describe:
				"writes the draws into the checkout, where batches take them from",
		},
		out: {
			...OUT_FLAG,
			describe: "folder in which a dated folder with the report is made",
		},
	},
	async run(options) {
		const { calibrateRecord } = await import("../calibrate/calibrate.ts");
		await calibrateRecord(options);
		return EXIT.done;
	},
});
