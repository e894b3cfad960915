import {
	appendFile,
	mkdir,
	readdir,
	readFile,
	unlink,
	writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { BatchPlan } from "../../../src/experiment/plan.ts";
import { serialRunner } from "../../../src/experiment/serial-runner.ts";
import { PlanMismatchError } from "../../../src/storage/errors.ts";
import { continueResults } from "../../../src/storage/folder/continue-results.ts";
import { makeResults } from "../../../src/storage/folder/make-results.ts";
import {
	readManifest,
	writeManifest,
} from "../../../src/storage/folder/manifest.ts";
import { readResults } from "../../../src/storage/folder/read-results.ts";
import { fakePlan } from "../../experiment/fake-batch.ts";
import { createSimulator } from "../../experiment/fake-simulator.ts";
import { complete, makeFake, request } from "../fake-results.ts";

/** A folder whose batch was interrupted when it asked for block 4 of 10. */
async function interrupted(plan: BatchPlan): Promise<string> {
	const controller = new AbortController();
	const end = await makeResults(
		await request(plan, {
			signal: controller.signal,
			openRunner(asked) {
				const serial = serialRunner(asked, createSimulator);
				return {
					...serial,
					async run(block, signal) {
						if (block.index === 4) controller.abort();
						return serial.run(block, signal);
					},
				};
			},
		}),
	);
	expect(end).toMatchObject({
		state: "interrupted",
		blocks: { done: 4, total: 10 },
	});
	return end.folder;
}

/** Goes on, and tells which blocks had to be computed. */
async function goOn(folder: string, plan: BatchPlan) {
	const computed: number[] = [];
	const end = complete(
		await continueResults(folder, () => plan, {
			openRunner(asked) {
				const serial = serialRunner(asked, createSimulator);
				return {
					...serial,
					run(block, signal) {
						computed.push(block.index);
						return serial.run(block, signal);
					},
				};
			},
		}),
	);
	return { end, computed };
}

describe("a batch that was interrupted", () => {
	test("says so in its manifest, and keeps its blocks", async () => {
		const folder = await interrupted(fakePlan());
		const manifest = await readManifest(folder);
		expect(manifest.state).toBe("interrupted");
		expect(manifest.blocks.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
		expect((await readdir(join(folder, "blocks"))).length).toBe(6);
	});

	test("goes on with the blocks that are missing, to the digest of one that was not", async () => {
		const whole = await makeFake(fakePlan());
		const folder = await interrupted(fakePlan());
		const { end, computed } = await goOn(folder, fakePlan());
		expect(computed).toEqual([4, 5, 6, 7, 8, 9]);
		expect(end.digest).toBe(whole.digest);
		expect(end.summary).toEqual(whole.summary);
		expect((await readResults(folder)).manifest.state).toBe("complete");
	});

	test("computes a damaged block again", async () => {
		const whole = await makeFake(fakePlan());
		const folder = await interrupted(fakePlan());
		const path = join(folder, "blocks", "0002.parquet");
		const bytes = await readFile(path);
		bytes[bytes.length >> 1]! ^= 4;
		await writeFile(path, bytes);
		const { end, computed } = await goOn(folder, fakePlan());
		expect(computed).toEqual([2, 4, 5, 6, 7, 8, 9]);
		expect(end.digest).toBe(whole.digest);
	});

	test("stops where a damaged block comes out otherwise, and keeps both", async () => {
		const folder = await interrupted(fakePlan());
		const path = join(folder, "blocks", "0002.parquet");
		await writeFile(path, "damaged");
		const failing = continueResults(folder, () => fakePlan(), {
			openRunner: () => serialRunner(fakePlan({ seed: 43 }), createSimulator),
		});
		await expect(failing).rejects.toThrow(
			/^determinism violated: blocks\/0002\.parquet and blocks\/0002-again\.parquet of .* differ; both are kept$/,
		);
		expect(await readFile(path, "utf8")).toBe("damaged");
		expect(await readdir(join(folder, "blocks"))).toContain(
			"0002-again.parquet",
		);
	});

	test("begun by another version is refused with both versions and the way out", async () => {
		const folder = await interrupted(fakePlan());
		const manifest = await readManifest(folder);
		const stibium = { version: "0.0.9", git: null };
		await writeManifest(folder, { ...manifest, stibium });
		await expect(goOn(folder, fakePlan())).rejects.toThrow(
			/was begun by stibium 0\.0\.9 .*; this is stibium 0\.1\.0.*begin anew with: stibium compare calm storm -n 50 --seed 42$/,
		);
	});

	test("has its manifest made again from the blocks when that is damaged or gone", async () => {
		const whole = await makeFake(fakePlan());
		for (const harm of [
			(path: string) => writeFile(path, "{}"),
			(path: string) => unlink(path),
		]) {
			const folder = await interrupted(fakePlan());
			await harm(join(folder, "manifest.json"));
			const { end, computed } = await goOn(folder, fakePlan());
			expect(computed).toEqual([4, 5, 6, 7, 8, 9]);
			expect(end.digest).toBe(whole.digest);
			expect((await readManifest(folder)).command).toBe(whole.manifest.command);
		}
	});

	test("is refused by name when a scenario of it is damaged", async () => {
		const folder = await interrupted(fakePlan());
		await writeFile(join(folder, "scenarios", "calm.yaml"), "version: 2\n");
		await expect(goOn(folder, fakePlan())).rejects.toThrow(
			/^scenarios\/calm\.yaml is corrupt/,
		);
	});

	test("survives a journal that was cut short in its last line", async () => {
		const whole = await makeFake(fakePlan());
		const folder = await interrupted(fakePlan());
		const path = join(folder, "blocks", "journal.jsonl");
		const text = await readFile(path, "utf8");
		await writeFile(path, text.slice(0, -20));
		const { end, computed } = await goOn(folder, fakePlan());
		expect(computed).toEqual([3, 4, 5, 6, 7, 8, 9]);
		expect(end.digest).toBe(whole.digest);
	});

	test("takes no block of another plan for its own", async () => {
		const whole = await makeFake(fakePlan());
		const folder = await interrupted(fakePlan());
		const path = join(folder, "blocks", "journal.jsonl");
		const text = await readFile(path, "utf8");
		const { hash } = (await readManifest(folder)).plan;
		await writeFile(path, text.replace(hash, hash.replace(/./g, "0")));
		await appendFile(path, "\nnot a line of ours");
		const { end, computed } = await goOn(folder, fakePlan());
		expect(computed).toEqual([0, 4, 5, 6, 7, 8, 9]);
		expect(end.digest).toBe(whole.digest);
	});

	test("is not gone on with under another plan", async () => {
		const folder = await interrupted(fakePlan());
		await expect(goOn(folder, fakePlan({ seed: 43 }))).rejects.toThrow(
			PlanMismatchError,
		);
	});

	test("keeps the form of its blocks, whoever asks for paths later", async () => {
		const folder = await interrupted(fakePlan());
		await goOn(folder, fakePlan({ keepPaths: true }));
		expect(await readdir(folder)).not.toContain("paths.parquet");
	});
});

test("an interruption while the tables are made leaves every block, and nothing half made", async () => {
	const whole = await makeFake(fakePlan());
	const controller = new AbortController();
	const end = await makeResults(
		await request(fakePlan(), {
			signal: controller.signal,
			onProgress: ({ done, total }) => {
				if (done === total) controller.abort();
			},
		}),
	);
	expect(end).toMatchObject({
		state: "interrupted",
		blocks: { done: 10, total: 10 },
	});
	expect((await readdir(end.folder)).sort()).toEqual([
		"blocks",
		"manifest.json",
		"scenarios",
	]);
	const next = await goOn(end.folder, fakePlan());
	expect(next.computed).toEqual([]);
	expect(next.end.digest).toBe(whole.digest);
});

test("a complete folder is left as it is, and tells its digest; what a killed writer left goes", async () => {
	const made = await makeFake(fakePlan());
	await mkdir(join(made.folder, "blocks"));
	await writeFile(join(made.folder, ".runs.parquet.1-2.tmp"), "half");
	const { end, computed } = await goOn(made.folder, fakePlan());
	expect(computed).toEqual([]);
	expect(end).toEqual({ ...made, plan: null });
	expect((await readdir(made.folder)).length).toBe(6);
});

test("a lost block leaves the batch complete, says why, and gets another digest", async () => {
	const whole = await makeFake(fakePlan());
	const end = await makeFake(fakePlan(), {
		openRunner(plan) {
			const serial = serialRunner(plan, createSimulator);
			return {
				...serial,
				run: async (block) =>
					block.index === 3
						? { block, lost: "its worker died 3 times" }
						: serial.run(block),
			};
		},
	});
	expect(end.manifest.blocks[3]).toEqual({
		index: 3,
		from: 15,
		to: 20,
		sha256: null,
		lost: "its worker died 3 times",
	});
	expect(end.digest).not.toBe(whole.digest);
	expect(end.manifest.failures.length).toBe(10);
	expect(end.manifest.failures[2]).toEqual({
		scenario: "calm",
		replicate: 17,
		message: "its block was lost",
	});
	const { runs } = await readResults(end.folder);
	expect(runs.replicates.length).toBe(45);
	expect([...runs.replicates]).not.toContain(17);
});
