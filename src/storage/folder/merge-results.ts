/** Merge of shards that ran apart into the results of their whole batch. */

import { join } from "node:path";
import type { BatchPlan } from "../../experiment/plan.ts";
import { blockName } from "../blocks/block-file.ts";
import {
	appendToJournal,
	keptEntry,
	lostEntry,
} from "../blocks/block-journal.ts";
import { writeFileAtomically } from "../disk/atomic-write.ts";
import { readWhole } from "../disk/disk.ts";
import { whileOwning } from "../disk/owner.ts";
import { CorruptResultsError } from "../errors.ts";
import { aboutProgram } from "./about-program.ts";
import type { BatchEnd } from "./batch-end.ts";
import { type BatchWatch, completeFolder } from "./complete-folder.ts";
import { checkedPlan, type PlanReader } from "./continue-results.ts";
import {
	openFolder,
	type ScenarioText,
	writeEnsemble,
	writeScenarios,
} from "./make-results.ts";
import type { Manifest } from "./manifest.ts";
import { openManifest } from "./open-manifest.ts";
import { createResultsFolder } from "./results-folder.ts";
import { refuseOtherModel } from "./same-model.ts";
import {
	type MergedBlock,
	mergedBlocks,
	openShards,
	type ShardFolder,
} from "./shard-folders.ts";

/** Folders of a merge, and the means to make the whole of them. */
export interface MergeRequest extends Pick<BatchWatch, "signal"> {
	/** results folders of the shards; at least one */
	readonly folders: readonly string[];
	/** folder of all results */
	readonly destination: string;
	readonly readPlan: PlanReader;
	/** told as soon as the new folder and its manifest stand */
	readonly onFolder?: (folder: string) => void;
}

/**
 * Joins shards into a results folder of their own, with the digest and the tables of the
 * batch that was never divided. The shards stay as they are. A merge that stops can be
 * resumed like any batch.
 *
 * @throws {PlanMismatchError} when they are not shards of one batch
 * @throws {UnfinishedShardsError} naming the replicates that are missing
 * @throws {CorruptResultsError} naming a file that is not as it was written
 * @throws {DeterminismError} when two shards hold one block with different contents
 */
export async function mergeResults(request: MergeRequest): Promise<BatchEnd> {
	const { destination, onFolder, signal } = request;
	const shards = await openShards(request.folders);
	const { folder: source, manifest: first } = shards[0]!;
	const program = await aboutProgram();
	refuseOtherModel(source, first, program);
	const plan = wholePlan(source, first, request.readPlan);
	const blocks = mergedBlocks(plan, shards);
	const start = new Date();
	const manifest = mergedManifest(plan, shards, start, program);
	const { hash } = manifest.plan;
	const folder = await createResultsFolder(destination, start, hash);
	return whileOwning(folder, async () => {
		const texts = await scenarioTexts(source, first);
		const files = [
			...(await writeScenarios(folder, texts)),
			...(await writeEnsemble(folder, plan.ensemble)),
		];
		const opened = { ...manifest, files };
		await openFolder(folder, opened);
		onFolder?.(folder);
		return completeFolder(
			folder,
			plan,
			opened,
			{ ...(signal && { signal }) },
			() => copyBlocks(folder, hash, blocks, signal),
		);
	});
}

/** The plan of the batch of which a folder is a shard. */
function wholePlan(
	folder: string,
	manifest: Manifest,
	readPlan: PlanReader,
): BatchPlan {
	const { shard, replicates } = manifest.plan;
	const plan = {
		...manifest.plan,
		replicates: shard?.whole ?? replicates,
		shard: null,
	};
	const whole = { ...manifest, plan };
	return checkedPlan(folder, readPlan(folder, whole), whole);
}

function mergedManifest(
	plan: BatchPlan,
	shards: readonly ShardFolder[],
	start: Date,
	program: Pick<Manifest, "stibium" | "licence">,
): Manifest {
	const manifests = shards.map(({ manifest }) => manifest);
	const [first] = manifests;
	const { order, base } = first!.plan;
	const warnings = manifests.flatMap((manifest) => manifest.warnings);
	const seconds = manifests.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
	const opened = openManifest(
		plan,
		{
			order,
			base,
			command: wholeCommand(first!),
			charts: manifests.some(({ charts }) => charts),
			warnings: [...new Set(warnings)],
		},
		start,
		program,
	);
	return { ...opened, seconds };
}

/** The command that repeats the whole batch: that of a shard names the shard last. */
function wholeCommand({ command, plan: { shard } }: Manifest): string {
	return shard
		? command.replace(` --shard ${shard.index}/${shard.count}`, "")
		: command;
}

async function scenarioTexts(
	folder: string,
	{ scenarios }: Manifest,
): Promise<readonly ScenarioText[]> {
	const decoder = new TextDecoder();
	return Promise.all(
		scenarios.map(async ({ name, file }) => ({
			name,
			text: decoder.decode(await readWhole(join(folder, file))),
		})),
	);
}

async function copyBlocks(
	folder: string,
	hash: string,
	blocks: readonly MergedBlock[],
	signal?: AbortSignal,
): Promise<"complete" | "interrupted"> {
	for (const block of blocks) {
		if (signal?.aborted) return "interrupted";
		await copyBlock(folder, hash, block);
	}
	return "complete";
}

async function copyBlock(
	folder: string,
	hash: string,
	{ folder: source, block }: MergedBlock,
): Promise<void> {
	const { sha256, lost } = block;
	if (sha256 === null)
		return appendToJournal(folder, lostEntry(hash, block, lost ?? ""));
	const name = blockName(block);
	const bytes = await readWhole(join(source, name));
	const written = await writeFileAtomically(join(folder, name), bytes);
	if (written.sha256 !== sha256)
		throw new CorruptResultsError(
			join(source, name),
			"it changed while it was read",
		);
	return appendToJournal(folder, keptEntry(hash, block, written));
}
