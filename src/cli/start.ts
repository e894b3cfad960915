/** Entry of `npm start`: the comparison that answers the main question, with its report. */

import { runCli } from "./run-cli.ts";

/**
 * Command line of the main job: effects of Chinese restrictions, and of a refinery in Pakistan.
 * Flags that a user adds come after it and count last.
 */
const MAIN_JOB = [
	"compare",
	"no-restrictions",
	"as-happened",
	"ban-returns",
	"pakistan-refinery",
	"-n",
	"600",
	"--seed",
	"42",
	"--report",
];

process.exitCode = await runCli([...MAIN_JOB, ...process.argv.slice(2)]);
