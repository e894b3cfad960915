/** `stibium doctor`: what works on this machine, and what would mend the rest. */

import { OUT_FLAG } from "../line/batch-flags.ts";
import { command } from "../line/command.ts";

export const doctor = command({
	usage: "doctor",
	describe: "say what works on this machine, and what would mend the rest",
	flags: { out: OUT_FLAG },
	async run(options) {
		const { examine } = await import("../doctor/doctor.ts");
		return examine(options.out, options);
	},
});
