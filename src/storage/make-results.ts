import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
	type BatchPlan,
	blocksOf,
	replicateCount,
} from "../experiment/plan.ts";
import {
	type BatchProgress,
	type BlockRunner,
	runBatch,
} from "../experiment/run-batch.ts";
import type { BatchSummary } from "../experiment/tables.ts";
import { asStopped, writeFileAtomically } from "./atomic-write.ts";
import { blocksOnDisk, diskSink } from "./disk-blocks.ts";
import { blockRecords, finishResults } from "./finish-results.ts";
import { type Manifest, writeManifest } from "./manifest.ts";
import {
	type BatchIdentity,
	openManifest,
	scenarioFile,
} from "./open-manifest.ts";
import { createResultsFolder, pointLatest } from "./results-folder.ts";

/** How a batch is to be run and watched. */
export interface BatchWatch {
	/** opens whoever computes the blocks, once the manifest stands */
	readonly openRunner: (plan: BatchPlan) => BlockRunner | Promise<BlockRunner>;
	readonly onProgress?: (progress: BatchProgress) => void;
	/** ends running blocks and begins no other */
	readonly signal?: AbortSignal;
}

/** All that a new results folder needs. */
export interface ResultsRequest extends BatchIdentity, BatchWatch {
	readonly plan: BatchPlan;
	/** folder of all results */
	readonly destination: string;
	/** resolved scenarios as YAML, by name */
	readonly scenarioTexts: Readonly<Record<string, string>>;
	/** told as soon as the folder and its manifest stand */
	readonly onFolder?: (folder: string) => void;
}

/** What became of a batch. */
export type BatchEnd = CompleteBatch | InterruptedBatch;

export interface CompleteBatch {
	readonly state: "complete";
	readonly folder: string;
	readonly digest: string;
	/** replicates of each scenario */
	readonly replicates: number;
	/** seconds spent computing and writing, over all starts */
	readonly seconds: number;
	readonly manifest: Manifest;
	readonly summary: BatchSummary;
}

/** A batch that a signal stopped: its finished blocks are on disk and it can be resumed. */
export interface InterruptedBatch {
	readonly state: "interrupted";
	readonly folder: string;
	readonly seconds: number;
	/** blocks on disk, and blocks of the plan */
	readonly blocks: { readonly done: number; readonly total: number };
}

/**
 * Runs a plan into a results folder of its own. Folder and manifest stand before the
 * first replicate; every finished block is on disk; tables and summary come at the end.
 *
 * @throws {UnusableDestinationError} when no folder can be made
 * @throws {StoppedError} when the disk takes no more; what is there can be resumed
 */
export async function makeResults(request: ResultsRequest): Promise<BatchEnd> {
	const { plan, destination, scenarioTexts } = request;
	const start = new Date();
	const manifest = await openManifest(plan, request, start);
	const folder = await createResultsFolder(
		destination,
		start,
		manifest.plan.hash,
	);
	await writeScenarios(folder, plan, scenarioTexts);
	await writeManifest(folder, manifest);
	await pointLatest(folder);
	request.onFolder?.(folder);
	return runIntoFolder(folder, plan, manifest, request);
}

async function writeScenarios(
	folder: string,
	plan: BatchPlan,
	scenarioTexts: Readonly<Record<string, string>>,
): Promise<void> {
	await makeFolder(join(folder, "scenarios"));
	for (const { name } of plan.scenarios) {
		const text = scenarioTexts[name];
		if (text === undefined)
			throw new RangeError(`no text of scenario ${name} was given`);
		await writeFileAtomically(join(folder, scenarioFile(name)), text);
	}
}

async function makeFolder(path: string): Promise<void> {
	try {
		await mkdir(path, { recursive: true });
	} catch (error) {
		throw asStopped(path, error);
	}
}

/**
 * Runs the blocks that a folder does not hold yet, then makes its tables.
 *
 * @param opened its manifest as it stands
 */
export async function runIntoFolder(
	folder: string,
	plan: BatchPlan,
	opened: Manifest,
	watch: BatchWatch,
): Promise<BatchEnd> {
	const clock = stopwatch(opened.seconds ?? 0);
	const running: Manifest = { ...opened, state: "running" };
	await makeFolder(join(folder, "blocks"));
	const end = () => ({ end: new Date().toISOString(), seconds: clock() });
	try {
		if ((await runMissing(folder, plan, running, watch)) === "complete") {
			const { manifest, summary } = await finishResults(folder, plan, running, {
				end,
				...watch,
			});
			return completeBatch(folder, plan, manifest, summary);
		}
	} catch (error) {
		if (error !== watch.signal?.reason) throw error;
	}
	return interrupt(folder, plan, running, clock());
}

/** A complete batch as its folder tells it. */
export function completeBatch(
	folder: string,
	plan: BatchPlan,
	manifest: Manifest,
	summary: BatchSummary,
): CompleteBatch {
	const { digest, seconds } = manifest;
	if (digest === null || seconds === null)
		throw new RangeError(`the batch of ${folder} is not complete`);
	const replicates = replicateCount(plan);
	return {
		state: "complete",
		...{ folder, digest, replicates, seconds, manifest, summary },
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
	{ openRunner, onProgress, signal }: BatchWatch,
): Promise<"complete" | "interrupted"> {
	const kept = await blocksOnDisk(folder, plan, hash);
	const done = new Set(kept.map(({ index }) => index));
	const blocks = blocksOf(plan).filter(({ index }) => !done.has(index));
	if (blocks.length === 0) return "complete";
	const runner = await openRunner(plan);
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
