/** Does what several command lines say, one after another, in one process; a null byte parts their answers. */
import { writeSync } from "node:fs";
import { runCli } from "../../dist/cli/run-cli.js";

const STDOUT = 1;
const STDERR = 2;
const END = "\0";

for (const words of JSON.parse(process.argv[2])) {
	const code = await runCli(words);
	writeSync(STDOUT, `${code}${END}`);
	writeSync(STDERR, END);
}
