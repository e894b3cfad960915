/** `stibium schema`: the JSON Schema of scenario files, for editors. */

import { command } from "../line/command.ts";
import { EXIT } from "../line/exit-codes.ts";

export const schema = command({
	usage: "schema",
	describe: "print the JSON Schema of scenario files",
	async run() {
		const { scenarioSchema } = await import("../../scenario/file/schema.ts");
		const { print } = await import("../terminal/talk.ts");
		print(JSON.stringify(scenarioSchema(), null, "\t"));
		return EXIT.done;
	},
});
