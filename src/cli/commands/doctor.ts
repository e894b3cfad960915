import { OUT_FLAG } from "../line/batch-flags.ts";
import type { Command } from "../line/command.ts";
import { commonOptions } from "../line/raw-options.ts";

/** `stibium doctor`: what works on this machine, and what would mend the rest. */
export const doctor: Command = {
	usage: "doctor",
	describe: "say what works on this machine, and what would mend the rest",
	words: {},
	flags: { out: OUT_FLAG },
	async run(raw) {
		const { outOf } = await import("../line/batch-options.ts");
		const { examine } = await import("../doctor/doctor.ts");
		return examine(outOf(raw), commonOptions(raw));
	},
};
