import { spawnSync } from "node:child_process";
import { existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { METRICS } from "../../src/market/record/record.ts";
import { AT_MOST, cli, MAIN, workFolder } from "./program.ts";

const folder = workFolder();
const BATCH = ["-n", "10", "--seed", "sb", "--out", "out"];

describe("--json", async () => {
	const ended = await cli(
		["compare", "no-restrictions", "ban-returns", ...BATCH, "--json"],
		folder,
	);

	it("puts exactly one object on standard output, and the table among the talk", () => {
		expect(ended.code, ended.talk).toBe(0);
		expect(ended.out.trim().split("\n")).toHaveLength(1);
		expect(JSON.parse(ended.out)).toMatchObject({
			digest: expect.stringMatching(/^[0-9a-f]{64}$/),
			seed: "sb",
			replicates: 10,
			failed: 0,
			seconds: expect.any(Number),
		});
		expect(ended.talk).toContain("Mean price over 12 months");
	});

	it("gives every metric of every scenario p05, p50, p95, mean and error", () => {
		const { scenarios } = JSON.parse(ended.out);
		expect(Object.keys(scenarios).sort()).toEqual([
			"ban-returns",
			"no-restrictions",
		]);
		for (const { name } of METRICS)
			expect(Object.keys(scenarios["ban-returns"][name])).toEqual(
				expect.arrayContaining(["p05", "p50", "p95", "mean", "error"]),
			);
	});

	it("pairs every other scenario with the base in every metric", () => {
		const { paired } = JSON.parse(ended.out);
		expect(paired).toHaveLength(METRICS.length);
		for (const pair of paired)
			expect(pair).toMatchObject({
				base: "no-restrictions",
				other: "ban-returns",
			});
	});

	it("with -q says nothing else at all", async () => {
		const quiet = await cli(
			["run", "no-restrictions", ...BATCH, "--json", "-q"],
			folder,
		);
		expect(quiet.talk).toBe("");
		expect(JSON.parse(quiet.out).replicates).toBe(10);
	});
});

describe("an answer that does not arrive", () => {
	it("is exit 7 when the disk under standard output is full", () => {
		if (!existsSync("/dev/full")) return;
		const done = spawnSync(process.execPath, [MAIN, "schema"], {
			...AT_MOST,
			stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
			encoding: "utf8",
		});
		expect(done.status).toBe(7);
		expect(done.stderr).toMatch(/did not take all of the answer \(ENOSPC\)/);
	});

	it("is exit 7 when nobody reads it", () => {
		const done = spawnSync(
			"sh",
			["-c", '"$0" "$1" schema | true; sleep 0', process.execPath, MAIN],
			{ ...AT_MOST, encoding: "utf8" },
		);
		expect(done.stderr).toMatch(/did not take all of the answer \(EPIPE\)/);
	});
});

describe("--set", () => {
	const base =
		"version: 1\nname: Base\nquestion: What if nothing?\nhorizon: {from: 2024-01, to: 2028-12}\nreference: 2026-12\n";
	const route =
		"shocks:\n  - {id: via, kind: route, origin: Pakistan, destination: US, good: concentrate, cost: 500 USD/t, capacity: {value: 1000, unit: t/y}, from: 2025-01-01, basis: assumed, source: a test}\n";

	beforeAll(() => {
		writeFileSync(join(folder, "plain.yaml"), base);
		writeFileSync(
			join(folder, "routed.yaml"),
			base.replace("2026-12\n", `2027-06\n${route}`),
		);
	});

	it("changes every scenario that has the path; a comparison counts from the base's month", async () => {
		const ended = await cli(
			[
				...["compare", "plain.yaml", "routed.yaml", ...BATCH, "--json", "-q"],
				...["--set", "shocks.via.capacity=4000", "--set", "horizon.to=2029-12"],
			],
			folder,
		);
		expect(ended.code, ended.talk).toBe(0);
		const { results } = JSON.parse(ended.out);
		const text = (name: string) =>
			readFileSync(join(folder, results, `scenarios/${name}.yaml`), "utf8");
		expect(text("routed")).toMatch(/capacity:\s+value: 4000\s+unit: t\/y/);
		for (const name of ["plain", "routed"]) {
			expect(text(name)).toContain("2029-12");
			expect(text(name)).toMatch(/reference: "?2026-12/);
		}
	});

	it("is refused when none of them has it", async () => {
		const ended = await cli(
			["run", "plain.yaml", "--set", "shocks.via.capacity=4000", ...BATCH],
			folder,
		);
		expect(ended.code).toBe(2);
		expect(ended.talk).toContain("this scenario has no such field");
	});
});

describe("chart", () => {
	it("draws latest in the formats asked for, and names the files", async () => {
		await cli(["run", "no-restrictions", ...BATCH, "-q"], folder);
		const ended = await cli(
			["chart", "latest", "exceedance", "--format", "svg,csv", "--out", "out"],
			folder,
		);
		expect(ended.code, ended.talk).toBe(0);
		const files = ended.out.trim().split("\n");
		expect(files.map((file) => file.replace(/.*\./, ""))).toEqual([
			"svg",
			"csv",
		]);
		for (const file of files) expect(existsSync(join(folder, file))).toBe(true);
	});

	it("that these results cannot give is exit 2, and why", async () => {
		const ended = await cli(
			["chart", "latest", "difference", "--out", "out"],
			folder,
		);
		expect(ended.code).toBe(2);
		expect(ended.talk).toMatch(/a difference needs two scenarios/);
	});

	it("of results that were tampered with is exit 8, and names the file", async () => {
		const json = await cli(
			["run", "no-restrictions", ...BATCH, "--json", "-q"],
			folder,
		);
		const { results } = JSON.parse(json.out);
		const file = join(folder, results, "runs.parquet");
		const bytes = readFileSync(file);
		bytes[100] = (bytes[100] ?? 0) ^ 1;
		writeFileSync(file, bytes);
		const ended = await cli(["chart", results], folder);
		expect(ended.code).toBe(8);
		expect(ended.talk).toMatch(/runs\.parquet is corrupt/);
	});
});

describe("check", () => {
	it("of sound scenarios says what was read", async () => {
		const ended = await cli(
			["check", "ban-returns", "no-restrictions"],
			folder,
		);
		expect(ended.code).toBe(0);
		expect(ended.out).toMatch(
			/^ban-returns is sound: 2022-01 to 2035-12, counted from 2026-12; \d+ shocks/,
		);
	});

	it("tells the faults of all files together", async () => {
		writeFileSync(join(folder, "one.yaml"), "version: 1\nnmae: x\n");
		writeFileSync(join(folder, "two.yaml"), "version: 2\n");
		const ended = await cli(["check", "one.yaml", "two.yaml"], folder);
		expect(ended.code).toBe(3);
		expect(ended.talk).toMatch(/one\.yaml:2:1 {2}unknown key "nmae"/);
		expect(ended.talk).toMatch(/two\.yaml:\d+:\d+ /);
		expect(ended.talk).toMatch(/│ +\^/);
	});

	it("finds a statement about a metric that nobody measures", async () => {
		writeFileSync(
			join(folder, "odd.yaml"),
			"version: 1\nname: Odd\nquestion: What?\nhorizon: {from: 2022-01, to: 2028-12}\nreference: 2026-12\nexpect: ['mean(us_unmt_t) < 1']\n",
		);
		const ended = await cli(["check", "odd.yaml"], folder);
		expect(ended.code).toBe(3);
		expect(ended.talk).toMatch(
			/odd\.yaml:6:11 .*names no metric "us_unmt_t"; did you mean "us_unmet_t"\?/,
		);
	});
});
