/** `stibium list`: every scenario known by name, with its question. */

import { command } from "../line/command.ts";

export const list = command({
	usage: "list",
	describe: "name the scenarios and their questions",
	async run(options) {
		const { listScenarios } = await import("../scenarios/list-scenarios.ts");
		return listScenarios(options);
	},
});
