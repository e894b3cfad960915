import type { Command } from "../line/command.ts";
import { commonOptions, textOf } from "../line/raw-options.ts";

/** `stibium init <name>`: a scenario to begin with, sound as it is. */
export const init: Command = {
	usage: "init <name>",
	describe: "write a scenario to begin with, which says how it is written",
	words: {
		name: { type: "string", describe: "name of the new scenario" },
	},
	flags: {
		from: {
			type: "string",
			default: "as-happened",
			requiresArg: true,
			describe: "scenario that it extends, by name or path",
		},
		out: {
			type: "string",
			requiresArg: true,
			describe: "its folder; ./scenarios where there is one, else here",
		},
	},
	async run(raw) {
		const { initScenario } = await import("../init/init.ts");
		return initScenario({
			...commonOptions(raw),
			name: textOf(raw, "name") ?? "",
			from: textOf(raw, "from") ?? "",
			out: textOf(raw, "out"),
		});
	},
};
