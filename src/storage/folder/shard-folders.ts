/** Folders of shards, read for a merge: one batch, complete between them, without conflict. */

import { join } from "node:path";
import { type BatchPlan, blocksOf } from "../../experiment/plan.ts";
import { blockName } from "../blocks/block-file.ts";
import { checkFiles } from "../disk/file-hash.ts";
import {
	CorruptResultsError,
	DeterminismError,
	PlanMismatchError,
	UnfinishedShardsError,
} from "../errors.ts";
import { isInput } from "./finish-results.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { damagedBlocks, type NotedBlock, notedBlocks } from "./noted-blocks.ts";
import { isSameModel, programWords } from "./same-model.ts";

/** A results folder that holds some blocks of a batch, every file of it checked. */
export interface ShardFolder {
	readonly folder: string;
	readonly manifest: Manifest;
	readonly blocks: readonly NotedBlock[];
}

/**
 * Reads the folders of shards of one batch.
 *
 * @throws {PlanMismatchError} when one is whole already, or of another batch than the first
 * @throws {CorruptResultsError} naming the first file that is not as it was written
 */
export async function openShards(
	folders: readonly string[],
): Promise<readonly ShardFolder[]> {
	const shards: ShardFolder[] = [];
	for (const folder of folders) shards.push(await openShard(folder));
	for (const shard of shards) refuseUnlike(shards[0]!, shard);
	for (const shard of shards) await checkShard(shard);
	return shards;
}

async function openShard(folder: string): Promise<ShardFolder> {
	const manifest = await readManifest(folder);
	if (manifest.state === "complete" && !manifest.plan.shard)
		throw new PlanMismatchError(
			`${folder} is a whole batch already; expected the folders of its shards`,
		);
	return { folder, manifest, blocks: await notedBlocks(folder, manifest) };
}

async function checkShard(shard: ShardFolder): Promise<void> {
	const { folder, manifest, blocks } = shard;
	await checkFiles(folder, manifest.files.filter(isInput));
	const [damaged] = await damagedBlocks(folder, blocks);
	if (damaged)
		throw new CorruptResultsError(
			join(folder, damaged.file),
			`${damaged.found}; \`stibium resume ${folder}\` computes it again`,
		);
}

function refuseUnlike(first: ShardFolder, other: ShardFolder): void {
	const difference = differenceOf(first.manifest, other.manifest);
	if (difference)
		throw new PlanMismatchError(
			`${first.folder} and ${other.folder} are not of one batch: ${difference}`,
		);
}

/** The first thing in which two batches differ, in words; null when they are one. */
function differenceOf(a: Manifest, b: Manifest): string | null {
	const words: readonly (readonly [string, (manifest: Manifest) => unknown])[] =
		[
			["seed", ({ plan }) => plan.seed],
			["replicates", ({ plan }) => wholeOf(plan)],
			["scenarios", ({ scenarios }) => scenarios.map(({ name }) => name)],
			["base", ({ plan }) => plan.base],
			["parameters", ({ plan }) => plan.parameters],
			["ensemble", ({ plan }) => plan.ensemble?.sha256 ?? "none"],
			["without", ({ plan }) => plan.without],
			["kept paths", ({ plan }) => plan.keepPaths],
			["streams", ({ stream }) => stream],
			["plan", ({ plan }) => plan.hash.slice(0, 6)],
		];
	if (!isSameModel(a.stibium, b.stibium))
		return `made by ${programWords(a.stibium)} and ${programWords(b.stibium)}`;
	for (const [what, read] of words) {
		const [one, other] = [read(a), read(b)].map((value) =>
			JSON.stringify(value),
		);
		if (one !== other) return `${what} ${one} and ${other}`;
	}
	return null;
}

/** The replicates of the whole batch, as a user counts them. */
function wholeOf({ shard, replicates }: Manifest["plan"]): string {
	const { from, to } = shard?.whole ?? replicates;
	return `${from} to ${to - 1}`;
}

/** A block of the whole batch and the folder that holds it. */
export interface MergedBlock {
	readonly folder: string;
	readonly block: NotedBlock;
}

/**
 * Every block of a plan from the folders of its shards. One that stands in two of them
 * must be the same in both; one that was lost counts only where nobody has it.
 *
 * @throws {DeterminismError} when two differ
 * @throws {UnfinishedShardsError} naming the replicates that no folder has
 */
export function mergedBlocks(
	plan: BatchPlan,
	shards: readonly ShardFolder[],
): readonly MergedBlock[] {
	const merged = new Map<number, MergedBlock>();
	for (const { folder, blocks } of shards)
		for (const block of blocks) {
			const known = merged.get(block.index);
			if (known) refuseConflict(known, { folder, block });
			if (!known || known.block.sha256 === null)
				merged.set(block.index, { folder, block });
		}
	refuseMissing(plan, merged);
	return [...merged.values()].sort((a, b) => a.block.index - b.block.index);
}

function refuseConflict(known: MergedBlock, other: MergedBlock): void {
	const hashes = [known, other].map(({ block }) => block.sha256);
	if (hashes.includes(null) || hashes[0] === hashes[1]) return;
	const [one, two] = [known, other].map(({ folder, block }) =>
		join(folder, blockName(block)),
	);
	throw new DeterminismError(`${one} and ${two} differ`);
}

function refuseMissing(
	plan: BatchPlan,
	merged: ReadonlyMap<number, unknown>,
): void {
	const ranges: { from: number; to: number }[] = [];
	for (const { index, from, to } of blocksOf(plan)) {
		if (merged.has(index)) continue;
		const last = ranges.at(-1);
		if (last?.to === from) last.to = to;
		else ranges.push({ from, to });
	}
	if (ranges.length === 0) return;
	const words = ranges.map(({ from, to }) => `${from} to ${to - 1}`);
	throw new UnfinishedShardsError(
		`replicates ${words.join(", ")} are missing; run or resume the shards that have them, and merge again`,
	);
}
