/** Last steps of a batch: tables from blocks, their check, the manifest, the blocks removed. */

import { join } from "node:path";
import type { FinishedBlocks } from "../../experiment/finished-blocks.ts";
import { monthBands } from "../../experiment/month-bands.ts";
import { type BatchPlan, blocksOf } from "../../experiment/plan.ts";
import { findSound } from "../../experiment/sound-replicates.ts";
import { summarise } from "../../experiment/summarise.ts";
import type { BatchSummary } from "../../experiment/tables.ts";
import { JOURNAL } from "../blocks/block-journal.ts";
import { openBlocks, readJournalOfPlan } from "../blocks/disk-blocks.ts";
import { asStopped, syncFolder } from "../disk/atomic-write.ts";
import { removeFolder, standingAt } from "../disk/disk.ts";
import { checkFiles, hashFile, type RecordedFile } from "../disk/file-hash.ts";
import { CorruptResultsError } from "../errors.ts";
import { writeMonths } from "../tables/months-parquet.ts";
import { writePaths } from "../tables/paths-parquet.ts";
import { RUNS, writeRuns } from "../tables/runs-parquet.ts";
import { RunsFile } from "../tables/runs-reader.ts";
import { writeSummary } from "../tables/summary-files.ts";
import { ENSEMBLE } from "./ensemble-file.ts";
import { MANIFEST, type Manifest, writeManifest } from "./manifest.ts";

/** Folder of blocks, relative to their results folder. */
export const BLOCKS = "blocks";

/** A finished batch, in memory and on disk. */
export interface FinishedResults {
	readonly manifest: Manifest;
	readonly summary: BatchSummary;
}

/** Clock of a batch that is finished, and the signal that may stop it. */
export interface FinishWatch {
	/** tells the program, the end, in UTC, and the seconds spent */
	readonly end: () => Promise<Pick<Manifest, "stibium" | "end" | "seconds">>;
	/** when it fires, finishing stops with its reason and may be begun again */
	readonly signal?: AbortSignal;
}

/**
 * Makes the tables of a batch whose blocks are all on disk or lost, checks them, writes
 * the manifest as complete, and only then removes the blocks, save those of a shard,
 * which a merge will want. May be begun again.
 *
 * @param running the manifest as it stands
 * @throws {CorruptResultsError} when a block or what was made of it is not as written
 */
export async function finishResults(
	folder: string,
	plan: BatchPlan,
	running: Manifest,
	{ end, signal }: FinishWatch,
): Promise<FinishedResults> {
	const { hash } = running.plan;
	const inputs = running.files.filter(isInput);
	await checkFiles(folder, inputs);
	const finished = await openBlocks(folder, plan, hash, signal);
	const runs = await writeRuns(folder, plan, hash, finished);
	const summary = await checkedSummary(folder, running, runs.digest);
	const files = [
		...inputs,
		runs.file,
		...(await monthFiles(folder, plan, running, finished)),
		...(await writeSummary(folder, summary, {
			plan: hash,
			digest: runs.digest,
		})),
		...(plan.shard ? await blockLists(folder) : []),
	];
	const manifest: Manifest = {
		...running,
		state: "complete",
		...(await end()),
		blocks: await blockRecords(folder, plan, hash),
		failures: [...runs.failures],
		digest: runs.digest,
		files,
	};
	await writeManifest(folder, manifest);
	if (!plan.shard) await removeBlocks(folder);
	return { manifest, summary };
}

/** True when a file is one of the scenarios written out, or the ensemble they begin from. */
export const isInput = ({ name }: RecordedFile) =>
	name.startsWith("scenarios/") || name === ENSEMBLE;

/** The summary from the runs as they stand on disk, once these have proved to be whole. */
async function checkedSummary(
	folder: string,
	{ scenarios, plan }: Manifest,
	digest: string,
): Promise<BatchSummary> {
	const runs = await RunsFile.open(
		folder,
		scenarios.map(({ name }) => name),
	);
	try {
		if ((await runs.digest()) !== digest)
			throw new CorruptResultsError(RUNS, "it does not read back as written");
		return await summarise(runs, plan.base);
	} finally {
		await runs.close();
	}
}

async function monthFiles(
	folder: string,
	plan: BatchPlan,
	{ quantiles, plan: { hash } }: Manifest,
	finished: FinishedBlocks,
): Promise<RecordedFile[]> {
	const sound = await findSound(plan, finished);
	const table = await monthBands(plan, finished, sound);
	const months = await writeMonths(folder, table, {
		plan: hash,
		quantiles: quantiles.estimator,
	});
	return plan.keepPaths
		? [months, await writePaths(folder, plan, hash, finished)]
		: [months];
}

/**
 * The files beside the blocks of a shard, which say what these are; an empty one has no
 * journal.
 */
async function blockLists(folder: string): Promise<RecordedFile[]> {
	const files: RecordedFile[] = [];
	for (const name of [JOURNAL, `${BLOCKS}/${MANIFEST}`])
		if ((await standingAt(join(folder, name))) !== "nothing")
			files.push({ name, ...(await hashFile(join(folder, name))) });
	return files;
}

/** Fate of every block, kept or lost, for the manifest. */
export async function blockRecords(
	folder: string,
	plan: BatchPlan,
	hash: string,
): Promise<Manifest["blocks"]> {
	const journal = await readJournalOfPlan(folder, hash);
	return blocksOf(plan).flatMap(({ index, from, to }) => {
		const entry = journal.get(index);
		return entry
			? [{ index, from, to, sha256: entry.sha256, lost: entry.lost }]
			: [];
	});
}

/** Removes the blocks of a folder whose manifest is complete. */
export async function removeBlocks(folder: string): Promise<void> {
	try {
		await removeFolder(join(folder, BLOCKS));
		await syncFolder(folder);
	} catch (error) {
		throw asStopped(join(folder, BLOCKS), error);
	}
}
