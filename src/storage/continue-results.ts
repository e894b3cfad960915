import { type BatchPlan, planHash } from "../experiment/plan.ts";
import { removeTemporaries } from "./atomic-write.ts";
import { PlanMismatchError } from "./errors.ts";
import { removeBlocks } from "./finish-results.ts";
import {
	type BatchEnd,
	type BatchWatch,
	completeBatch,
	runIntoFolder,
} from "./make-results.ts";
import { readManifest } from "./manifest.ts";
import { readSummary } from "./summary-files.ts";

/**
 * Goes on with a results folder whose batch did not end: blocks on disk that are as they
 * were written are kept, the others run, and the tables are made. The digest is that of
 * a batch that was never interrupted. The tables of a complete
 * folder are left as they are.
 *
 * @param plan the plan of the folder, made from its manifest and scenarios
 * @throws {PlanMismatchError} when the folder holds another plan
 */
export async function continueResults(
	folder: string,
	plan: BatchPlan,
	watch: BatchWatch,
): Promise<BatchEnd> {
	const manifest = await readManifest(folder);
	const hash = planHash(plan);
	if (manifest.plan.hash !== hash)
		throw new PlanMismatchError(
			`${folder} holds plan ${manifest.plan.hash.slice(0, 6)}, not ${hash.slice(0, 6)}: scenarios, seed, range or streams differ`,
		);
	await removeTemporaries(folder);
	if (manifest.state === "complete") {
		await removeBlocks(folder);
		return completeBatch(folder, plan, manifest, await readSummary(folder));
	}
	const { keepPaths } = manifest.plan;
	return runIntoFolder(folder, { ...plan, keepPaths }, manifest, watch);
}
