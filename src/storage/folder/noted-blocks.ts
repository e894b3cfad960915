/** Blocks that a results folder says it holds, and the check of each against its hash. */

import { blockName } from "../blocks/block-file.ts";
import { readJournalOfPlan } from "../blocks/disk-blocks.ts";
import { fileFault } from "../disk/file-hash.ts";
import { CorruptResultsError } from "../errors.ts";
import type { Manifest } from "./manifest.ts";

/** Note of a block in a results folder: its range, and its SHA-256 or the reason it was lost. */
export type NotedBlock = Manifest["blocks"][number];

/**
 * The blocks that stand in a results folder by its own word: that of the manifest once it
 * is complete, before that of the journal. A whole batch keeps none.
 */
export async function notedBlocks(
	folder: string,
	{ state, plan, blocks }: Manifest,
): Promise<readonly NotedBlock[]> {
	if (state === "complete") return plan.shard ? blocks : [];
	const journal = await readJournalOfPlan(folder, plan.hash);
	return [...journal.values()].map(({ index, from, to, sha256, lost }) => ({
		index,
		from,
		to,
		sha256,
		lost,
	}));
}

/** An error for each block in a folder that is not as it was written. */
export async function damagedBlocks(
	folder: string,
	blocks: readonly NotedBlock[],
): Promise<readonly CorruptResultsError[]> {
	const damaged: CorruptResultsError[] = [];
	for (const { sha256, ...block } of blocks) {
		if (sha256 === null) continue;
		const name = blockName(block);
		const fault = await fileFault(folder, { name, sha256 });
		if (fault !== null) damaged.push(new CorruptResultsError(name, fault));
	}
	return damaged;
}
