import { createHash } from "node:crypto";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { type BatchPlan, shardOf } from "../../../src/experiment/plan.ts";
import { appendToJournal } from "../../../src/storage/blocks/block-journal.ts";
import {
	CorruptResultsError,
	DeterminismError,
	PlanMismatchError,
	UnfinishedShardsError,
} from "../../../src/storage/errors.ts";
import { continueResults } from "../../../src/storage/folder/continue-results.ts";
import {
	readManifest,
	writeManifest,
} from "../../../src/storage/folder/manifest.ts";
import {
	type MergeRequest,
	mergeResults,
} from "../../../src/storage/folder/merge-results.ts";
import { readResults } from "../../../src/storage/folder/read-results.ts";
import { verifyResults } from "../../../src/storage/folder/verify-results.ts";
import { fakePlan, fakeScenario } from "../../experiment/fake-batch.ts";
import { complete, makeFake, newPlace, request } from "../fake-results.ts";

/** A disk that is not waited for, and no git to ask: they take longer than the rest. */
vi.mock("../../../src/storage/disk/disk.ts", async (importOriginal) =>
	(await import("../faulty-disk.ts")).faultyDisk(await importOriginal()),
);
vi.mock(
	"../../../src/storage/folder/about-program.ts",
	async (importOriginal) =>
		(await import("../quick-program.ts")).quickProgram(await importOriginal()),
);

/** Folders of all shards of a plan, each made on its own. */
async function shardsOf(
	plan: BatchPlan,
	count: number,
): Promise<readonly string[]> {
	const folders: string[] = [];
	for (let index = 1; index <= count; index++) {
		const command = `stibium compare calm storm -n 50 --seed 42 --shard ${index}/${count}`;
		const made = await makeFake(shardOf(plan, { index, count }), { command });
		folders.push(made.folder);
	}
	return folders;
}

const merge = async (
	folders: readonly string[],
	plan = fakePlan(),
	given: Partial<MergeRequest> = {},
) =>
	mergeResults({
		...{ folders, destination: await newPlace(), readPlan: () => plan },
		...given,
	});

/** Flips a bit in the middle of a file. */
async function flip(path: string): Promise<void> {
	const bytes = await readFile(path);
	bytes[bytes.length >> 1]! ^= 4;
	await writeFile(path, bytes);
}

describe("shards that are merged", () => {
	test.each([1, 3, 16])(
		"%i of them have the digest, the summary and the tables of the undivided batch",
		async (count) => {
			const whole = await makeFake(fakePlan({ seed: "fails" }));
			const plan = fakePlan({ seed: "fails" });
			const folders = await shardsOf(plan, count);
			const merged = complete(await merge([...folders].reverse(), plan));
			expect(merged.digest).toBe(whole.digest);
			expect(merged.summary).toEqual(whole.summary);
			expect(merged.manifest.files).toEqual(whole.manifest.files);
			expect(merged.manifest.failures).toEqual(whole.manifest.failures);
			expect(merged.manifest.command).toBe(whole.manifest.command);
			expect(merged.manifest.plan).toEqual(whole.manifest.plan);
			expect((await verifyResults(merged.folder)).faults).toEqual([]);
		},
	);

	test("of a batch with histograms have its bands too, bit for bit", async () => {
		const scenarios = [fakeScenario("calm", 1, { months: 2 })];
		const replicates = { from: 0, to: 4100 };
		const plan = fakePlan({ scenarios, replicates }, 600);
		const whole = await makeFake(plan);
		const merged = complete(await merge(await shardsOf(plan, 4), plan));
		expect(merged.digest).toBe(whole.digest);
		expect(merged.manifest.files).toEqual(whole.manifest.files);
		expect(merged.manifest.quantiles.method).toBe("histogram");
	});

	test("may be named twice", async () => {
		const folders = await shardsOf(fakePlan(), 2);
		const merged = complete(await merge([...folders, ...folders]));
		expect(merged.digest).toBe((await makeFake(fakePlan())).digest);
	});

	test("stay as they are, and are results of their own replicates", async () => {
		const [first = "", second = ""] = await shardsOf(fakePlan(), 2);
		complete(await merge([first, second]));
		expect((await verifyResults(second)).faults).toEqual([]);
		const { runs, manifest } = await readResults(second);
		expect(runs.replicates[0]).toBe(25);
		expect(runs.replicates.length).toBe(25);
		expect(manifest.plan.shard).toEqual({
			...{ index: 2, count: 2, whole: { from: 0, to: 50 } },
		});
	});

	test("tell which replicates are missing, and make no folder", async () => {
		const folders = await shardsOf(fakePlan(), 5);
		const destination = await newPlace();
		const some = folders.filter((_, i) => i !== 1 && i !== 4);
		const failing = merge(some, fakePlan(), { destination });
		await expect(failing).rejects.toThrow(UnfinishedShardsError);
		await expect(failing).rejects.toThrow(
			/^replicates 10 to 19, 40 to 49 are missing; run or resume/,
		);
	});

	test("of another seed, or with paths, are refused with what differs", async () => {
		const [first = ""] = await shardsOf(fakePlan(), 2);
		const [, other = ""] = await shardsOf(fakePlan({ seed: 43 }), 2);
		const [, paths = ""] = await shardsOf(fakePlan({ keepPaths: true }), 2);
		await expect(merge([first, other])).rejects.toThrow(PlanMismatchError);
		await expect(merge([first, other])).rejects.toThrow(
			/not of one batch: seed 42 and 43/,
		);
		await expect(merge([first, paths])).rejects.toThrow(
			/kept paths false and true/,
		);
	});

	test("made by another version are refused with both versions", async () => {
		const [first = "", second = ""] = await shardsOf(fakePlan(), 2);
		const manifest = await readManifest(second);
		const stibium = { version: "0.0.9", git: null };
		await writeManifest(second, { ...manifest, stibium });
		await expect(merge([first, second])).rejects.toThrow(
			/made by stibium \d+\.\d+\.\d+.* and stibium 0\.0\.9/,
		);
	});

	test("cannot be a batch that is whole already", async () => {
		const { folder } = await makeFake(fakePlan());
		await expect(merge([folder])).rejects.toThrow(/is a whole batch already/);
	});

	test("with a damaged block are refused by its name; a resume computes it again", async () => {
		const whole = await makeFake(fakePlan());
		const folders = await shardsOf(fakePlan(), 2);
		await flip(join(folders[1]!, "blocks", "0007.parquet"));
		await expect(merge(folders)).rejects.toThrow(CorruptResultsError);
		await expect(merge(folders)).rejects.toThrow(
			/blocks\/0007\.parquet is corrupt: .*`stibium resume /,
		);
		const second = shardOf(fakePlan(), { index: 2, count: 2 });
		const watch = await request(second);
		complete(await continueResults(folders[1]!, () => second, watch));
		expect(complete(await merge(folders)).digest).toBe(whole.digest);
	});

	test("that differ in a block they both have stop the merge, and both are kept", async () => {
		const folders = await shardsOf(fakePlan(), 2);
		const twin = join(await newPlace(), "twin");
		await cp(folders[0]!, twin, { recursive: true });
		const manifest = await readManifest(twin);
		await flip(join(twin, "blocks", "0002.parquet"));
		const bytes = await readFile(join(twin, "blocks", "0002.parquet"));
		const sha256 = createHash("sha256").update(bytes).digest("hex");
		const blocks = manifest.blocks.map((block) =>
			block.index === 2 ? { ...block, sha256 } : block,
		);
		await writeManifest(twin, { ...manifest, blocks });
		const failing = merge([...folders, twin]);
		await expect(failing).rejects.toThrow(DeterminismError);
		await expect(failing).rejects.toThrow(
			/^determinism violated: .*0002\.parquet and .*twin.*0002\.parquet differ; both are kept$/,
		);
	});

	test("of which one was interrupted give what it has", async () => {
		const [first = "", second = ""] = await shardsOf(fakePlan(), 2);
		const manifest = await readManifest(second);
		await writeManifest(second, { ...manifest, state: "interrupted" });
		expect(complete(await merge([first, second])).digest).toBe(
			(await makeFake(fakePlan())).digest,
		);
		await rm(join(second, "blocks", "journal.jsonl"));
		await expect(merge([first, second])).rejects.toThrow(
			/^replicates 25 to 49 are missing/,
		);
	});

	test("with a lost block keep it lost, unless another folder has it", async () => {
		const folders = await shardsOf(fakePlan(), 2);
		const { plan } = await readManifest(folders[0]!);
		const place = join(await newPlace(), "other");
		await cp(folders[0]!, place, { recursive: true });
		const manifest = await readManifest(place);
		await writeManifest(place, { ...manifest, state: "interrupted" });
		await appendToJournal(place, {
			...{ plan: plan.hash, index: 1, from: 5, to: 10 },
			...{ sha256: null, bytes: 0, lost: "its worker died 3 times" },
		});
		const whole = await makeFake(fakePlan());
		const lost = complete(await merge([place, folders[1]!]));
		expect(lost.digest).not.toBe(whole.digest);
		expect(lost.manifest.blocks[1]?.lost).toBe("its worker died 3 times");
		const kept = complete(await merge([place, ...folders]));
		expect(kept.digest).toBe(whole.digest);
	});
});
