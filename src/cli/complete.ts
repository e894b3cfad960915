import { writeSync } from "node:fs";
import { COMMANDS } from "./commands/all.ts";
import { answers } from "./completion/answer.ts";
import { COMMON_FLAGS } from "./line/common-flags.ts";

/*
 * What a shell asks when the tab key is pressed: the words of the line go in, those that may
 * follow come out, one a line, each with its meaning behind a tab.
 */
const found = await answers(process.argv.slice(2), COMMANDS, COMMON_FLAGS);
const STDOUT = 1;
writeSync(
	STDOUT,
	found.map(({ word, meaning }) => `${word}\t${meaning}\n`).join(""),
);
