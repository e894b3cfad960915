/** `stibium check <scenario..>`: reads scenarios, tells every fault, writes nothing. */

import { SET_FLAG } from "../line/batch-flags.ts";
import { command, SCENARIO } from "../line/command.ts";

export const check = command({
	usage: "check <scenario..>",
	describe: "read scenarios and tell everything that is wrong with them",
	words: { scenario: { ...SCENARIO, kind: "many" } },
	flags: { set: SET_FLAG },
	async run(options) {
		const { checkScenarios } = await import("../scenarios/check-scenarios.ts");
		return checkScenarios(options.scenario, options.set, options);
	},
});
