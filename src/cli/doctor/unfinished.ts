/** Check for batches that were interrupted and can be resumed. */

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { shortPath } from "../../actions/paths.ts";
import { isOwned } from "../../storage/disk/owner.ts";
import { CorruptResultsError } from "../../storage/errors.ts";
import { readManifest } from "../../storage/folder/manifest.ts";
import { LATEST } from "../../storage/folder/results-folder.ts";
import { resumeLine } from "../line/repeat-line.ts";
import { absent, type Finding, works } from "./finding.ts";

const WHAT = "batches";
/** Folders that are told of one by one. */
const MOST_TOLD = 5;

/** Batches that were stopped or killed, newest first, each with the line that goes on with it. */
export async function lookAtBatches(
	destination: string,
): Promise<readonly Finding[]> {
	const names = await readdir(destination).catch(() => []);
	const found: Finding[] = [];
	for (const name of names
		.filter((one) => one !== LATEST)
		.sort()
		.reverse()) {
		const folder = join(destination, name);
		const problem = await findProblem(folder);
		if (problem !== null)
			found.push(
				absent(WHAT, `${shortPath(folder)}/ ${problem}`, resumeLine(folder)),
			);
	}
	if (found.length === 0) return [works(WHAT, "none was interrupted")];
	const rest = found.length - MOST_TOLD;
	return rest <= 0 ? found : [...found.slice(0, MOST_TOLD), more(rest)];
}

const more = (count: number): Finding =>
	absent(
		WHAT,
		`${count} older ones did not end either`,
		"resume or remove them",
	);

/** Reason to resume a folder; null for one that is complete, at work, or no results folder. */
async function findProblem(folder: string): Promise<string | null> {
	try {
		const { state } = await readManifest(folder);
		return state === "complete" || (await isOwned(folder))
			? null
			: "was interrupted";
	} catch (error) {
		return error instanceof CorruptResultsError
			? "has a damaged manifest"
			: null;
	}
}
