import { readdir, readFile, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { blocksInMemory } from "../../src/experiment/finished-blocks.ts";
import { blocksOf } from "../../src/experiment/plan.ts";
import { digestRows } from "../../src/experiment/row-chunks.ts";
import { serialRunner } from "../../src/experiment/serial-runner.ts";
import { BlockSimulator } from "../../src/experiment/simulate-block.ts";
import { METRICS, SERIES } from "../../src/market/record/record.ts";
import {
	CorruptResultsError,
	IncompleteResultsError,
} from "../../src/storage/errors.ts";
import {
	readManifest,
	writeManifest,
} from "../../src/storage/folder/manifest.ts";
import {
	readResults,
	recordFiles,
} from "../../src/storage/folder/read-results.ts";
import { fakePlan, fakeScenario } from "../experiment/fake-batch.ts";
import { createSimulator } from "../experiment/fake-simulator.ts";
import { makeFake, newPlace } from "./fake-results.ts";

const fragile = [
	fakeScenario("calm"),
	fakeScenario("storm", 2, { title: "fragile", months: 9 }),
];

/** Rows that DuckDB gives for a query on the files of a folder. */
async function ask(folder: string, sql: string) {
	const instance = await DuckDBInstance.create(":memory:");
	const connection = await instance.connect();
	try {
		const text = sql.replaceAll(
			/\{(\w+)\}/g,
			(_, name) => `read_parquet('${join(folder, `${name}.parquet`)}')`,
		);
		const reader = await connection.runAndReadAll(text);
		return reader.getRowObjectsJS();
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

describe("a results folder", () => {
	test("holds what it should and no block, once it is complete", async () => {
		const { folder } = await makeFake(fakePlan());
		expect((await readdir(folder)).sort()).toEqual([
			"manifest.json",
			"months.parquet",
			"runs.parquet",
			"scenarios",
			"summary.csv",
			"summary.json",
		]);
		expect(await readdir(join(folder, "scenarios"))).toEqual([
			"calm.yaml",
			"storm.yaml",
		]);
	});

	test("stands with its manifest before the first replicate", async () => {
		const destination = await newPlace();
		const states: string[] = [];
		await makeFake(fakePlan(), {
			destination,
			async openRunner(plan) {
				const [name = ""] = await readdir(destination);
				states.push((await readManifest(join(destination, name))).state);
				return serialRunner(plan, createSimulator);
			},
		});
		expect(states).toEqual(["running"]);
	});

	test("has the digest of the same batch held in memory", async () => {
		const plan = fakePlan({ seed: "fails", scenarios: fragile });
		const { digest } = await makeFake(plan);
		const simulator = new BlockSimulator(plan, createSimulator);
		const blocks = blocksOf(plan).map((block) => simulator.run(block)!);
		expect(digest).toBe(await digestRows(plan, blocksInMemory(blocks)));
	});

	test("has one digest with paths kept or not, base or not, in any block size", async () => {
		const folders = [
			await makeFake(fakePlan()),
			await makeFake(fakePlan({ keepPaths: true })),
			await makeFake(fakePlan(), { base: null, order: ["storm", "calm"] }),
			await makeFake(fakePlan({}, 8)),
		];
		expect(new Set(folders.map(({ digest }) => digest)).size).toBe(1);
	});

	test("of a batch in the same second and place is another folder", async () => {
		const destination = await newPlace();
		const ends = await Promise.all(
			[1, 2, 3].map(() => makeFake(fakePlan(), { destination })),
		);
		expect(new Set(ends.map(({ folder }) => folder)).size).toBe(3);
		expect(new Set(ends.map(({ digest }) => digest)).size).toBe(1);
	});
});

describe("the tables of a results folder", () => {
	test("give DuckDB the numbers of summary.json", async () => {
		const { folder, summary } = await makeFake(fakePlan());
		const rows = await ask(
			folder,
			`SELECT scenario, count(us_unmet_t)::INT AS n, avg(us_unmet_t) AS mean,
			 quantile_cont(us_unmet_t, 0.05) AS p05, median(us_unmet_t) AS p50,
			 count(*)::INT - count(recovery_months)::INT AS nulls
			 FROM {runs} GROUP BY scenario ORDER BY scenario`,
		);
		for (const { scenario, n, mean, p05, p50, nulls } of rows) {
			const metrics = summary.scenarios[String(scenario)]!;
			expect(n).toBe(metrics["us_unmet_t"]!.n);
			expect(mean).toBeCloseTo(metrics["us_unmet_t"]!.mean.value, 8);
			expect(p05).toBeCloseTo(metrics["us_unmet_t"]!.p05, 8);
			expect(p50).toBeCloseTo(metrics["us_unmet_t"]!.median.value, 8);
			expect(nulls).toBe(metrics["recovery_months"]!.nulls);
			expect(nulls).toBeGreaterThan(0);
		}
		expect(rows.length).toBe(2);
	});

	test("give DuckDB the paired differences of summary.json", async () => {
		const { folder, summary } = await makeFake(fakePlan());
		const [row] = await ask(
			folder,
			`SELECT count(*)::INT AS n, avg(s.recovery_months - c.recovery_months) AS mean
			 FROM {runs} s JOIN {runs} c USING (replicate)
			 WHERE s.scenario = 'storm' AND c.scenario = 'calm'
			 AND s.recovery_months IS NOT NULL AND c.recovery_months IS NOT NULL`,
		);
		const pair = summary.paired.find(
			({ metric }) => metric === "recovery_months",
		)!;
		expect(row?.["n"]).toBe(pair.n);
		expect(row?.["mean"]).toBeCloseTo(pair.mean.value, 8);
	});

	test("list a failed record as failed, with null for its metrics, and leave its replicate out of pairs", async () => {
		const plan = fakePlan({ seed: "fails", scenarios: fragile });
		const { folder, summary, manifest } = await makeFake(plan);
		const rows = await ask(
			folder,
			`SELECT scenario, replicate, us_unmet_t FROM {runs} WHERE status = 'failed'`,
		);
		expect(rows).toEqual(
			[3, 13, 23, 33, 43].map((replicate) => ({
				scenario: "storm",
				replicate,
				us_unmet_t: null,
			})),
		);
		expect(manifest.failures.length).toBe(5);
		expect(manifest.failures[1]).toEqual({
			scenario: "storm",
			replicate: 13,
			message: "mass balance broke (scenario storm, seed fails, replicate 13)",
		});
		for (const name of ["calm", "storm"])
			expect(summary.scenarios[name]!["us_unmet_t"]!.n).toBe(45);
		expect(summary.paired[0]!.n).toBe(45);
	});

	test("carry units in their metadata", async () => {
		const { folder } = await makeFake(fakePlan());
		for (const table of ["runs", "months"]) {
			const rows = await ask(
				folder,
				`SELECT decode(key) AS key, decode(value) AS value
				 FROM parquet_kv_metadata('${join(folder, `${table}.parquet`)}')`,
			);
			const units = rows.find(({ key }) => key === "stibium:units");
			expect(JSON.parse(String(units?.["value"]))["us_unmet_t"]).toBe("t Sb");
		}
	});

	test("of months have a row a scenario, series and month of its horizon", async () => {
		const plan = fakePlan({ scenarios: fragile });
		const { folder } = await makeFake(plan);
		const rows = await ask(
			folder,
			`SELECT scenario, count(*)::INT AS n, min(month) AS first, max(month) AS last,
			 count(DISTINCT series)::INT AS series FROM {months} GROUP BY scenario ORDER BY scenario`,
		);
		expect(rows).toEqual([
			{
				...{ scenario: "calm", n: 5 * SERIES.length, series: SERIES.length },
				...{ first: "2022-01", last: "2022-05" },
			},
			{
				...{ scenario: "storm", n: 9 * SERIES.length, series: SERIES.length },
				...{ first: "2022-01", last: "2022-09" },
			},
		]);
	});

	test("of kept paths give DuckDB the bands of months.parquet", async () => {
		const plan = fakePlan({
			keepPaths: true,
			seed: "fails",
			scenarios: fragile,
		});
		const { folder } = await makeFake(plan);
		const rows = await ask(
			folder,
			`WITH bands AS (
			   SELECT scenario, month, series, quantile_cont(value, 0.05) AS p05, avg(value) AS mean
			   FROM {paths} WHERE replicate % 10 <> 3 GROUP BY ALL)
			 SELECT count(*)::INT AS n, max(abs(b.p05 - m.p05)) AS p05, max(abs(b.mean - m.mean)) AS mean
			 FROM bands b JOIN {months} m USING (scenario, month, series)`,
		);
		expect(rows[0]?.["n"]).toBe(14 * SERIES.length);
		expect(rows[0]?.["p05"]).toBeLessThan(1e-9);
		expect(rows[0]?.["mean"]).toBeLessThan(1e-9);
		const [counts] = await ask(
			folder,
			"SELECT count(*)::INT AS n FROM {paths}",
		);
		expect(counts?.["n"]).toBe((50 * 5 + 45 * 9) * SERIES.length);
	});
});

describe("reading a results folder", () => {
	test("gives back the tables and the summary, bit for bit", async () => {
		const plan = fakePlan({ seed: "fails", scenarios: fragile });
		const { folder, summary, manifest } = await makeFake(plan);
		const results = await readResults(folder);
		expect(results.summary).toEqual(summary);
		expect(results.manifest).toEqual(manifest);
		expect(results.runs.replicates.length).toBe(45);
		expect(results.runs.columns.slice(0, METRICS.length)).toEqual(
			METRICS.map(({ name }) => name),
		);
		const records = createSimulator(plan.scenarios, plan).run(17);
		const at = results.runs.replicates.indexOf(17);
		METRICS.forEach(({ name }, i) => {
			expect(results.runs.column("storm", name)[at]).toBe(
				records[1]!.metrics[i],
			);
		});
		expect(results.months.months("storm").length).toBe(9);
		expect(results.months.bands("storm", "us_use_t").p50.length).toBe(9);
	});

	test("can leave columns on disk", async () => {
		const { folder } = await makeFake(fakePlan());
		const { runs } = await readResults(folder, ["us_unmet_t"]);
		expect(runs.columns).toEqual(["us_unmet_t"]);
		expect(() => runs.column("calm", "grey_share")).toThrow(/grey_share/);
	});

	test("finds every flipped bit and names the file", async () => {
		const { folder, manifest } = await makeFake(fakePlan());
		for (const { name, bytes } of manifest.files) {
			const path = join(folder, name);
			const sound = await readFile(path);
			for (let i = 0; i < 50; i++) {
				const flipped = Uint8Array.from(sound);
				flipped[Math.floor((i / 50) * bytes)]! ^= 1 << (i % 8);
				await writeFile(path, flipped);
				await expect(readResults(folder)).rejects.toThrow(`${name} is corrupt`);
			}
			await writeFile(path, sound);
		}
		await readResults(folder);
	});

	test("names a file that is missing or cut short", async () => {
		const { folder } = await makeFake(fakePlan());
		const path = join(folder, "months.parquet");
		await writeFile(path, (await readFile(path)).subarray(0, 100));
		await expect(readResults(folder)).rejects.toThrow(
			/months\.parquet is corrupt: it holds 100 bytes/,
		);
		await unlink(path);
		await expect(readResults(folder)).rejects.toThrow(CorruptResultsError);
	});

	test("notes charts that are added, and does without them when they go", async () => {
		const { folder } = await makeFake(fakePlan());
		await writeFile(join(folder, "report.html"), "<p>");
		await recordFiles(folder, ["report.html"]);
		await recordFiles(folder, ["report.html"]);
		const { files } = await readManifest(folder);
		expect(files.filter(({ name }) => name === "report.html")).toEqual([
			{
				name: "report.html",
				bytes: 3,
				sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
			},
		]);
		await unlink(join(folder, "report.html"));
		await readResults(folder);
	});

	test("refuses a folder whose batch has not ended", async () => {
		const { folder, manifest } = await makeFake(fakePlan());
		await writeManifest(folder, { ...manifest, state: "running" });
		await expect(readResults(folder)).rejects.toThrow(IncompleteResultsError);
	});

	test("of an empty range of replicates works, without a number", async () => {
		const plan = fakePlan({ replicates: { from: 7, to: 7 } });
		const { folder, replicates } = await makeFake(plan);
		expect(replicates).toBe(0);
		const { runs, months, summary } = await readResults(folder);
		expect(runs.replicates.length).toBe(0);
		expect(months.bands("calm", "us_use_t").p50[0]).toBeNaN();
		expect(summary.scenarios["calm"]!["us_unmet_t"]!.n).toBe(0);
		expect((await stat(join(folder, "runs.parquet"))).size).toBeGreaterThan(0);
	});
});
