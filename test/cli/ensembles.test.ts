import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RECORD_ENSEMBLE } from "../../src/calibration/priors/record-ensemble.ts";
import { ensembleText } from "../../src/storage/folder/ensemble-file.ts";
import { cli, type Ended, workFolder } from "./program.ts";

const folder = workFolder();

/** Eight members of the shipped ensemble as an ensemble of one's own. */
mkdirSync(join(folder, "mine"), { recursive: true });
writeFileSync(
	join(folder, "mine", "ensemble.json"),
	ensembleText({
		...RECORD_ENSEMBLE,
		members: RECORD_ENSEMBLE.members
			.slice(0, 8)
			.map((member) => ({ ...member, weight: 1 / 8 })),
	}),
);

const run = (...words: readonly string[]): Promise<Ended> =>
	cli(
		[
			"run",
			"as-happened",
			"-n",
			"12",
			"--seed",
			"3",
			"--json",
			"--out",
			"out",
			...words,
		],
		folder,
	);

async function json(
	ended: Promise<Ended>,
): Promise<{ digest: string; results: string }> {
	const { code, out, talk } = await ended;
	expect(code, talk).toBe(0);
	return JSON.parse(out);
}

const manifestOf = ({ results }: { results: string }) =>
	JSON.parse(readFileSync(join(folder, results, "manifest.json"), "utf8"));

describe("where a batch begins", async () => {
	const usual = await json(run());
	const mine = await json(run("--from", "mine"));

	it("is the shipped record unless it is told otherwise", async () => {
		expect((await json(run("--from", "record"))).digest).toBe(usual.digest);
		const manifest = manifestOf(usual);
		expect(manifest.plan.ensemble.to).toBe("2025-12");
		expect(manifest.command).not.toContain("--from");
		expect(existsSync(join(folder, usual.results, "ensemble.json"))).toBe(
			false,
		);
	});

	it("is the end of 2024 with --from posterior", async () => {
		const posterior = await json(run("--from", "posterior"));
		expect(posterior.digest).not.toBe(usual.digest);
		expect(manifestOf(posterior).plan.ensemble).toBeNull();
		expect(manifestOf(posterior).command).toContain("--from posterior");
	});

	it("may be an ensemble of one's own, by file or folder, which the results hold", async () => {
		expect((await json(run("--from", "mine/ensemble.json"))).digest).toBe(
			mine.digest,
		);
		expect(new Set([usual.digest, mine.digest]).size).toBe(2);
		expect(existsSync(join(folder, mine.results, "ensemble.json"))).toBe(true);
	});

	it("is found again by repro, explain, verify and chart from the folder alone", async () => {
		for (const words of [
			["verify", mine.results],
			["repro", mine.results],
			["explain", mine.results, "--replicate", "3"],
			["chart", mine.results, "history", "--format", "csv"],
		]) {
			const { code, talk, out } = await cli(words, folder);
			expect(code, `${words.join(" ")}: ${talk}${out}`).toBe(0);
		}
	});

	it("goes through shards and their merge with the digest of the whole", async () => {
		const folders: string[] = [];
		for (const shard of ["1/2", "2/2"]) {
			const out = `part-${shard[0]}`;
			const ended = await run("--from", "mine", "--shard", shard, "--out", out);
			expect(ended.code, ended.talk).toBe(0);
			const [made = ""] = readdirSync(join(folder, out)).filter(
				(name) => name !== "latest",
			);
			folders.push(join(out, made));
		}
		const merged = await cli(
			["merge", ...folders, "--out", "merged", "--json"],
			folder,
		);
		expect(merged.code, merged.talk).toBe(0);
		expect(JSON.parse(merged.out).digest).toBe(mine.digest);
	});

	it("cannot be had with parameters that begin elsewhere", async () => {
		const { code, talk } = await run(
			"--from",
			"record",
			"--parameters",
			"prior",
		);
		expect(code).toBe(2);
		expect(talk).toContain("--from cannot be had with --parameters prior");
		const prior = await json(run("--parameters", "prior"));
		expect(manifestOf(prior).plan.ensemble).toBeNull();
	});

	it.each([
		["nowhere.json", /nowhere\.json does not exist/],
		["out", /out does not exist|no ensemble|ensemble\.json/],
	])("is refused in one line when it is %s", async (from, words) => {
		const { code, talk } = await run("--from", from);
		expect(code).toBe(2);
		expect(talk).toMatch(words);
	});

	it("is refused when the ensemble of the results is another than its manifest names", async () => {
		const path = join(folder, mine.results, "ensemble.json");
		const text = readFileSync(path, "utf8");
		writeFileSync(path, text.replace(/"stream":\d+/, '"stream":7777'));
		const { code, talk, out } = await cli(["verify", mine.results], folder);
		writeFileSync(path, text);
		expect(code).toBe(8);
		expect(talk + out).toContain("ensemble.json");
	});
});

describe("a record", () => {
	const HEAD = "date,series,value,unit,sd,source,factor,bound,note";
	const assimilate = (rows: readonly string[], ...words: readonly string[]) => {
		writeFileSync(join(folder, "r.csv"), [HEAD, ...rows, ""].join("\n"));
		return cli(["assimilate", "r.csv", ...words], folder);
	};

	it("with faults is refused with line, column and remedy, and nothing is run", async () => {
		const { code, talk } = await assimilate([
			"2026-03,price_china_usd_t,150000,CNY/t,3%,us,,,",
			"2026-03,us_imports_t,900,t gross,,us,,,",
		]);
		expect(code).toBe(3);
		expect(talk).toMatch(
			/r\.csv:2:34 {2}unit is "CNY\/t", which does not say whether value-added tax/,
		);
		expect(talk).toMatch(/r\.csv:3:\d+ {2}sd is missing/);
		expect(talk).toMatch(/r\.csv:3:\d+ {2}factor is missing/);
	});

	it("must lie after what it is laid on", async () => {
		const row = "2025-06,price_china_usd_t,22857,USD/t,3%,us,,,";
		const { code, talk } = await assimilate([row], "--from", "record");
		expect(code).toBe(3);
		expect(talk).toContain(
			"before the state that the record is laid on, of 2025-12",
		);
	});

	it("that is no file is refused in one line", async () => {
		const { code, talk } = await cli(["assimilate", "none.csv"], folder);
		expect(code).toBe(2);
		expect(talk).toContain(
			"none.csv does not exist; expected the path of a record",
		);
	});

	it("to begin with is written by init, once", async () => {
		const first = await cli(["init", "record"], folder);
		expect(first.code, first.talk).toBe(0);
		expect(readFileSync(join(folder, "record.csv"), "utf8")).toContain(
			"price_rotterdam_usd_t",
		);
		const second = await cli(["init", "record"], folder);
		expect(second.code).toBe(2);
	});
});
