import { appendFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TruthsFile } from "../../../src/cli/calibrate/truths-file.ts";

const size = {
	...{ draws: 1, lucks: 1, members: 1, particles: 1, moves: 1 },
	mostSweeps: 1,
	keptSweeps: 1,
};
const trial = { commit: "abc", seed: "s", size };
const one = { truth: 0, covered: [true], contractions: [0.2], seconds: 1 };

describe("the file of known truths", () => {
	const folder = mkdtempSync(join(tmpdir(), "truths-"));
	const path = join(folder, "new", "recovery.jsonl");

	it("goes on with what an earlier run of the same trial found", async () => {
		const file = await TruthsFile.open(path, trial);
		expect(file.found(0)).toBeNull();
		await file.add(one);
		const again = await TruthsFile.open(path, trial);
		expect(again.found(0)).toMatchObject(one);
		expect(again.found(1)).toBeNull();
	});

	it("makes a torn last line anew", async () => {
		appendFileSync(path, '{"truth": 1, "cov');
		const file = await TruthsFile.open(path, trial);
		expect(file.found(1)).toBeNull();
		await file.add({ ...one, truth: 1 });
		const again = await TruthsFile.open(path, trial);
		expect(again.found(1)).toMatchObject({ truth: 1 });
		expect(readFileSync(path, "utf8").endsWith("\n")).toBe(true);
	});

	it("takes nothing from a trial of another commit, seed or size", async () => {
		for (const other of [
			{ ...trial, commit: "def" },
			{ ...trial, seed: "t" },
			{ ...trial, size: { ...size, particles: 2 } },
		])
			expect((await TruthsFile.open(path, other)).found(0)).toBeNull();
	});
});
