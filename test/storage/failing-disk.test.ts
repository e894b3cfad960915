import { readdirSync, readFileSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { StorageError } from "../../src/storage/errors.ts";
import type { BatchEnd } from "../../src/storage/folder/batch-end.ts";
import { continueResults } from "../../src/storage/folder/continue-results.ts";
import { makeResults } from "../../src/storage/folder/make-results.ts";
import { verifyResults } from "../../src/storage/folder/verify-results.ts";
import { fakePlan, fakeScenario } from "../experiment/fake-batch.ts";
import { many } from "../long.ts";
import { complete, newPlace, request } from "./fake-results.ts";
import { Dead, type Fault, nextRun, operations } from "./faulty-disk.ts";

vi.mock("../../src/storage/disk/disk.ts", async (importOriginal) =>
	(await import("./faulty-disk.ts")).faultyDisk(await importOriginal()),
);
vi.mock("../../src/storage/folder/about-program.ts", async (importOriginal) =>
	(await import("./quick-program.ts")).quickProgram(await importOriginal()),
);

/** With `npm run kills` every single operation fails once, as the disk is read too. */
const EVERY = process.env["STIBIUM_EVERY_OPERATION"] === "1";
/** Else of equal operations that only look at the disk, one in so many. */
const STRIDE = 40;

const plan = fakePlan({
	scenarios: [fakeScenario("calm")],
	replicates: { from: 0, to: 7 },
});

afterEach(() => nextRun());

const make = async (destination: string) =>
	makeResults(await request(plan, { destination }));

const goOn = async (folder: string) =>
	continueResults(folder, () => plan, await request(plan));

/** A batch that nothing disturbs: its digest, and where it is worth disturbing. */
async function undisturbed(fault: Fault) {
	nextRun();
	const { digest } = complete(await make(await newPlace()));
	return { digest, places: placesFor(fault) };
}

/** Operations after which the disk is as it was before them, until the next one. */
const NO_TRACE: Readonly<Record<Fault, RegExp>> = {
	full: /^(sync|close)/,
	failing: /^close/,
	short: /^(?!write)/,
	dead: /^(sync|close)/,
};

/**
 * Operations that meet the fault: all that leave a trace, half of them on a full disk,
 * which stops a batch as a failing one does. Of those that only look at the disk a failing
 * one alone takes note. Every day one in four of all these is tried.
 */
function placesFor(fault: Fault): readonly number[] {
	const seen = new Map<string, number>();
	const tried = operations.flatMap(({ name, changes }, place) => {
		const times = seen.get(name) ?? 0;
		seen.set(name, times + 1);
		const isTried = changes
			? !NO_TRACE[fault].test(name) && (fault !== "full" || place % 2 === 0)
			: fault === "failing" && times % STRIDE === 0;
		return isTried || EVERY ? [place] : [];
	});
	return EVERY ? tried : tried.filter((_, i) => i % many(4, 1) === 0);
}

/** What becomes of a batch that meets a fault: complete, or an error in words, or a dead process. */
async function outcome(batch: Promise<BatchEnd>): Promise<string> {
	try {
		return complete(await batch).digest;
	} catch (error) {
		if (error instanceof StorageError) return "stopped";
		if (error instanceof Dead) return "dead";
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
	const held = (await readdir(folder)).filter((name) => name !== "lock");
	expect(held.sort()).toEqual([
		"manifest.json",
		"months.parquet",
		"runs.parquet",
		"scenarios",
		"summary.csv",
		"summary.json",
	]);
}

describe.each<[Fault, readonly string[]]>([
	["full", ["complete", "stopped"]],
	["failing", ["complete", "stopped"]],
	["short", ["complete"]],
	["dead", ["complete", "dead"]],
])("a disk that is %s at its n-th operation, for every n", (fault, ends) => {
	test("loses nothing: what is there is gone on with, to the same digest", async () => {
		const { digest, places } = await undisturbed(fault);
		expect(places.length).toBeGreaterThan(many(3, 15));
		const outcomes = new Set<string>();
		for (const place of places) {
			const destination = await newPlace();
			nextRun(fault, place);
			const end = await outcome(make(destination));
			outcomes.add(end === digest ? "complete" : end);
			await endsWell(destination, digest);
		}
		expect([...outcomes].sort()).toEqual(ends);
	});
});

test.each<Fault>(["full", "failing", "dead"])(
	"a resume that meets a disk that is %s can be resumed",
	async (fault) => {
		const { digest, places } = await undisturbed(fault);
		for (const place of places.filter(
			(_, i) => EVERY || i % many(4, 12) === 3,
		)) {
			const destination = await newPlace();
			nextRun("dead", 80);
			await outcome(make(destination));
			const folder = (await begun(destination))!;
			await reboot(folder);
			nextRun(fault, place);
			await outcome(goOn(folder));
			await endsWell(destination, digest);
		}
	},
);

test("no other file of storage touches results on disk than the one whose functions fail here", () => {
	const storage = join(import.meta.dirname, "../../src/storage");
	const others = readdirSync(storage, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.filter((name) =>
			/from "node:fs/.test(readFileSync(join(storage, name), "utf8")),
		);
	expect(others.sort()).toEqual([
		"disk/disk.ts",
		"disk/owner.ts", // asks the system about processes
		"disk/plain-file.ts", // reads figures and scenarios, from whomever
		"folder/about-program.ts", // reads the program's own package
		"folder/published.ts", // reads what comes with the program
		"folder/scenario-files.ts", // follows the links of scenario files
		"query/duck-db.ts", // reads the program's own package
	]);
});
