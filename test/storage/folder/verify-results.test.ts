import { readdir, readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { shardOf } from "../../../src/experiment/plan.ts";
import { MissingResultsError } from "../../../src/storage/errors.ts";
import {
	readManifest,
	writeManifest,
} from "../../../src/storage/folder/manifest.ts";
import { recordFiles } from "../../../src/storage/folder/read-results.ts";
import { verifyResults } from "../../../src/storage/folder/verify-results.ts";
import { fakePlan, fakeScenario } from "../../experiment/fake-batch.ts";
import { many } from "../../long.ts";
import { makeFake, newPlace } from "../fake-results.ts";

/** A disk that is not waited for, and no git to ask: they take longer than the rest. */
vi.mock("../../../src/storage/disk/disk.ts", async (importOriginal) =>
	(await import("../faulty-disk.ts")).faultyDisk(await importOriginal()),
);
vi.mock(
	"../../../src/storage/folder/about-program.ts",
	async (importOriginal) =>
		(await import("../quick-program.ts")).quickProgram(await importOriginal()),
);

/** How many bits are flipped, one at a time. */
const FLIPS = Number(process.env["STIBIUM_FLIPS"] ?? many(25, 1000));

const small = fakePlan({
	scenarios: [fakeScenario("calm")],
	replicates: { from: 0, to: 7 },
});

/** Names of the files that are found corrupt. */
const corruptIn = async (folder: string) =>
	(await verifyResults(folder)).faults.map(({ file }) => file);

/** Every file below a folder, relative to it. */
async function filesBelow(folder: string): Promise<readonly string[]> {
	const found = await readdir(folder, { recursive: true, withFileTypes: true });
	return found
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name).slice(folder.length + 1),
		);
}

test.each([
	["batch", small],
	["shard", shardOf(small, { index: 1, count: 2 })],
])(
	"every flipped bit in any file of a %s is found and named",
	async (_, plan) => {
		const { folder } = await makeFake(plan);
		const files = await filesBelow(folder);
		expect(files.length).toBeGreaterThan(5);
		expect(await corruptIn(folder)).toEqual([]);
		for (let i = 0; i < FLIPS; i++) {
			const name = files[i % files.length]!;
			const path = join(folder, name);
			const sound = await readFile(path);
			const flipped = Uint8Array.from(sound);
			flipped[Math.floor((i / FLIPS) * sound.length)]! ^= 1 << (i % 8);
			await writeFile(path, flipped);
			expect(await corruptIn(folder), `flip ${i}`).toEqual([name]);
			await writeFile(path, sound);
		}
		expect(await corruptIn(folder)).toEqual([]);
	},
);

test("several damaged files are named together, a missing one among them", async () => {
	const { folder } = await makeFake(small);
	await writeFile(join(folder, "summary.csv"), "");
	await unlink(join(folder, "months.parquet"));
	expect(await corruptIn(folder)).toEqual(["months.parquet", "summary.csv"]);
});

test("rows that are whole but not those of the digest are found", async () => {
	const { folder, manifest } = await makeFake(small);
	const digest = "0".repeat(64);
	await writeManifest(folder, { ...manifest, digest });
	const { faults } = await verifyResults(folder);
	expect(faults.map(({ message }) => message)).toEqual([
		`runs.parquet is corrupt: its rows have the digest ${manifest.digest}, the manifest says ${digest}`,
	]);
});

test("a chart that is gone is no damage, one that was changed is", async () => {
	const { folder } = await makeFake(small);
	await writeFile(join(folder, "report.html"), "<p>");
	await recordFiles(folder, ["report.html"]);
	await writeFile(join(folder, "report.html"), "<b>");
	expect(await corruptIn(folder)).toEqual(["report.html"]);
	await unlink(join(folder, "report.html"));
	const verification = await verifyResults(folder);
	expect(verification.faults).toEqual([]);
	expect(verification.gone).toEqual(["report.html"]);
});

test("blocks of a batch that has not ended are held against the journal", async () => {
	const shard = shardOf(small, { index: 1, count: 2 });
	const { folder } = await makeFake(shard);
	const manifest = await readManifest(folder);
	await writeManifest(folder, { ...manifest, state: "running" });
	expect(await corruptIn(folder)).toEqual([]);
	await writeFile(join(folder, "blocks", "0000.parquet"), "");
	expect(await corruptIn(folder)).toEqual(["blocks/0000.parquet"]);
});

test("what is no results folder is said to be none", async () => {
	await expect(verifyResults(await newPlace())).rejects.toThrow(
		MissingResultsError,
	);
});
