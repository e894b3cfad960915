import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
	type BatchPlan,
	blocksOf,
	shardOf,
} from "../../src/experiment/plan.ts";
import { serialRunner } from "../../src/experiment/serial-runner.ts";
import { diskSink } from "../../src/storage/blocks/disk-blocks.ts";
import type * as Disk from "../../src/storage/disk/disk.ts";
import { continueResults } from "../../src/storage/folder/continue-results.ts";
import { makeResults } from "../../src/storage/folder/make-results.ts";
import { mergeResults } from "../../src/storage/folder/merge-results.ts";
import { readResults } from "../../src/storage/folder/read-results.ts";
import { verifyResults } from "../../src/storage/folder/verify-results.ts";
import { fakePlan, fakeScenario } from "../experiment/fake-batch.ts";
import { createSimulator } from "../experiment/fake-simulator.ts";
import { LONG } from "../long.ts";
import { complete, newPlace, request } from "./fake-results.ts";

const moved = vi.hoisted(() => ({ bytes: 0, operations: 0 }));

vi.mock("../../src/storage/disk/disk.ts", async (importOriginal) => {
	const real = await importOriginal<typeof Disk>();
	const note = (bytes: number) => {
		moved.bytes += bytes;
		moved.operations++;
		return bytes;
	};
	return {
		...real,
		async readWhole(path: string) {
			const bytes = await real.readWhole(path);
			note(bytes.length);
			return bytes;
		},
		async openFile(path: string, mode: Disk.OpenMode): Promise<Disk.OpenFile> {
			const file = await real.openFile(path, mode);
			note(0);
			return {
				...file,
				read: async (...given) => note(await file.read(...given)),
				write: async (...given) => note(await file.write(...given)),
				sync: async () => {},
			};
		},
	};
});
vi.mock("../../src/storage/folder/about-program.ts", async (importOriginal) =>
	(await import("./quick-program.ts")).quickProgram(await importOriginal()),
);

/** Blocks of the smallest batch: more than whose footers are remembered. */
const BLOCKS = 70;
const BLOCK_SIZE = 2;

const planOf = (blocks: number): BatchPlan =>
	fakePlan(
		{
			scenarios: [fakeScenario("calm", 1, { months: 2 })],
			replicates: { from: 0, to: blocks * BLOCK_SIZE },
		},
		BLOCK_SIZE,
	);

afterEach(() => {
	moved.bytes = 0;
	moved.operations = 0;
});

/** Bytes and operations that something takes. */
async function costOf(act: () => Promise<unknown>) {
	const { bytes, operations } = moved;
	await act();
	return {
		bytes: moved.bytes - bytes,
		operations: moved.operations - operations,
	};
}

/**
 * The claim: blocks added to a large batch cost as much as those added to a small one. A
 * journal that is read once a block, or a table that is read once a group, would not.
 */
async function expectLinear(
	cost: (plan: BatchPlan) => ReturnType<typeof costOf>,
): Promise<void> {
	const small = await cost(planOf(BLOCKS));
	const middle = await cost(planOf(2 * BLOCKS));
	const large = await cost(planOf(3 * BLOCKS));
	expect(middle.bytes).toBeGreaterThan(small.bytes);
	for (const what of ["bytes", "operations"] as const) {
		const first = middle[what] - small[what];
		const second = large[what] - middle[what];
		expect(second, what).toBeLessThanOrEqual(1.1 * first);
	}
}

const made = async (plan: BatchPlan) =>
	complete(await makeResults(await request(plan))).folder;

describe("what the disk does for a batch grows no faster than its replicates", () => {
	it("when it is run and its tables are made", () =>
		expectLinear((plan) => costOf(() => made(plan))));

	it("when it is verified and read", () =>
		expectLinear(async (plan) => {
			const folder = await made(plan);
			return costOf(async () => {
				await verifyResults(folder);
				await readResults(folder);
			});
		}));

	it.runIf(LONG)(
		"when blocks are written again over those of a lost journal",
		() =>
			expectLinear(async (plan) => {
				const folder = await newPlace();
				await mkdir(join(folder, "blocks"));
				const write = async () => {
					const sink = diskSink(folder, plan, "hash");
					const runner = serialRunner(plan, createSimulator);
					for (const block of blocksOf(plan))
						await sink.take((await runner.run(block))!);
				};
				await write();
				return costOf(write);
			}),
	);

	it.runIf(LONG)("when a shard is looked through by resume, and merged", () =>
		expectLinear(async (whole) => {
			const plan = shardOf(whole, { index: 1, count: 1 });
			const folder = await made(plan);
			const watch = await request(plan);
			const destination = await newPlace();
			return costOf(async () => {
				await continueResults(folder, () => plan, watch);
				await mergeResults({
					...{ folders: [folder], destination },
					readPlan: () => whole,
				});
			});
		}),
	);
});
