/** Beginning of a results folder: manifest and scenarios first, then the batch run into it. */

import { join } from "node:path";
import type { Ensemble } from "../../calibration/priors/ensemble.ts";
import type { Design } from "../../experiment/design.ts";
import { ensembleHash } from "../../experiment/draws-hash.ts";
import type { BatchPlan } from "../../experiment/plan.ts";
import { writeScenario } from "../../scenario/file/write.ts";
import {
	ensureFolderOrStop,
	writeFileAtomically,
} from "../disk/atomic-write.ts";
import type { RecordedFile } from "../disk/file-hash.ts";
import { whileOwning } from "../disk/owner.ts";
import { aboutProgramSoon } from "./about-program.ts";
import type { BatchEnd } from "./batch-end.ts";
import { type BatchWatch, runIntoFolder } from "./complete-folder.ts";
import { writeDesign } from "./design-files.ts";
import { ENSEMBLE, ensembleText, isShipped } from "./ensemble-file.ts";
import { BLOCKS } from "./finish-results.ts";
import { type Manifest, writeManifest } from "./manifest.ts";
import {
	type BatchIdentity,
	openManifest,
	scenarioFile,
} from "./open-manifest.ts";
import { createResultsFolder, pointLatest } from "./results-folder.ts";

/** All that a new results folder needs. */
export interface ResultsRequest extends BatchIdentity, BatchWatch {
	readonly plan: BatchPlan;
	/** folder of all results */
	readonly destination: string;
	/** relation of its scenarios to each other, when they are one question */
	readonly design?: Design | null;
	/** told as soon as the folder and its manifest stand */
	readonly onFolder?: (folder: string) => void;
}

/**
 * Runs a plan into a results folder of its own. Folder and manifest stand before the
 * first replicate; every finished block is on disk; tables and summary come at the end.
 *
 * @throws {UnusableDestinationError} when no folder can be made
 * @throws {StoppedError} when the disk takes no more; what is there can be resumed
 */
export async function makeResults(request: ResultsRequest): Promise<BatchEnd> {
	const over = new AbortController();
	const signals = [over.signal, ...(request.signal ? [request.signal] : [])];
	try {
		return await makeWhileAsking(request, AbortSignal.any(signals));
	} finally {
		over.abort();
	}
}

/** @param signal ends the asking of git for the commit, which goes on beside the batch */
async function makeWhileAsking(
	request: ResultsRequest,
	signal: AbortSignal,
): Promise<BatchEnd> {
	const { plan, destination, design } = request;
	const start = new Date();
	const { soon, program } = await aboutProgramSoon(signal);
	const manifest = openManifest(plan, request, start, soon);
	const folder = await createResultsFolder(
		destination,
		start,
		manifest.plan.hash,
	);
	return whileOwning(folder, async () => {
		const files = [
			...(await writeScenarios(folder, textsOf(plan))),
			...(await writeEnsemble(folder, plan.ensemble)),
		];
		const opened = { ...manifest, files };
		await openFolder(folder, opened);
		if (design) await writeDesign(folder, design);
		request.onFolder?.(folder);
		return runIntoFolder(folder, plan, opened, { ...request, program });
	});
}

/**
 * Puts the manifest into a new folder, with a copy beside the blocks, and points `latest`
 * there.
 */
export async function openFolder(
	folder: string,
	manifest: Manifest,
): Promise<void> {
	await ensureFolderOrStop(join(folder, BLOCKS));
	await writeManifest(join(folder, BLOCKS), manifest);
	await writeManifest(folder, manifest);
	await pointLatest(folder);
}

/** A scenario as it stands in a results folder. */
export interface ScenarioText {
	readonly name: string;
	readonly text: string;
}

const textsOf = ({ scenarios }: BatchPlan): readonly ScenarioText[] =>
	scenarios.map((one) => ({ name: one.name, text: writeScenario(one) }));

/** Writes the ensemble that a batch begins from into its folder, unless it ships with the program. */
export async function writeEnsemble(
	folder: string,
	ensemble: Ensemble | null,
): Promise<readonly RecordedFile[]> {
	if (ensemble === null || isShipped(ensembleHash(ensemble))) return [];
	const path = join(folder, ENSEMBLE);
	const written = await writeFileAtomically(path, ensembleText(ensemble));
	return [{ name: ENSEMBLE, ...written }];
}

/** Writes the scenarios of a batch into its folder. */
export async function writeScenarios(
	folder: string,
	scenarios: readonly ScenarioText[],
): Promise<RecordedFile[]> {
	await ensureFolderOrStop(join(folder, "scenarios"));
	const files: RecordedFile[] = [];
	for (const { name, text } of scenarios) {
		const file = scenarioFile(name);
		const written = await writeFileAtomically(join(folder, file), text);
		files.push({ name: file, ...written });
	}
	return files;
}
