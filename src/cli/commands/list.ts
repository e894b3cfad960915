import type { Command } from "../line/command.ts";
import { commonOptions } from "../line/raw-options.ts";

/** `stibium list`: every scenario known by name, with its question. */
export const list: Command = {
	usage: "list",
	describe: "name the scenarios and their questions",
	words: {},
	flags: {},
	async run(raw) {
		const { listScenarios } = await import("../scenarios/list-scenarios.ts");
		return listScenarios(commonOptions(raw));
	},
};
