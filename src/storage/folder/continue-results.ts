/** Resumption of an interrupted batch from what its results folder still holds. */

import { join } from "node:path";
import { type BatchPlan, planHash } from "../../experiment/plan.ts";
import { removeTemporaries } from "../disk/atomic-write.ts";
import { standingAt } from "../disk/disk.ts";
import { checkFiles } from "../disk/file-hash.ts";
import { whileOwning } from "../disk/owner.ts";
import {
	CorruptResultsError,
	MissingResultsError,
	PlanMismatchError,
} from "../errors.ts";
import { readSummary } from "../tables/summary-files.ts";
import { aboutProgram } from "./about-program.ts";
import type { BatchEnd } from "./batch-end.ts";
import {
	type BatchWatch,
	completeBatch,
	runIntoFolder,
} from "./complete-folder.ts";
import { BLOCKS, isInput, removeBlocks } from "./finish-results.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { damagedBlocks, notedBlocks } from "./noted-blocks.ts";
import { refuseOtherModel } from "./same-model.ts";

/** Makes the plan of a folder from its manifest and its scenarios. */
export type PlanReader = (folder: string, manifest: Manifest) => BatchPlan;

/**
 * Goes on with a results folder whose batch did not end: blocks on disk that are as they
 * were written are kept, the others run, and the tables are made. The digest is that of
 * a batch that was never interrupted. The tables of a complete folder are left as they
 * are, unless it is a shard with damaged blocks.
 *
 * @throws {BusyResultsError} when somebody else works in the folder and goes on to
 * @throws {PlanMismatchError} when another model began it, or the plan is another
 * @throws {CorruptResultsError} when what decides the numbers is damaged
 */
export async function continueResults(
	folder: string,
	readPlan: PlanReader,
	watch: BatchWatch,
): Promise<BatchEnd> {
	const manifest = await manifestOrCopy(folder, watch.tell);
	if (manifest.state === "complete" && !(await hasBlocks(folder)))
		return completeAlready(folder, manifest);
	return whileOwning(folder, () => goOn(folder, readPlan, watch));
}

const hasBlocks = async (folder: string) =>
	(await standingAt(join(folder, BLOCKS))) === "folder";

async function goOn(
	folder: string,
	readPlan: PlanReader,
	watch: BatchWatch,
): Promise<BatchEnd> {
	const manifest = await manifestOrCopy(folder);
	await removeTemporaries(folder);
	if (manifest.state === "complete") {
		if (!manifest.plan.shard) await removeBlocks(folder);
		const damaged = await damagedBlocks(
			folder,
			await notedBlocks(folder, manifest),
		);
		if (damaged.length === 0) return completeAlready(folder, manifest);
	}
	refuseOtherModel(folder, manifest, await aboutProgram());
	await checkFiles(folder, manifest.files.filter(isInput));
	const plan = checkedPlan(folder, readPlan(folder, manifest), manifest);
	return runIntoFolder(folder, plan, manifest, watch);
}

const completeAlready = async (
	folder: string,
	manifest: Manifest,
): Promise<BatchEnd> =>
	completeBatch({
		folder,
		manifest,
		plan: null,
		summary: await readSummary(folder),
	});

/** The manifest of a folder, or, where that is damaged or gone, its copy beside the blocks. */
async function manifestOrCopy(
	folder: string,
	tell: BatchWatch["tell"] = () => {},
): Promise<Manifest> {
	try {
		return await readManifest(folder);
	} catch (error) {
		if (
			!(error instanceof CorruptResultsError) &&
			!(error instanceof MissingResultsError)
		)
			throw error;
		const copy = await readManifest(join(folder, BLOCKS)).catch(() => null);
		if (!copy) throw error;
		tell(`${error.message}; it is made again from ${BLOCKS}/`);
		return copy;
	}
}

/** The plan, if it is that of the folder; its paths are kept as the folder's blocks keep them. */
export function checkedPlan(
	folder: string,
	plan: BatchPlan,
	manifest: Manifest,
): BatchPlan {
	const { hash, keepPaths } = manifest.plan;
	const found = planHash(plan);
	if (hash !== found)
		throw new PlanMismatchError(
			`${folder} holds plan ${hash.slice(0, 6)}, not ${found.slice(0, 6)}: scenarios, calibration, seed, range or streams differ`,
		);
	return { ...plan, keepPaths };
}
