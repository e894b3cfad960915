import type { Command } from "../command.ts";
import { commonOptions } from "../raw-options.ts";

/** `stibium list`: every scenario known by name, with its question. */
export const list: Command = {
	usage: "list",
	describe: "name the scenarios and their questions",
	words: {},
	flags: {},
	async run(raw) {
		const { listScenarios } = await import("../list-scenarios.ts");
		return listScenarios(commonOptions(raw));
	},
};
