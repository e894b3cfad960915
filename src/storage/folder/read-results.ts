/** Complete results folders, read back: what a batch was, and its tables. */

import { join } from "node:path";
import type { Design } from "../../experiment/design.ts";
import type {
	BatchSummary,
	MonthTable,
	RunTable,
} from "../../experiment/tables.ts";
import { checkFiles, hashFile, type RecordedFile } from "../disk/file-hash.ts";
import {
	CorruptResultsError,
	IncompleteResultsError,
	StorageError,
} from "../errors.ts";
import { MONTHS, readMonths } from "../tables/months-parquet.ts";
import { RUNS } from "../tables/runs-parquet.ts";
import { RunsFile } from "../tables/runs-reader.ts";
import { readSummary, SUMMARY_JSON } from "../tables/summary-files.ts";
import type { CompleteBatch } from "./batch-end.ts";
import { readDesign } from "./design-files.ts";
import { BLOCKS } from "./finish-results.ts";
import { type Manifest, readManifest, writeManifest } from "./manifest.ts";
import { type ScenarioReader, storedScenarios } from "./stored-scenarios.ts";

/** A complete results folder without its tables: all that is small. */
export interface OpenedResults {
	readonly folder: string;
	readonly manifest: Manifest;
	readonly summary: BatchSummary;
	/** relation of its scenarios to each other; null where they stand for themselves */
	readonly design: Design | null;
	/** a scenario of the batch by name, read when first asked for, and once */
	readonly scenario: ScenarioReader;
}

/** A complete results folder, every bit of it as it was written. */
export interface Results extends OpenedResults {
	readonly runs: RunTable;
	/**
	 * Values of one sound replicate, whether or not their columns are in memory; NaN where
	 * there is none.
	 */
	row(
		scenario: string,
		replicate: number,
		columns: readonly string[],
	): Promise<Float64Array>;
	readonly months: MonthTable;
}

/** Files that may be drawn anew or thrown away without harm to the numbers. */
export const isDrawn = ({ name }: Pick<RecordedFile, "name">) =>
	name.startsWith("charts/") || name.startsWith("report");

/** True for files that no table is read from: only a merge looks at the blocks of a shard. */
const isBeside = (file: RecordedFile) =>
	isDrawn(file) || file.name.startsWith(`${BLOCKS}/`);

const isTable = ({ name }: RecordedFile) => name === RUNS || name === MONTHS;

/**
 * Reads a complete results folder. The SHA-256 of every file that holds numbers is
 * checked first; charts and reports may be missing.
 *
 * @param columns metrics and parameters to hold in memory; all when absent
 * @throws {MissingResultsError} when it is not a results folder
 * @throws {IncompleteResultsError} when its batch has not ended
 * @throws {CorruptResultsError} naming the file that is not as it was written
 */
export async function readResults(
	folder: string,
	columns?: readonly string[],
): Promise<Results> {
	return readTables(await openResults(folder), columns);
}

/**
 * Opens a complete results folder whose files are all as they were written; its tables
 * are checked and read by `readTables`.
 *
 * @throws as `readResults`
 */
export async function openResults(folder: string): Promise<OpenedResults> {
	const manifest = await completeManifest(folder);
	await checkFiles(
		folder,
		manifest.files.filter((file) => !isBeside(file) && !isTable(file)),
	);
	return {
		folder,
		manifest,
		summary: await named(SUMMARY_JSON, () => readSummary(folder)),
		design: await readDesign(folder),
		scenario: storedScenarios(folder, manifest),
	};
}

/** Results of a batch that has just ended, opened without reading again what is in memory. */
export async function collectResults(
	batch: CompleteBatch,
): Promise<OpenedResults> {
	const { folder, manifest, summary, plan } = batch;
	if (plan === null) return openResults(folder);
	return {
		folder,
		manifest,
		summary,
		design: await readDesign(folder),
		scenario: storedScenarios(folder, manifest, plan.scenarios),
	};
}

/**
 * The tables of a results folder that is open.
 *
 * @param columns metrics and parameters of the runs to hold in memory; all when absent
 * @throws {CorruptResultsError} naming the table that is not as it was written
 */
export async function readTables(
	opened: OpenedResults,
	columns?: readonly string[],
): Promise<Results> {
	const { folder, manifest } = opened;
	await checkFiles(folder, manifest.files.filter(isTable));
	const names = manifest.scenarios.map(({ name }) => name);
	return {
		...opened,
		runs: await named(RUNS, () =>
			withRuns(folder, names, (runs) => runs.table(columns)),
		),
		row: (scenario, replicate, some) =>
			named(RUNS, () =>
				withRuns(folder, names, (runs) => runs.row(scenario, replicate, some)),
			),
		months: await named(MONTHS, () => readMonths(folder)),
	};
}

/**
 * The manifest of a complete results folder whose files that hold numbers are all as they
 * were written.
 *
 * @throws as `readResults`
 */
export async function checkedManifest(folder: string): Promise<Manifest> {
	const manifest = await completeManifest(folder);
	await checkFiles(
		folder,
		manifest.files.filter((file) => !isBeside(file)),
	);
	return manifest;
}

async function completeManifest(folder: string): Promise<Manifest> {
	const manifest = await readManifest(folder);
	if (manifest.state === "complete") return manifest;
	throw new IncompleteResultsError(
		`${folder} is ${manifest.state}: its batch has not ended`,
	);
}

async function withRuns<T>(
	folder: string,
	scenarios: readonly string[],
	read: (runs: RunsFile) => Promise<T>,
): Promise<T> {
	const runs = await RunsFile.open(folder, scenarios);
	try {
		return await read(runs);
	} finally {
		await runs.close();
	}
}

/** Reads a file that was written whole; an error inside it becomes one that names the file. */
async function named<T>(file: string, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof StorageError) throw error;
		throw new CorruptResultsError(
			file,
			error instanceof Error ? error.message : String(error),
		);
	}
}

/**
 * Notes files that were added to a complete folder, e.g. charts, in its manifest.
 *
 * @param names relative to the folder, with `/`
 */
export async function recordFiles(
	folder: string,
	names: readonly string[],
): Promise<void> {
	const manifest = await readManifest(folder);
	const added = await Promise.all(
		names.map(async (name) => ({
			name,
			...(await hashFile(join(folder, name))),
		})),
	);
	const kept = manifest.files.filter(({ name }) => !names.includes(name));
	await writeManifest(folder, { ...manifest, files: [...kept, ...added] });
}
