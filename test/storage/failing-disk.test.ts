import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { continueResults } from "../../src/storage/continue-results.ts";
import { StorageError } from "../../src/storage/errors.ts";
import { type BatchEnd, makeResults } from "../../src/storage/make-results.ts";
import { verifyResults } from "../../src/storage/verify-results.ts";
import { fakePlan, fakeScenario } from "../experiment/fake-batch.ts";
import { complete, newPlace, request } from "./fake-results.ts";
import { disk, type Fault, Killed, nextRun } from "./faulty-disk.ts";

vi.mock("../../src/storage/disk.ts", async (importOriginal) => {
	const { faultyDisk } = await import("./faulty-disk.ts");
	return faultyDisk(await importOriginal());
});

const plan = fakePlan({
	scenarios: [fakeScenario("calm")],
	replicates: { from: 0, to: 7 },
});

afterEach(() => nextRun());

const make = async (destination: string) =>
	makeResults(await request(plan, { destination }));

const goOn = async (folder: string) =>
	continueResults(folder, () => plan, await request(plan));

/** A batch that nothing disturbs: its digest, and the operations that it takes. */
async function undisturbed(): Promise<{ digest: string; operations: number }> {
	nextRun();
	const { digest } = complete(await make(await newPlace()));
	return { digest, operations: disk.operations };
}

/** What becomes of a batch that meets a fault: complete, or an error in words, or a dead process. */
async function outcome(batch: Promise<BatchEnd>): Promise<string> {
	try {
		return complete(await batch).digest;
	} catch (error) {
		if (error instanceof StorageError) return "stopped";
		if (error instanceof Killed) return "killed";
		throw error;
	}
}

/** The folder of a place that can be gone on with; null when nothing was begun. */
async function begun(place: string): Promise<string | null> {
	const name = (await readdir(place)).find((one) => /^\d{8}-/.test(one));
	if (name === undefined) return null;
	const held = await readdir(join(place, name), { recursive: true });
	return held.some((file) => /(^|\/)manifest\.json$/.test(file))
		? join(place, name)
		: null;
}

/** Lets the lock be of another start of the machine, as it is when the power went. */
async function reboot(folder: string): Promise<void> {
	const path = join(folder, "lock");
	const text = await readFile(path, "utf8").catch(() => "");
	const boot = /"boot":"[^"]*"/;
	if (boot.test(text))
		await writeFile(path, text.replace(boot, '"boot":"another"'));
}

/** Goes on in a place to the digest, every file sound and nothing left over. */
async function endsWell(place: string, digest: string): Promise<void> {
	nextRun();
	const folder = await begun(place);
	if (folder === null) return;
	await reboot(folder);
	expect(complete(await goOn(folder)).digest).toBe(digest);
	expect((await verifyResults(folder)).faults).toEqual([]);
	expect((await readdir(folder)).sort()).toEqual([
		"manifest.json",
		"months.parquet",
		"runs.parquet",
		"scenarios",
		"summary.csv",
		"summary.json",
	]);
}

describe.each<Fault>(["full", "error", "short", "killed"])(
	"a disk that is %s at its n-th operation, for every n",
	(fault) => {
		test("loses nothing: what is there is gone on with, to the same digest", async () => {
			const { digest, operations } = await undisturbed();
			const outcomes = new Set<string>();
			expect(operations).toBeGreaterThan(100);
			for (let at = 1; at <= operations; at++) {
				const place = await newPlace();
				nextRun(fault, at);
				outcomes.add(await outcome(make(place)));
				await endsWell(place, digest);
			}
			expect([...outcomes].sort()).toEqual(
				{
					full: [digest, "stopped"].sort(),
					error: [digest, "stopped"].sort(),
					short: [digest],
					killed: ["killed"],
				}[fault],
			);
		});
	},
);

test.each<Fault>(["full", "error", "killed"])(
	"a resume that meets a disk that is %s can be resumed",
	async (fault) => {
		const { digest, operations } = await undisturbed();
		for (let at = 3; at <= operations; at += 7) {
			const place = await newPlace();
			nextRun("killed", Math.round(0.6 * operations));
			await outcome(make(place));
			const folder = (await begun(place))!;
			await reboot(folder);
			nextRun(fault, at);
			await outcome(goOn(folder));
			await endsWell(place, digest);
		}
	},
);
