/** The program that a shell asks when the tab key is pressed: words of the line in, those that may follow out, one a line, each with its meaning behind a tab. */

import { writeSync } from "node:fs";
import { COMMANDS } from "./commands/all.ts";
import { answers } from "./completion/answer.ts";

const found = await answers(process.argv.slice(2), COMMANDS);
const STDOUT = 1;
writeSync(
	STDOUT,
	found.map(({ word, meaning }) => `${word}\t${meaning}\n`).join(""),
);
