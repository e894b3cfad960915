import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
	type BatchOptions,
	type BatchRequest,
	planned,
} from "../../../src/actions/batch/batch-request.ts";
import { makeBatch } from "../../../src/actions/batch/make-batch.ts";
import { openComparison } from "../../../src/actions/scenarios/open-scenarios.ts";
import type { Design } from "../../../src/experiment/design.ts";
import { serialRunner } from "../../../src/experiment/serial-runner.ts";
import { METRICS } from "../../../src/market/record/record.ts";
import { createSimulator } from "../../../src/market/replicate.ts";
import type { Soundness } from "../../../src/scenario/sound.ts";
import type { CompleteBatch } from "../../../src/storage/folder/batch-end.ts";
import {
	collectResults,
	readResults,
	readTables,
} from "../../../src/storage/folder/read-results.ts";
import { complete, newPlace } from "../../storage/fake-results.ts";

const NAMES = ["total-export-stop", "no-restrictions"];

const DESIGN: Design = {
	kind: "sweep",
	...{ of: NAMES[0]!, title: "Two policies", design: "list" },
	axes: [{ path: "policy", unit: null }],
	points: NAMES.map((scenario) => ({ scenario, values: [scenario] })),
};

function comparison(
	opened: readonly Soundness[],
	options: Pick<BatchOptions, "out"> & Partial<BatchOptions>,
	given: Partial<BatchRequest> = {},
): BatchRequest {
	return {
		...{ opened, comparing: true, charts: false },
		repeat: (replicates) => `compare ${NAMES.join(" ")} -n ${replicates}`,
		openRunner: (plan) => serialRunner(plan, createSimulator),
		...given,
		options: {
			...{ replicates: 3, seed: 42, workers: 1, parameters: "posterior" },
			ensemble: null,
			...{ without: [], keepPaths: false, aim: null, shard: null },
			metric: "mean_price_12m_usd_t",
			...options,
		},
	};
}

describe("a comparison that is run without a terminal", () => {
	const opened = openComparison(NAMES, ["horizon.to=2028-12"]);
	const told: string[] = [];
	let end: CompleteBatch;

	beforeAll(async () => {
		const out = await mkdtemp(join(tmpdir(), "stibium-"));
		const batch = planned(comparison(opened, { out }));
		end = complete(
			await makeBatch(batch, {
				onFolder: (folder) => told.push(`into ${folder}`),
				onProgress: ({ done, total }) => told.push(`${done} of ${total}`),
			}),
		);
		return () => rm(out, { recursive: true, force: true });
	});

	test("tells whoever asked of its folder, then how far it has come", () => {
		expect(told).toEqual([`into ${end.folder}`, "3 of 3"]);
	});

	test("leaves results that read back as they were asked for", async () => {
		const { manifest, runs, summary, design } = await readResults(end.folder);
		expect(manifest.plan).toMatchObject({ order: NAMES, base: NAMES[0] });
		expect(manifest.command).toBe(`compare ${NAMES.join(" ")} -n 3`);
		expect(manifest.digest).toBe(end.digest);
		expect([...runs.replicates]).toEqual([0, 1, 2]);
		expect(new Set(summary.paired.map(({ other }) => other))).toEqual(
			new Set([NAMES[1]]),
		);
		expect(design).toBeNull();
	});

	test("has in memory what its folder says of its scenarios and its tables", async () => {
		const columns = METRICS.map(({ name }) => name);
		const fromDisk = await readResults(end.folder, columns);
		const inHand = await readTables(await collectResults(end), columns);
		expect(inHand.manifest).toEqual(fromDisk.manifest);
		expect(inHand.summary).toEqual(fromDisk.summary);
		for (const { scenario } of opened) {
			expect(inHand.scenario(scenario.name)).toBe(scenario);
			expect(fromDisk.scenario(scenario.name)).toEqual(scenario);
		}
	});

	test("reads a scenario from disk once, however often it is asked for", async () => {
		const { scenario } = await readResults(end.folder);
		expect(scenario(NAMES[1]!)).toBe(scenario(NAMES[1]!));
	});
});

test("a batch whose scenarios are one question keeps that beside its numbers", async () => {
	const opened = openComparison(NAMES, ["horizon.to=2026-12"]);
	const asked = { out: await newPlace(), replicates: 1 };
	const batch = planned(comparison(opened, asked, { design: DESIGN }));
	const { folder } = complete(await makeBatch(batch));
	expect((await readResults(folder)).design).toEqual(DESIGN);
});

test("a shard is planned as the part it is, and its command names the whole", async () => {
	const opened = openComparison(NAMES, ["horizon.to=2026-12"]);
	const out = await newPlace();
	const batch = planned(
		comparison(opened, {
			...{ out, replicates: 30 },
			shard: { index: 2, count: 2 },
		}),
	);
	expect(batch.plan.replicates).toEqual({ from: 25, to: 30 });
	const { folder, manifest } = complete(await makeBatch(batch));
	expect(basename(dirname(folder))).toBe(basename(out));
	expect(manifest.command).toMatch(/-n 30$/);
	expect(manifest.plan.shard?.whole).toEqual({ from: 0, to: 30 });
});
