import { BATCH_FLAGS, ENOUGH_FLAGS } from "../line/batch-flags.ts";
import { type Command, SCENARIO_WORDS } from "../line/command.ts";

/** `stibium sweep <scenario>`: one scenario at many settings, all under one luck. */
export const sweep: Command = {
	usage: "sweep <scenario>",
	describe: "run a scenario at many settings that share their luck, and draw",
	words: {
		scenario: { type: "string", describe: SCENARIO_WORDS.describe },
	},
	flags: {
		...BATCH_FLAGS,
		...ENOUGH_FLAGS,
		vary: {
			type: "string",
			array: true,
			nargs: 1,
			describe:
				"path=lo..hi:points or path=a,b,c, e.g. shocks.refinery.capacity=0..8000:9; again for more",
		},
		design: {
			type: "string",
			default: "grid",
			requiresArg: true,
			describe:
				"grid: all values with all; list: first with first; lhs or sobol: points that fill the ranges",
		},
		points: {
			type: "string",
			requiresArg: true,
			describe:
				"points of lhs and sobol; the most that a range asks for, or 16",
		},
	},
	async run(raw) {
		const { sweepScenario } = await import("../search/sweep.ts");
		return sweepScenario(raw);
	},
};
