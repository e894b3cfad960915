import { SET_FLAG } from "../line/batch-flags.ts";
import { type Command, SCENARIO_WORDS } from "../line/command.ts";
import { commonOptions, textsOf } from "../line/raw-options.ts";

/** `stibium check <scenario..>`: reads scenarios, tells every fault, writes nothing. */
export const check: Command = {
	usage: "check <scenario..>",
	describe: "read scenarios and tell everything that is wrong with them",
	words: { scenario: SCENARIO_WORDS },
	flags: { set: SET_FLAG },
	async run(raw) {
		const { checkScenarios } = await import("../scenarios/check-scenarios.ts");
		return checkScenarios(
			textsOf(raw, "scenario"),
			textsOf(raw, "set"),
			commonOptions(raw),
		);
	},
};
