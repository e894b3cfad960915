/** Second run of a batch, in a folder that is kept on request and else removed after use. */

import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { costOf, measure } from "../../actions/batch/cost.ts";
import { shortPath } from "../../actions/paths.ts";
import { CommandError } from "../../actions/refusal.ts";
import { threadRunner } from "../../actions/threads/thread-runner.ts";
import type { Design } from "../../experiment/design.ts";
import { type BatchPlan, replicateCount } from "../../experiment/plan.ts";
import { METRICS } from "../../market/record/record.ts";
import { removeFolder } from "../../storage/disk/disk.ts";
import { DESIGN } from "../../storage/folder/design-files.ts";
import { makeResults } from "../../storage/folder/make-results.ts";
import type { Manifest } from "../../storage/folder/manifest.ts";
import {
	collectResults,
	type Results,
	readTables,
	recordFiles,
} from "../../storage/folder/read-results.ts";
import { numberWords } from "../../words/numbers.ts";
import { watched } from "../batch/watch-batch.ts";
import { say } from "../terminal/talk.ts";

/** A batch that is to be run once more. */
export interface Rerun extends Pick<Manifest["plan"], "order" | "base"> {
	readonly plan: BatchPlan;
	readonly design: Design | null;
	/** the command that made it */
	readonly command: string;
}

/** Setting of a second run. */
export interface RerunOptions {
	readonly workers: number;
	readonly quiet: boolean;
	/** place in which its results folder is kept; null: nowhere */
	readonly out: string | null;
}

/** Rows up to which no time is worth telling, let alone measuring. */
const SHORT = 2000;

/**
 * Runs a batch again, into a folder that is kept where one is asked for and removed
 * otherwise.
 *
 * @param use what is made of the results, while they stand
 * @throws {CommandError} exit 130 when it is interrupted
 */
export async function runAgain<T>(
	batch: Rerun,
	options: RerunOptions,
	use: (results: Results) => Promise<T>,
): Promise<T> {
	const { out } = options;
	if (!options.quiet) tellTime(batch.plan, options.workers);
	if (out !== null) return use(await run(batch, options, out));
	const place = await mkdtemp(join(tmpdir(), "stibium-repro-"));
	try {
		return await use(await run(batch, options, place));
	} finally {
		await removeFolder(place);
	}
}

function tellTime(plan: BatchPlan, workers: number): void {
	if (replicateCount(plan) * plan.scenarios.length <= SHORT) return;
	const { minutes } = costOf(plan, workers, measure(plan));
	if (minutes > 1)
		say(`running it again takes about ${numberWords(minutes)} minutes`);
}

async function run(
	{ plan, order, base, design, command }: Rerun,
	{ workers, quiet, out }: RerunOptions,
	destination: string,
): Promise<Results> {
	const make = (watch: Parameters<Parameters<typeof watched>[2]>[0]) =>
		makeResults({
			plan,
			order,
			base,
			design,
			command,
			destination,
			charts: false,
			warnings: [],
			openRunner: (ready) => threadRunner(ready, { workers }),
			...watch,
		});
	const end = await watched(replicateCount(plan), quiet, make, {
		isKept: out !== null,
	});
	if (end.state === "interrupted")
		throw new CommandError(
			`interrupted before the end${out === null ? "" : `; what is finished is kept in ${shortPath(end.folder)}/`}`,
			"interrupted",
		);
	if (design) await recordFiles(end.folder, [DESIGN]);
	return readTables(
		await collectResults(end),
		METRICS.map(({ name }) => name),
	);
}
