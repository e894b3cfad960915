import { scenarioSchema } from "../../scenario/schema.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { print } from "../talk.ts";

/** `stibium schema`: the JSON Schema of scenario files. */
export async function schema(): Promise<ExitCode> {
	print(JSON.stringify(scenarioSchema(), null, "\t"));
	return EXIT.done;
}
