/** `stibium validate`: how wrong the model is, fact by fact and forecast by forecast. */

import { BATCH_FLAGS } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";

export const validate = command({
	usage: "validate",
	describe: "score the model against the record; write the validation report",
	flags: {
		n: {
			...BATCH_FLAGS.n,
			describe: "replicates of the record; two calm ones for every five",
		},
		seed: {
			...BATCH_FLAGS.seed,
			default: "validation",
			describe: "whole number or words",
		},
		workers: BATCH_FLAGS.workers,
		parameters: BATCH_FLAGS.parameters,
		out: {
			...BATCH_FLAGS.out,
			describe: "folder in which validation/ is written",
		},
	},
	async run(values) {
		const { batchOptions } = await import("../line/batch-options.ts");
		const { repeatLine } = await import("../line/repeat-line.ts");
		const { validateModel } = await import("../validate/validate.ts");
		const options = batchOptions(values);
		return validateModel(options, repeatLine("validate", [], options));
	},
});
