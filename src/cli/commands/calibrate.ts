import type { Command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";

/** `stibium calibrate`: history matching and posterior draws from the record to 2024. */
export const calibrate: Command = {
	usage: "calibrate",
	describe: "history matching and posterior draws from the record to 2024",
	words: {},
	flags: {
		quick: {
			type: "boolean",
			describe: "a small run, held against the draws that are kept",
		},
		seed: {
			type: "string",
			default: "calibration",
			requiresArg: true,
			describe: "whole number or words",
		},
		workers: {
			type: "string",
			default: "auto",
			requiresArg: true,
			describe: "threads; they never change a number",
		},
		recover: {
			type: "string",
			requiresArg: true,
			describe:
				"instead: calibrates on this many synthetic records whose truth is known",
		},
		keep: {
			type: "boolean",
			describe:
				"writes the draws into the checkout, where batches take them from",
		},
		out: {
			type: "string",
			default: "results",
			requiresArg: true,
			describe: "folder in which a dated folder with the report is made",
		},
	},
	async run(raw) {
		const { calibrateRecord } = await import("../calibrate/calibrate.ts");
		await calibrateRecord(raw);
		return EXIT.done;
	},
};
