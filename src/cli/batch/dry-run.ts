/** The words of `--dry-run`: what a batch would take. */

import { type Cost, costOf, measure } from "../../actions/batch/cost.ts";
import type { BatchPlan } from "../../experiment/plan.ts";
import { numberWords } from "../../words/numbers.ts";
import type { BatchLine } from "../line/batch-options.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { print } from "../terminal/talk.ts";

/** Tells what a batch would take, from a few replicates that nobody keeps. */
export function tellCost(plan: BatchPlan, options: BatchLine): ExitCode {
	const cost = costOf(plan, options.workers, measure(plan));
	print(options.json ? JSON.stringify(cost) : costWords(cost, options));
	return EXIT.done;
}

/** A few measured replicates tell two digits and no more. */
const about = (value: number) =>
	`about ${numberWords(Number(value.toPrecision(2)))}`;

function costWords(
	{ scenarios, replicates, secondsPerReplicate, minutes, megabytes }: Cost,
	{ workers, aim }: BatchLine,
): string {
	const most = aim === null ? "" : " at most";
	return [
		`replicates  ${replicates}${most} of ${scenarios} scenario${scenarios === 1 ? "" : "s"}`,
		`minutes     ${about(minutes)}${most} on ${workers} thread${workers === 1 ? "" : "s"}, at ${about(1000 * secondsPerReplicate)} ms a replicate of all scenarios (measured here)`,
		`megabytes   ${about(megabytes.most)}${most} while it runs, ${about(megabytes.left)} when it has ended, before compression and charts`,
	].join("\n");
}
