/** Entry for the tab key of a shell: words of a line in, those that may follow out, with meanings. */

import { writeSync } from "node:fs";
import { COMMANDS } from "./commands/all.ts";
import { answers } from "./completion/answer.ts";

const found = await answers(process.argv.slice(2), COMMANDS);
const STDOUT = 1;
writeSync(
	STDOUT,
	found.map(({ word, meaning }) => `${word}\t${meaning}\n`).join(""),
);
