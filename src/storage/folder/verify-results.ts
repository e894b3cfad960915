/** Verification of a results folder: files against their hashes, rows against the digest. */

import { join } from "node:path";
import { standingAt } from "../disk/disk.ts";
import { fileFault, type RecordedFile } from "../disk/file-hash.ts";
import { CorruptResultsError } from "../errors.ts";
import { RUNS } from "../tables/runs-parquet.ts";
import { RunsFile } from "../tables/runs-reader.ts";
import { isInput } from "./finish-results.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { damagedBlocks, notedBlocks } from "./noted-blocks.ts";
import { isDrawn } from "./read-results.ts";

/** Findings of a verification: files checked, damaged and gone. */
export interface Verification {
	/** null when it is damaged itself */
	readonly manifest: Manifest | null;
	/** files held against what was noted of them, the manifest among them */
	readonly checked: number;
	/** files that are not as they were written, each by name */
	readonly faults: readonly CorruptResultsError[];
	/** charts and reports that do not stand there any more; they can be drawn again */
	readonly gone: readonly string[];
}

/**
 * Holds every file that a results folder notes against its SHA-256, and the digest
 * against the rows of `runs.parquet`. A batch that has not ended has scenarios and blocks.
 *
 * @throws {MissingResultsError} when it is not a results folder
 */
export async function verifyResults(folder: string): Promise<Verification> {
	const manifest = await soundManifest(folder);
	if (manifest instanceof CorruptResultsError)
		return { manifest: null, checked: 1, faults: [manifest], gone: [] };
	const gone = await goneFiles(folder, manifest.files.filter(isDrawn));
	const files = filesOf(manifest).filter(({ name }) => !gone.includes(name));
	const blocks = await notedBlocks(folder, manifest);
	const inFiles = await damagedFiles(folder, files);
	return {
		manifest,
		checked: 1 + files.length + blocks.length,
		faults: [
			...inFiles,
			...(await damagedBlocks(folder, blocks)),
			...(await wrongDigest(folder, manifest, inFiles)),
		],
		gone,
	};
}

async function soundManifest(
	folder: string,
): Promise<Manifest | CorruptResultsError> {
	try {
		return await readManifest(folder);
	} catch (error) {
		if (error instanceof CorruptResultsError) return error;
		throw error;
	}
}

/** Files that are final: all of a complete batch, the scenarios of another. */
function filesOf({ state, files }: Manifest): readonly RecordedFile[] {
	return state === "complete" ? files : files.filter(isInput);
}

async function goneFiles(
	folder: string,
	files: readonly RecordedFile[],
): Promise<readonly string[]> {
	const gone: string[] = [];
	for (const { name } of files)
		if ((await standingAt(join(folder, name))) === "nothing") gone.push(name);
	return gone;
}

async function damagedFiles(
	folder: string,
	files: readonly RecordedFile[],
): Promise<readonly CorruptResultsError[]> {
	const damaged: CorruptResultsError[] = [];
	for (const file of files) {
		const fault = await fileFault(folder, file);
		if (fault !== null) damaged.push(new CorruptResultsError(file.name, fault));
	}
	return damaged;
}

/** Error of runs whose file is whole but whose rows have not the digest of the manifest. */
async function wrongDigest(
	folder: string,
	{ state, digest, scenarios }: Manifest,
	damaged: readonly CorruptResultsError[],
): Promise<readonly CorruptResultsError[]> {
	const isUnread =
		state !== "complete" || damaged.some(({ file }) => file === RUNS);
	if (isUnread) return [];
	const names = scenarios.map(({ name }) => name);
	const runs = await RunsFile.open(folder, names);
	try {
		const found = await runs.digest();
		return found === digest
			? []
			: [
					new CorruptResultsError(
						RUNS,
						`its rows have the digest ${found}, the manifest says ${digest}`,
					),
				];
	} finally {
		await runs.close();
	}
}
