import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { cli, type Ended, workFolder } from "./program.ts";

const folder = workFolder();

interface Json {
	readonly results: string;
	readonly digest: string;
	readonly replicates: number;
	readonly seconds: number;
	readonly scenarios: Record<
		string,
		Record<string, { p50: number; mean: number; n: number }>
	>;
	readonly paired: readonly {
		base: string;
		other: string;
		metric: string;
		mean: { value: number };
	}[];
}

function json(ended: Ended): Json {
	expect(ended.code, ended.talk).toBe(0);
	return JSON.parse(ended.out) as Json;
}

const run = async (words: readonly string[]): Promise<Json> =>
	json(await cli(["run", ...words, "--json", "--out", "out"], folder));

/** 16 replicates of the record under seed 7, and more words. */
const seven = async (...words: readonly string[]): Promise<Json> =>
	await run(["as-happened", "-n", "16", "--seed", "7", ...words]);

describe("a batch", async () => {
	const plain = await seven("--workers", "1");

	it("has one digest with one worker, two, and again", async () => {
		const two = await seven("--workers", "2");
		const again = await seven("--workers", "1");
		expect(two.digest).toBe(plain.digest);
		expect(again.digest).toBe(plain.digest);
		expect(two.results).not.toBe(plain.results);
	});

	it("has another digest with another seed, and the same with --keep-paths", async () => {
		const kept = await seven("--keep-paths");
		const other = await run(["as-happened", "-n", "16", "--seed", "8"]);
		expect(kept.digest).toBe(plain.digest);
		expect(other.digest).not.toBe(plain.digest);
		expect(existsSync(join(folder, kept.results, "paths.parquet"))).toBe(true);
	});

	it("leaves a folder that describes itself", async () => {
		const at = (file: string) => join(folder, plain.results, file);
		const manifest = JSON.parse(readFileSync(at("manifest.json"), "utf8"));
		expect(manifest).toMatchObject({
			state: "complete",
			stream: "stibium/1",
			digest: plain.digest,
			command: "npx stibium run as-happened -n 16 --seed 7",
		});
		for (const file of [
			"runs.parquet",
			"months.parquet",
			"summary.json",
			"summary.csv",
			"scenarios/as-happened.yaml",
		])
			expect(existsSync(at(file)), file).toBe(true);
		expect(existsSync(at("blocks"))).toBe(false);
		expect(
			(await cli(["check", at("scenarios/as-happened.yaml")], folder)).code,
		).toBe(0);
	});

	it("is read by DuckDB, which finds the means of summary.json", async () => {
		const duck = await (await DuckDBInstance.create(":memory:")).connect();
		const file = join(folder, plain.results, "runs.parquet");
		const found = await duck.runAndReadAll(
			`SELECT avg(mean_price_12m_usd_t) AS mean, count(*)::INTEGER AS n FROM '${file}'`,
		);
		const [row] = found.getRowObjects();
		const told = plain.scenarios["as-happened"]?.["mean_price_12m_usd_t"];
		expect(Number(row?.["mean"])).toBeCloseTo(told?.mean as number, 6);
		expect(row?.["n"]).toBe(16);
	});

	it("suspension-extended and ban-returns are equal to the bit before 2026-11 and differ after", async () => {
		const both = await run([
			"suspension-extended",
			"ban-returns",
			"-n",
			"10",
			"--seed",
			"3",
			"--keep-paths",
		]);
		const duck = await (await DuckDBInstance.create(":memory:")).connect();
		const file = join(folder, both.results, "paths.parquet");
		const count = async (where: string): Promise<number> => {
			const found = await duck.runAndReadAll(
				`SELECT count(*)::INTEGER AS n FROM '${file}' a JOIN '${file}' b USING (replicate, month, series)
				 WHERE a.scenario = 'suspension-extended' AND b.scenario = 'ban-returns' AND a.value <> b.value AND ${where}`,
			);
			return Number(found.getRowObjects()[0]?.["n"]);
		};
		expect(await count("month < '2026-11'")).toBe(0);
		expect(await count("month > '2026-12'")).toBeGreaterThan(1000);
	});
});

describe("a comparison", () => {
	it("tells paired differences, draws its charts, and ends with what to open and how to repeat it", async () => {
		const ended = await cli(
			[
				"compare",
				"no-restrictions",
				"ban-returns",
				"-n",
				"40",
				"--seed",
				"42",
				"--out",
				"out",
			],
			folder,
		);
		expect(ended.code, ended.talk).toBe(0);
		expect(ended.out).toMatch(
			/^Mean price over 12 months, USD\/t\n {2}no-restrictions +[\d,]+ +±[\d,]+ +[\d,]+ to [\d,]+\n {2}ban-returns +[\d,]+ +±[\d,]+ +[\d,]+ to [\d,]+ +\+[\d,]+ +\+[\d,]+ to \+[\d,]+ +\+\d+% +higher$/m,
		);
		expect(ended.out).toMatch(
			/ban-returns against no-restrictions, run by run\n {2}clearly higher in the 12-month price/,
		);
		expect(ended.out).toMatch(
			/repeat {3}npx stibium compare no-restrictions ban-returns -n 40 --seed 42/,
		);
		const picture = /open {5}(\S+)/.exec(ended.out)?.[1] as string;
		expect(readFileSync(join(folder, picture)).subarray(1, 4).toString()).toBe(
			"PNG",
		);
	});

	it("a statement that does not hold is exit 5 and says what it is", async () => {
		const path = join(folder, "proud.yaml");
		writeFileSync(
			path,
			"version: 1\nname: Proud\nquestion: Is it cheap?\nhorizon: {from: 2022-01, to: 2028-12}\nreference: 2026-12\nexpect: ['median(peak_price_usd_t) < 1']\n",
		);
		const ended = await cli(
			["run", "proud.yaml", "-n", "5", "--seed", "1", "--out", "out"],
			folder,
		);
		expect(ended.code).toBe(5);
		expect(ended.talk).toMatch(
			/proud expects median\(peak_price_usd_t\) < 1; it is [\d,]+/,
		);
	});

	it("without a seed one is drawn, told, stored and repeated", async () => {
		const ended = await cli(
			["run", "no-restrictions", "-n", "5", "--out", "out"],
			folder,
		);
		const drawn = /seed (\d+) \(drawn\)/.exec(ended.talk)?.[1] as string;
		expect(ended.out).toContain(`--seed ${drawn}`);
	});
});

describe("small commands", () => {
	it("list names every scenario with its question", async () => {
		const ended = await cli(["list"], folder);
		expect(ended.out).toMatch(
			/^ban-returns +What if the suspension of the US ban lapses/m,
		);
		expect(ended.code).toBe(0);
	});

	it("schema prints JSON Schema", async () => {
		expect(JSON.parse((await cli(["schema"], folder)).out)).toMatchObject({
			title: "A stibium scenario",
		});
	});

	it("--help names the commands", async () => {
		const ended = await cli(["--help"], folder);
		expect(ended.code).toBe(0);
		expect(ended.out).toMatch(/compare <base> <other\.\.>/);
	});
});
