import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { serialRunner } from "../../../src/experiment/serial-runner.ts";
import {
	CorruptResultsError,
	MissingResultsError,
} from "../../../src/storage/errors.ts";
import { makeResults } from "../../../src/storage/folder/make-results.ts";
import {
	MANIFEST,
	readManifest,
	writeManifest,
} from "../../../src/storage/folder/manifest.ts";
import { fakePlan } from "../../experiment/fake-batch.ts";
import { createSimulator } from "../../experiment/fake-simulator.ts";
import { makeFake, newPlace, request } from "../fake-results.ts";

test("a manifest says all that is needed to repeat and to check a batch", async () => {
	const { folder, digest } = await makeFake(fakePlan({ without: ["traders"] }));
	const manifest = await readManifest(folder);
	expect(manifest).toMatchObject({
		schema: "stibium-results/1",
		state: "complete",
		stibium: { version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
		stream: "stibium/1",
		licence: "Apache-2.0",
		plan: {
			seed: 42,
			replicates: { from: 0, to: 50 },
			parameters: "prior",
			without: ["traders"],
			order: ["calm", "storm"],
			base: "calm",
		},
		quantiles: { method: "exact", estimator: "R-7 of all values" },
		machine: { node: process.version, v8: process.versions.v8 },
		command: "stibium compare calm storm -n 50 --seed 42",
		warnings: ["storm: a shock lies after the horizon"],
		failures: [],
		digest,
	});
	expect(manifest.scenarios[1]).toMatchObject({
		name: "storm",
		from: "2022-01",
		to: "2022-05",
		reference: "2022-03",
		file: "scenarios/storm.yaml",
		resolved: { parameters: [{ distribution: { value: 2 } }, {}] },
	});
	expect(manifest.blocks.length).toBe(10);
	expect(manifest.files.map(({ name }) => name)).toEqual([
		"scenarios/calm.yaml",
		"scenarios/storm.yaml",
		"runs.parquet",
		"months.parquet",
		"summary.json",
		"summary.csv",
	]);
	expect(Date.parse(manifest.end ?? "")).toBeGreaterThanOrEqual(
		Date.parse(manifest.start),
	);
});

describe.skipIf(!existsSync(".git"))("a manifest in a checkout", () => {
	afterEach(() => vi.unstubAllEnvs());

	test("names its commit", async () => {
		const { manifest } = await makeFake(fakePlan());
		expect(manifest.stibium.git?.sha).toBe(
			execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).trim(),
		);
	});

	test("stands before git has answered, says so, and names the commit once the batch is complete", async () => {
		const answer = await slowGit();
		const destination = await newPlace();
		const { manifest } = await makeFake(fakePlan(), {
			destination,
			async openRunner(plan) {
				const [name = ""] = await readdir(destination);
				const begun = await readManifest(join(destination, name));
				expect(begun.stibium).toMatchObject({
					git: null,
					commitUnknown: "git had not answered when the batch began",
				});
				answer();
				return serialRunner(plan, createSimulator);
			},
		});
		expect(manifest.stibium).toEqual({
			version: expect.any(String),
			git: { sha: SHA, dirty: false },
		});
	});

	test("says why the commit is unknown when a batch is interrupted before git answers", async () => {
		await slowGit();
		const controller = new AbortController();
		const destination = await newPlace();
		const end = await makeResults(
			await request(fakePlan(), {
				destination,
				signal: controller.signal,
				onFolder: () => controller.abort(),
			}),
		);
		expect(end.state).toBe("interrupted");
		expect((await readManifest(end.folder)).stibium).toMatchObject({
			git: null,
			commitUnknown: "the batch ended before git answered",
		});
	});

	test("says why the commit is unknown when git fails", async () => {
		await fakeGit("exit 3");
		const { manifest } = await makeFake(fakePlan());
		expect(manifest.stibium).toMatchObject({
			git: null,
			commitUnknown: expect.stringMatching(
				/^git did not tell it: .*rev-parse|status/,
			),
		});
	});
});

test("every flipped bit of a manifest is found", async () => {
	const { folder } = await makeFake(fakePlan());
	const path = join(folder, MANIFEST);
	const sound = await readFile(path);
	const flips = 300;
	for (let i = 0; i < flips; i++) {
		const bytes = Uint8Array.from(sound);
		bytes[Math.floor((i / flips) * bytes.length)]! ^= 1 << (i % 8);
		await writeFile(path, bytes);
		await expect(readManifest(folder)).rejects.toThrow(CorruptResultsError);
	}
});

test("a manifest that is cut short, or longer by a line, is found", async () => {
	const { folder } = await makeFake(fakePlan());
	const path = join(folder, MANIFEST);
	const sound = await readFile(path, "utf8");
	for (const text of [sound.slice(0, -3), `${sound}\n`, ""]) {
		await writeFile(path, text);
		await expect(readManifest(folder)).rejects.toThrow(
			/manifest\.json is corrupt/,
		);
	}
});

test("a manifest whose words hold a checksum is read as written", async () => {
	const { folder, manifest } = await makeFake(fakePlan());
	const sly = `"checksum": "${"0".repeat(64)}"\n}\n$& $1`;
	await writeManifest(folder, { ...manifest, command: sly, warnings: [sly] });
	expect((await readManifest(folder)).command).toBe(sly);
});

test("a folder without a manifest is not a results folder", async () => {
	await expect(readManifest(await newPlace())).rejects.toThrow(
		MissingResultsError,
	);
});

const SHA = "0123456789abcdef0123456789abcdef01234567";

/** Puts a program of our own in the place of git until the test ends; its folder. */
async function fakeGit(script: string): Promise<string> {
	const place = await newPlace();
	const path = join(place, "git");
	writeFileSync(path, `#!/bin/sh\n${script}\n`);
	chmodSync(path, 0o755);
	vi.stubEnv("PATH", `${place}:${process.env["PATH"]}`);
	return place;
}

/** A git that is silent until it is told to answer. */
async function slowGit(): Promise<() => void> {
	const place = await fakeGit(
		[
			'while [ ! -e "$0.may-answer" ]; do sleep 0.05; done',
			`case "$*" in *rev-parse*) echo ${SHA};; esac`,
		].join("\n"),
	);
	return () => writeFileSync(join(place, "git.may-answer"), "");
}
