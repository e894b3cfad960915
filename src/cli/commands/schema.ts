import type { Command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";

/** `stibium schema`: the JSON Schema of scenario files, for editors. */
export const schema: Command = {
	usage: "schema",
	describe: "print the JSON Schema of scenario files",
	words: {},
	flags: {},
	async run() {
		const { scenarioSchema } = await import("../../scenario/file/schema.ts");
		const { print } = await import("../terminal/talk.ts");
		print(JSON.stringify(scenarioSchema(), null, "\t"));
		return EXIT.done;
	},
};
