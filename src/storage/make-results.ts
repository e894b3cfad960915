import { join } from "node:path";
import { type BatchPlan, blocksOf } from "../experiment/plan.ts";
import {
	type BatchProgress,
	type BlockRunner,
	runBatch,
} from "../experiment/run-batch.ts";
import type { BatchSummary } from "../experiment/tables.ts";
import { asStopped, writeFileAtomically } from "./atomic-write.ts";
import { ensureFolder } from "./disk.ts";
import { blocksOnDisk, diskSink } from "./disk-blocks.ts";
import { DeterminismError } from "./errors.ts";
import type { RecordedFile } from "./file-hash.ts";
import { BLOCKS, blockRecords, finishResults } from "./finish-results.ts";
import { type Manifest, readManifest, writeManifest } from "./manifest.ts";
import {
	type BatchIdentity,
	openManifest,
	scenarioFile,
} from "./open-manifest.ts";
import { whileOwning } from "./owner.ts";
import { createResultsFolder, pointLatest } from "./results-folder.ts";
import { readSummary } from "./summary-files.ts";

/** How a batch is to be run and watched. */
export interface BatchWatch {
	/** opens whoever computes the blocks, once the manifest stands */
	readonly openRunner: (plan: BatchPlan) => BlockRunner | Promise<BlockRunner>;
	readonly onProgress?: (progress: BatchProgress) => void;
	/** ends running blocks and begins no other */
	readonly signal?: AbortSignal;
	/** told, in a line, of what was found damaged and is mended */
	readonly tell?: (line: string) => void;
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
	/** whether it was completed now, or stood there complete before */
	readonly made: "now" | "before";
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
	return whileOwning(folder, async () => {
		const files = await writeScenarios(folder, plan, scenarioTexts);
		const opened = { ...manifest, files };
		await openFolder(folder, opened);
		request.onFolder?.(folder);
		return runIntoFolder(folder, plan, opened, request);
	});
}

/** Puts the manifest into a new folder, with a copy beside the blocks, and points `latest` there. */
export async function openFolder(
	folder: string,
	manifest: Manifest,
): Promise<void> {
	await makeFolder(join(folder, BLOCKS));
	await writeManifest(join(folder, BLOCKS), manifest);
	await writeManifest(folder, manifest);
	await pointLatest(folder);
}

/** Writes the scenarios of a plan into its folder. */
export async function writeScenarios(
	folder: string,
	plan: BatchPlan,
	scenarioTexts: Readonly<Record<string, string>>,
): Promise<RecordedFile[]> {
	await makeFolder(join(folder, "scenarios"));
	const files: RecordedFile[] = [];
	for (const { name } of plan.scenarios) {
		const text = scenarioTexts[name];
		if (text === undefined)
			throw new RangeError(`no text of scenario ${name} was given`);
		const file = scenarioFile(name);
		const written = await writeFileAtomically(join(folder, file), text);
		files.push({ name: file, ...written });
	}
	return files;
}

async function makeFolder(path: string): Promise<void> {
	try {
		await ensureFolder(path);
	} catch (error) {
		throw asStopped(path, error);
	}
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
	{ signal }: Pick<BatchWatch, "signal">,
	fill: () => Promise<"complete" | "interrupted">,
): Promise<BatchEnd> {
	const clock = stopwatch(opened.seconds ?? 0);
	const running: Manifest = { ...opened, state: "running" };
	const end = () => ({ end: new Date().toISOString(), seconds: clock() });
	try {
		await makeFolder(join(folder, BLOCKS));
		if ((await fill()) === "complete") {
			const watch = { end, ...(signal && { signal }) };
			const made = await finishResults(folder, plan, running, watch);
			return completeBatch(folder, made.manifest, made.summary, "now");
		}
	} catch (error) {
		if (error instanceof DeterminismError) throw error;
		const done = await completedByAnother(folder, opened);
		if (done) return done;
		if (error !== signal?.reason) throw error;
	}
	return (
		(await completedByAnother(folder, opened)) ??
		interrupt(folder, plan, running, clock())
	);
}

/** The batch as somebody else completed it meanwhile, or null. */
async function completedByAnother(
	folder: string,
	{ end, plan: { hash } }: Manifest,
): Promise<CompleteBatch | null> {
	const found = await readManifest(folder).catch(() => null);
	const isNew = found?.end !== end && found?.plan.hash === hash;
	return found?.state === "complete" && isNew
		? completeBatch(folder, found, await readSummary(folder), "now")
		: null;
}

/** A complete batch as its folder tells it. */
export function completeBatch(
	folder: string,
	manifest: Manifest,
	summary: BatchSummary,
	made: CompleteBatch["made"],
): CompleteBatch {
	const { digest, seconds } = manifest;
	if (digest === null || seconds === null)
		throw new RangeError(`the batch of ${folder} is not complete`);
	const { from, to } = manifest.plan.replicates;
	return {
		state: "complete",
		made,
		...{ folder, digest, replicates: to - from, seconds, manifest, summary },
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
