/** `stibium init <name>`: a scenario to begin with, sound as it is. */

import { command } from "../line/command.ts";
import { scenarioNames } from "../line/known-words.ts";

export const init = command({
	usage: "init <name>",
	describe: "write a scenario to begin with, which says how it is written",
	words: {
		name: {
			describe:
				"name of the new scenario; record for a CSV that `assimilate` takes",
		},
	},
	flags: {
		from: {
			default: "as-happened",
			describe: "scenario that it extends, by name or path",
			offers: scenarioNames,
		},
		out: {
			describe: "its folder; ./scenarios where there is one, else here",
		},
	},
	async run(options) {
		const { initScenario } = await import("../init/init.ts");
		return initScenario(options);
	},
});
