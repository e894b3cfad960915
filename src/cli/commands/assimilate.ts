/** `stibium assimilate <record>`: where the market is today, as an ensemble from which batches go on. */

import {
	BATCH_FLAGS,
	OUT_FLAG,
	SEED_FLAG,
	WORKERS_FLAG,
} from "../line/batch-flags.ts";
import { command } from "../line/command.ts";

export const assimilate = command({
	usage: "assimilate <record>",
	describe:
		"where the market is today: an ensemble for --from, with the place of every row before it was used",
	words: {
		record: {
			describe: "CSV of quotes and tonnes; `stibium init record` writes one",
		},
	},
	flags: {
		from: {
			...BATCH_FLAGS.from,
			describe:
				"what the record is laid on: posterior (end of 2024), record (December 2025), or an ensemble; by the first row without it",
		},
		seed: {
			...SEED_FLAG,
			default: "record",
			describe: "whole number or words",
		},
		workers: WORKERS_FLAG,
		quick: {
			kind: "switch",
			describe: "a quarter of the particles: for a look",
			conflicts: { keep: "--quick is too small to keep; leave one of them" },
		},
		keep: {
			kind: "switch",
			describe:
				"writes the ensemble into the checkout, where --from record takes it from",
		},
		out: {
			...OUT_FLAG,
			describe: "folder in which a dated folder with the ensemble is made",
		},
	},
	async run(options) {
		const { assimilateRecord } = await import("../assimilate/assimilate.ts");
		return assimilateRecord(options);
	},
});
