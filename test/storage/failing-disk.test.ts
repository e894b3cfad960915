import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { continueResults } from "../../src/storage/continue-results.ts";
import { StorageError } from "../../src/storage/errors.ts";
import { makeResults } from "../../src/storage/make-results.ts";
import { readManifest } from "../../src/storage/manifest.ts";
import { readResults } from "../../src/storage/read-results.ts";
import { fakePlan, fakeScenario } from "../experiment/fake-batch.ts";
import { complete, makeFake, newPlace, request } from "./fake-results.ts";

/** The operation, counted from 1, from which on the disk is full; none when infinite. */
const disk = vi.hoisted(() => ({ operations: 0, fullFrom: Infinity }));

vi.mock("node:fs/promises", async (importOriginal) => {
	const real = await importOriginal<typeof import("node:fs/promises")>();
	const full = () => {
		disk.operations++;
		if (disk.operations >= disk.fullFrom)
			throw Object.assign(new Error("write"), { code: "ENOSPC" });
	};
	return {
		...real,
		async open(path: string, flags: string) {
			if (flags === "r") return real.open(path, flags);
			full();
			const file = await real.open(path, flags);
			for (const name of ["write", "sync"] as const) {
				const operate = file[name].bind(file) as (
					...given: unknown[]
				) => Promise<unknown>;
				Object.assign(file, {
					[name]: async (...given: unknown[]) => {
						full();
						return operate(...given);
					},
				});
			}
			return file;
		},
		async rename(from: string, to: string) {
			full();
			return real.rename(from, to);
		},
		async mkdir(path: string, options?: object) {
			full();
			return real.mkdir(path, options);
		},
		async rm(path: string, options?: object) {
			full();
			return real.rm(path, options);
		},
	};
});

afterEach(() => {
	disk.fullFrom = Infinity;
});

const plan = fakePlan({
	scenarios: [fakeScenario("calm")],
	replicates: { from: 0, to: 7 },
});

test("wherever the disk becomes full, no half-made file is taken for whole, and what is there can be gone on with", async () => {
	disk.operations = 0;
	const whole = await makeFake(plan);
	const operations = disk.operations;
	expect(operations).toBeGreaterThan(50);
	for (let at = 1; at <= operations; at++) {
		const destination = await newPlace();
		disk.operations = 0;
		disk.fullFrom = at;
		const failing = makeResults(await request(plan, { destination }));
		await expect(failing, `operation ${at}`).rejects.toThrow(StorageError);
		disk.fullFrom = Infinity;
		await goOnIn(destination, whole.digest);
	}
});

/** Goes on in a folder that has a manifest, and expects the digest; else there is nothing to lose. */
async function goOnIn(destination: string, digest: string): Promise<void> {
	const folders = (await readdir(destination)).filter((n) => /^\d{8}-/.test(n));
	for (const name of folders) {
		const folder = join(destination, name);
		if (!(await readdir(folder)).includes("manifest.json")) continue;
		await readManifest(folder);
		const { openRunner } = await request(plan);
		const end = await continueResults(folder, plan, { openRunner });
		expect(complete(end).digest).toBe(digest);
		expect((await readResults(folder)).manifest.digest).toBe(digest);
		expect((await readdir(folder)).sort()).toEqual([
			"manifest.json",
			"months.parquet",
			"runs.parquet",
			"scenarios",
			"summary.csv",
			"summary.json",
		]);
	}
}
