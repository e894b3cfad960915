import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { BatchPlan } from "../../src/experiment/plan.ts";
import { serialRunner } from "../../src/experiment/serial-runner.ts";
import type {
	BatchEnd,
	CompleteBatch,
} from "../../src/storage/folder/batch-end.ts";
import {
	makeResults,
	type ResultsRequest,
} from "../../src/storage/folder/make-results.ts";
import { createSimulator } from "../experiment/fake-simulator.ts";

/** A folder of its own for the test that asks, gone when the test is over. */
export async function newPlace(): Promise<string> {
	const place = await mkdtemp(join(tmpdir(), "stibium-"));
	onTestFinished(() => rm(place, { recursive: true, force: true }));
	return place;
}

/** A request for results of the fake simulator, in a place of its own unless given. */
export async function request(
	plan: BatchPlan,
	given: Partial<ResultsRequest> = {},
): Promise<ResultsRequest> {
	const names = plan.scenarios.map(({ name }) => name);
	return {
		plan,
		order: names,
		base: names.length > 1 ? names[0]! : null,
		charts: false,
		command: "stibium compare calm storm -n 50 --seed 42",
		warnings: ["storm: a shock lies after the horizon"],
		destination: given.destination ?? (await newPlace()),
		openRunner: (asked) => serialRunner(asked, createSimulator),
		...given,
	};
}

/** A batch that must have ended. */
export function complete(end: BatchEnd): CompleteBatch {
	if (end.state !== "complete") throw new Error(`the batch is ${end.state}`);
	return end;
}

/** Results of the fake simulator on disk. */
export async function makeFake(
	plan: BatchPlan,
	given: Partial<ResultsRequest> = {},
): Promise<CompleteBatch> {
	return complete(await makeResults(await request(plan, given)));
}
