/** Completion of a results folder: missing blocks are brought, then its tables are made. */

import { join } from "node:path";
import { type BatchPlan, blocksOf } from "../../experiment/plan.ts";
import {
	type BatchProgress,
	type BlockRunner,
	runBatch,
} from "../../experiment/run-batch.ts";
import { blocksOnDisk, diskSink } from "../blocks/disk-blocks.ts";
import { ensureFolderOrStop } from "../disk/atomic-write.ts";
import { DeterminismError } from "../errors.ts";
import { readSummary } from "../tables/summary-files.ts";
import type { BatchEnd, CompleteBatch, InterruptedBatch } from "./batch-end.ts";
import { BLOCKS, blockRecords, finishResults } from "./finish-results.ts";
import {
	type Manifest,
	type Program,
	readManifest,
	writeManifest,
} from "./manifest.ts";

/** Runner, signal and listeners of a batch that runs into a folder. */
export interface BatchWatch {
	/** opens whoever computes the blocks, once the manifest stands */
	readonly openRunner: (
		plan: BatchPlan,
		folder: string,
	) => BlockRunner | Promise<BlockRunner>;
	readonly onProgress?: (progress: BatchProgress) => void;
	/** ends running blocks and begins no other */
	readonly signal?: AbortSignal;
	/**
	 * the program that began the batch, once git has told its commit; that of the manifest
	 * when absent
	 */
	readonly program?: Promise<Program>;
	/** told, in a line, of what was found damaged and is mended */
	readonly tell?: (line: string) => void;
}

/**
 * Runs the blocks that a folder does not hold yet, then makes its tables.
 *
 * @param opened its manifest as it stands
 */
export function runIntoFolder(
	folder: string,
	plan: BatchPlan,
	opened: Manifest,
	watch: BatchWatch,
): Promise<BatchEnd> {
	return completeFolder(folder, plan, opened, watch, () =>
		runMissing(folder, plan, opened, watch),
	);
}

/**
 * Makes the tables of a folder once it is filled with the blocks that it does not hold yet.
 *
 * @param fill brings them, all or as many as it may
 */
export async function completeFolder(
	folder: string,
	plan: BatchPlan,
	opened: Manifest,
	{ signal, program }: Pick<BatchWatch, "signal" | "program">,
	fill: () => Promise<"complete" | "interrupted">,
): Promise<BatchEnd> {
	const clock = stopwatch(opened.seconds ?? 0);
	const running: Manifest = { ...opened, state: "running" };
	const stibium = async () => (await program) ?? opened.stibium;
	const end = async () => ({
		stibium: await stibium(),
		end: new Date().toISOString(),
		seconds: clock(),
	});
	try {
		await ensureFolderOrStop(join(folder, BLOCKS));
		if ((await fill()) === "complete") {
			const watch = { end, ...(signal && { signal }) };
			const made = await finishResults(folder, plan, running, watch);
			return completeBatch({ ...made, folder, plan });
		}
	} catch (error) {
		if (error instanceof DeterminismError) throw error;
		const done = await completedByAnother(folder, plan, opened);
		if (done) return done;
		if (error !== signal?.reason) throw error;
	}
	return (
		(await completedByAnother(folder, plan, opened)) ??
		interrupt(folder, plan, { ...running, stibium: await stibium() }, clock())
	);
}

/** The batch as somebody else completed it meanwhile, or null. */
async function completedByAnother(
	folder: string,
	plan: BatchPlan,
	{ end, plan: { hash } }: Manifest,
): Promise<CompleteBatch | null> {
	const manifest = await readManifest(folder).catch(() => null);
	const isNew = manifest?.end !== end && manifest?.plan.hash === hash;
	if (manifest?.state !== "complete" || !isNew) return null;
	const summary = await readSummary(folder);
	return completeBatch({ folder, manifest, summary, plan });
}

/** A complete batch as its folder tells it. */
export function completeBatch(
	batch: Pick<CompleteBatch, "folder" | "manifest" | "summary" | "plan">,
): CompleteBatch {
	const { digest, seconds, plan } = batch.manifest;
	if (digest === null || seconds === null)
		throw new RangeError(`the batch of ${batch.folder} is not complete`);
	const { from, to } = plan.replicates;
	return {
		state: "complete",
		...batch,
		digest,
		replicates: to - from,
		seconds,
	};
}

/** Seconds since now, added to those spent before; to the millisecond. */
function stopwatch(before: number): () => number {
	const start = performance.now();
	return () => Math.round(before * 1000 + performance.now() - start) / 1000;
}

async function runMissing(
	folder: string,
	plan: BatchPlan,
	{ plan: { hash } }: Manifest,
	{ openRunner, onProgress, signal, tell }: BatchWatch,
): Promise<"complete" | "interrupted"> {
	const { sound, damaged } = await blocksOnDisk(folder, plan, hash);
	for (const { message } of damaged)
		tell?.(`${message}; its replicates are computed again`);
	const done = new Set(sound.map(({ index }) => index));
	const blocks = blocksOf(plan).filter(({ index }) => !done.has(index));
	if (blocks.length === 0) return "complete";
	const runner = await openRunner(plan, folder);
	try {
		return await runBatch(plan, runner, diskSink(folder, plan, hash), {
			blocks,
			...(onProgress && { onProgress }),
			...(signal && { signal }),
		});
	} finally {
		await runner.close();
	}
}

async function interrupt(
	folder: string,
	plan: BatchPlan,
	running: Manifest,
	seconds: number,
): Promise<InterruptedBatch> {
	const blocks = await blockRecords(folder, plan, running.plan.hash);
	await writeManifest(folder, {
		...running,
		state: "interrupted",
		seconds,
		blocks,
	});
	return {
		state: "interrupted",
		folder,
		seconds,
		blocks: {
			done: blocks.filter(({ sha256 }) => sha256 !== null).length,
			total: blocksOf(plan).length,
		},
	};
}
