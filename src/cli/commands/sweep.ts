/** `stibium sweep <scenario>`: one scenario at many settings, all under one luck. */

import { BATCH_FLAGS, ENOUGH_FLAGS } from "../line/batch-flags.ts";
import { command, SCENARIO } from "../line/command.ts";
import { parameterPaths } from "../line/known-words.ts";

export const sweep = command({
	usage: "sweep <scenario>",
	describe: "run a scenario at many settings that share their luck, and draw",
	words: { scenario: SCENARIO },
	flags: {
		...BATCH_FLAGS,
		...ENOUGH_FLAGS,
		vary: {
			kind: "repeated",
			required:
				"give --vary, such as --vary shocks.refinery.capacity=0..8000:9",
			describe:
				"path=lo..hi:points or path=a,b,c, e.g. shocks.refinery.capacity=0..8000:9; again for more",
			offers: parameterPaths,
		},
		design: {
			default: "grid",
			describe:
				"grid: all values with all; list: first with first; lhs or sobol: points that fill the ranges",
			known: async () =>
				(await import("../../experiment/design.ts")).SWEEP_DESIGNS,
		},
		points: {
			describe:
				"points of lhs and sobol; the most that a range asks for, or 16",
			read: async () => (await import("../search/sweep.ts")).pointCount,
		},
	},
	async run(options) {
		const { sweepScenario } = await import("../search/sweep.ts");
		return sweepScenario(options);
	},
});
