/** Entry of `npm start`: the comparison that answers the main question, with its report. */

import { runCli } from "./run-cli.ts";

/** The main job: what Chinese restrictions do, and what a Pakistani refinery would change. Flags after it count last. */
const MAIN_JOB = [
	...["compare", "no-restrictions", "as-happened", "ban-returns"],
	...["pakistan-refinery", "-n", "600", "--seed", "42", "--report"],
];

process.exitCode = await runCli([...MAIN_JOB, ...process.argv.slice(2)]);
