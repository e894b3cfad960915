/** Reproduction of a results folder: its batch run again, its tables and figures compared. */

import { join } from "node:path";
import { folderPlan } from "../../actions/batch/folder-plan.ts";
import { standingAt } from "../../storage/disk/disk.ts";
import { checkFiles, type RecordedFile } from "../../storage/disk/file-hash.ts";
import { IncompleteResultsError } from "../../storage/errors.ts";
import { readDesign } from "../../storage/folder/design-files.ts";
import { BLOCKS } from "../../storage/folder/finish-results.ts";
import { type Manifest, readManifest } from "../../storage/folder/manifest.ts";
import { isDrawn, type Results } from "../../storage/folder/read-results.ts";
import { tableDifference } from "../../storage/tables/compare-tables.ts";
import { MONTHS } from "../../storage/tables/months-parquet.ts";
import { RUNS } from "../../storage/tables/runs-parquet.ts";
import {
	readSummary,
	SUMMARY_JSON,
} from "../../storage/tables/summary-files.ts";
import { findCauses } from "./repro-causes.ts";
import { digestDifference } from "./repro-figure.ts";
import { figuresIn, reproFigures } from "./repro-figures.ts";
import type { Reproduction } from "./reproduction.ts";
import { type RerunOptions, runAgain } from "./rerun.ts";
import { firstUnlike } from "./unlike.ts";

/**
 * Runs the plan of a results folder again and holds everything in the folder against it.
 * Of a published folder, which has no runs, what is there is compared.
 *
 * @throws {IncompleteResultsError} when its batch has not ended
 * @throws {CorruptResultsError} naming the file that is not as it was written
 */
export async function reproResults(
	folder: string,
	options: RerunOptions,
): Promise<Reproduction> {
	const manifest = await readManifest(folder);
	if (manifest.state !== "complete")
		throw new IncompleteResultsError(
			`${folder} is ${manifest.state}: its batch has not ended`,
		);
	const present = await presentFiles(folder, manifest);
	await checkFiles(folder, present);
	const plan = folderPlan(folder, manifest);
	const causes = await findCauses(manifest, plan);
	const figures = await figuresIn(folder);
	const { order, base } = manifest.plan;
	const { command, digest } = manifest;
	const design = await readDesign(folder);
	const has = (name: string) => present.some((file) => file.name === name);
	return runAgain(
		{ plan, order, base, design, command },
		options,
		async (again) => {
			const charts = await reproFigures(figures, manifest, again);
			return {
				of: "results",
				name: folder,
				digest: { stored: digest, found: again.manifest.digest },
				compared: [
					...[RUNS, MONTHS, SUMMARY_JSON].filter(has),
					...charts.compared,
				],
				kept: options.out === null ? null : again.folder,
				sameFile: null,
				notes: [...causes.notes, ...absent(has), ...charts.notes],
				differences: [
					...causes.differences,
					...digestDifference({ digest }, again.manifest.digest),
					...(await tables(folder, again, has)),
					...(has(SUMMARY_JSON) ? await summaries(folder, again) : []),
					...charts.differences,
				],
			};
		},
	);
}

/** Files that must be as they were written: of a published folder those that are there, and its scenarios. */
async function presentFiles(
	folder: string,
	{ files, scenarios }: Manifest,
): Promise<readonly RecordedFile[]> {
	const isPublished = (await standingAt(join(folder, RUNS))) === "nothing";
	const needed = scenarios.map(({ file }) => file);
	const present: RecordedFile[] = [];
	for (const file of files) {
		const { name } = file;
		if (name.startsWith(`${BLOCKS}/`)) continue;
		const mayBeGone = isDrawn(file) || (isPublished && !needed.includes(name));
		const isGone = (await standingAt(join(folder, name))) === "nothing";
		if (!isGone || !mayBeGone) present.push(file);
	}
	return present;
}

function absent(has: (name: string) => boolean): readonly string[] {
	const gone = [RUNS, MONTHS, SUMMARY_JSON].filter((name) => !has(name));
	return gone.length === 0
		? []
		: [`not compared, for the folder does not hold it: ${gone.join(", ")}`];
}

async function tables(
	folder: string,
	again: Results,
	has: (name: string) => boolean,
): Promise<readonly string[]> {
	const found: string[] = [];
	for (const name of [RUNS, MONTHS] as const) {
		const unlike = has(name)
			? await tableDifference(name, folder, again.folder)
			: null;
		if (unlike !== null) found.push(unlike);
	}
	return found;
}

async function summaries(
	folder: string,
	{ summary }: Results,
): Promise<readonly string[]> {
	const unlike = firstUnlike(await readSummary(folder), summary);
	return unlike === null ? [] : [`${SUMMARY_JSON} differs at ${unlike}`];
}
