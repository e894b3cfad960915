import {
	copyFileSync,
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { figureCode } from "../../../src/figures/figure-code.ts";
import type { BatchRecord } from "../../../src/figures/provenance.ts";
import { readFigure } from "../../../src/figures/read-figure.ts";
import { hashFile } from "../../../src/storage/disk/file-hash.ts";
import {
	readManifest,
	writeManifest,
} from "../../../src/storage/folder/manifest.ts";
import { ParquetFile } from "../../../src/storage/tables/parquet-reader.ts";
import { ParquetPieces } from "../../../src/storage/tables/parquet-writer.ts";
import { LONG, many } from "../../long.ts";
import { cli, type Ended, workFolder } from "../program.ts";

const place = workFolder();
const SHORT =
	"version: 1\nname: Short\nquestion: What if it is short?\nhorizon: {from: 2024-01, to: 2026-12}\nreference: 2025-01\n";
const KINDS = ["fan", "story", "flows", "exceedance"];

/** Runs the program in the place of these tests. */
const here = async (...words: string[]): Promise<Ended> =>
	await cli(words, place);
const repro = async (...words: string[]): Promise<Ended> =>
	await here("repro", "-q", ...words);

let results = "";
const charts = (folder = results) => join(place, folder, "charts");
const figure = (ending: string, kind = "fan"): string => {
	const names = readdirSync(charts()).filter((name) => name.startsWith(kind));
	return join(charts(), names.find((name) => name.endsWith(ending)) ?? "");
};

beforeAll(async () => {
	for (const name of ["short", "other"])
		writeFileSync(join(place, `${name}.yaml`), SHORT);
	const ran = await here(
		"run",
		"short.yaml",
		"other.yaml",
		"-n",
		"6",
		"--seed",
		"7",
	);
	expect(ran.code, ran.talk).toBe(0);
	const [name = ""] = readdirSync(join(place, "results"));
	results = join("results", name);
	const drew = await here("chart", results, ...KINDS, "--replicate", "worst");
	expect(drew.code, drew.talk).toBe(0);
});

/** A copy of the results under another name, for a test to spoil. */
function copy(name: string): string {
	const folder = join("copies", name);
	cpSync(join(place, results), join(place, folder), { recursive: true });
	return folder;
}

/** A copy of the SVG of the fan, alone in a folder, with another record. */
function forged(change: (record: BatchRecord) => object): string {
	const path = figure(".svg");
	const { record } = readFigure(path);
	if (record.of !== "batch") throw new Error("the fan is of a batch");
	const svg = readFileSync(path, "utf8").replace(
		/stibium-figure\/1:[\w+/=]+/,
		figureCode({ ...record, ...change(record) }),
	);
	const file = join(place, "forged.svg");
	writeFileSync(file, svg);
	return file;
}

describe("repro of a figure", () => {
	it.each(many([".png"], [".svg", ".png", ".pdf"]))(
		"is identical from the %s alone, in an empty folder",
		async (ending) => {
			const alone = join(place, "alone");
			mkdirSync(alone, { recursive: true });
			const file = join(alone, `figure${ending}`);
			copyFileSync(figure(ending), file);
			const done = await cli(["repro", file, "--json", "-q"], alone);
			expect(done.code, done.talk).toBe(0);
			expect(JSON.parse(done.out)).toMatchObject({
				figure: `figure${ending}`,
				identical: true,
				sameFile: true,
				compared: ["spec", "plotted numbers"],
				notes: [],
				differences: [],
			});
			expect(readdirSync(alone)).not.toContain("results");
			rmSync(file);
		},
	);

	it.each(many(["story"], ["story", "flows"]))(
		"of one replicate is identical: %s",
		async (kind) => {
			const done = await repro(figure(".svg", kind));
			expect(done.code, done.talk + done.out).toBe(0);
			expect(done.out).toMatch(/^identical {2}/);
		},
	);

	it.runIf(LONG).each([
		[
			"response",
			["sweep", "short.yaml", "--vary", "reference=2025-01,2025-02"],
		],
		["tornado", ["run", "short.yaml", "--charts", "--parameters", "prior"]],
	])("of more than scenarios is identical: %s", async (kind, words) => {
		const own = join(place, kind);
		const size = kind === "tornado" ? "70" : "5";
		const ran = await here(...words, "-n", size, "--out", own, "-q");
		expect(ran.code, ran.talk).toBe(0);
		const folder = join(own, "latest", "charts");
		const [file = ""] = readdirSync(folder).filter((name) =>
			new RegExp(`^${kind}.*png$`).test(name),
		);
		const done = await repro(join(folder, file));
		expect(done.code, done.talk + done.out).toBe(0);
		expect(done.out).toMatch(/^identical {2}/);
	});

	it("keeps the batch and the figure where a folder is named", async () => {
		const done = await repro(figure(".svg"), "--out", "kept");
		expect(done.out).toMatch(/kept {7}kept\/\d{8}-/);
		const drawn = join(place, "kept", "latest", "charts");
		expect(readdirSync(drawn)).toHaveLength(1);
	});

	it("differs, and says in what, when the seed in it is another", async () => {
		const file = forged(({ plan }) => ({ plan: { ...plan, seed: 8 } }));
		copyFileSync(figure(".csv"), file.replace(".svg", ".csv"));
		const done = await repro(file);
		rmSync(file.replace(".svg", ".csv"));
		expect(done.code, done.talk).toBe(6);
		expect(done.out).toMatch(/^differs {4}forged\.svg/);
		expect(done.out).toMatch(/the plan has the hash \w+, stored \w+: seed/);
		expect(done.out).toMatch(/the digest is \w+, stored \w+/);
		expect(done.out).toMatch(/the spec has SHA-256 \w+, stored \w+/);
		expect(done.out).toMatch(
			/\.csv differs at line \d+, .+: stored [\d.]+, drawn again [\d.]+/,
		);
	});

	it("differs when a scenario in it, or the program that made it, is another", async () => {
		const other = forged(({ scenarios }) => ({
			scenarios: scenarios.map((one) => ({
				...one,
				text: one.text.replace("to: 2026-12", "to: 2026-11"),
			})),
		}));
		const changed = await repro(other);
		expect(changed.code).toBe(6);
		expect(changed.out).toMatch(/scenario short has the hash \w+, stored \w+/);
		const old = await repro(
			forged(() => ({ stibium: { version: "0.0.9", git: null } })),
		);
		expect(old.out).toMatch(/note {7}made by stibium 0\.0\.9; this is stibium/);
	});

	it("notes that the picture itself was changed", async () => {
		const file = join(place, "painted.svg");
		const svg = readFileSync(figure(".svg"), "utf8");
		writeFileSync(file, svg.replace("</svg>", "<g/></svg>"));
		const done = await repro(file);
		expect(done.code).toBe(0);
		expect(done.out).toMatch(/note .*not the one drawn here to the byte/);
	});

	it.each([
		[
			"what a scenario may not hold",
			3,
			({ scenarios }: BatchRecord) => ({
				scenarios: scenarios.map((one) => ({ ...one, text: "a: &b 1" })),
			}),
			/in .*forged\.svg/,
		],
		[
			"a scenario that extends a file",
			3,
			({ scenarios }: BatchRecord) => ({
				scenarios: scenarios.map((one) => ({
					...one,
					text: `extends: ./other.yaml\n${one.text}`,
				})),
			}),
			/cannot be had from inside a figure/,
		],
		[
			"scenarios that it does not hold",
			2,
			({ plan }: BatchRecord) => ({ plan: { ...plan, order: ["x"] } }),
			/names others than it holds/,
		],
		[
			"more replicates than anybody runs",
			2,
			({ plan }: BatchRecord) => ({
				plan: { ...plan, replicates: { from: 0, to: 4e9 } },
			}),
			/at most 10000000 are run/,
		],
		[
			"a kind of chart that is none",
			2,
			({ chart }: BatchRecord) => ({ chart: { ...chart, kind: "pie" } }),
			/the kind of chart in the figure is "pie"/,
		],
		[
			"a chart that its batch does not have",
			2,
			({ chart }: BatchRecord) => ({ chart: { ...chart, kind: "regret" } }),
			/regret cannot be drawn again: /,
		],
	])("is refused in one line: %s", async (_, code, change, why) => {
		const done = await repro(forged(change));
		expect(done.code, done.talk).toBe(code);
		expect(done.talk).toMatch(why);
		expect(done.talk).not.toMatch(/bug of stibium/);
	});

	it("names the command where no batch made it", async () => {
		const file = join(place, "made.svg");
		const code = figureCode({
			schema: "stibium-figure/1",
			of: "command",
			command: "npx stibium validate -n 5",
		});
		writeFileSync(file, `<svg><metadata>${code}</metadata></svg>`);
		const done = await repro(file);
		expect(done.code).toBe(2);
		expect(done.talk).toContain("npx stibium validate -n 5");
	});

	it("asks for the picture when the table beside it is named", async () => {
		const done = await repro(figure(".csv"));
		expect(done.code).toBe(2);
		expect(done.talk).toContain("name the .svg, .png or .pdf beside it");
	});
});

/** Adds one to a value of `runs.parquet` and mends the manifest, so that nothing but the numbers tells. */
async function changeRuns(folder: string, column: string, row: number) {
	const path = join(place, folder, "runs.parquet");
	const file = await ParquetFile.open(path);
	const columns = await file.columns(file.names);
	const { names } = file;
	await file.close();
	const values = columns[names.indexOf(column)] as number[] | Float64Array;
	values[row]! += 1;
	const layout = names.map((name, i) => ({
		name,
		kind:
			i === 0 || i === 2
				? ("text" as const)
				: i === 1
					? ("uint32" as const)
					: ("double" as const),
		nullable: i > 2,
	}));
	const pieces: Uint8Array[] = [];
	const writer = new ParquetPieces(
		async (bytes) => void pieces.push(bytes.slice()),
		layout,
		{},
	);
	await writer.rowGroup(columns);
	await writer.finish();
	writeFileSync(path, Buffer.concat(pieces));
	const manifest = await readManifest(join(place, folder));
	const hashed = { name: "runs.parquet", ...(await hashFile(path)) };
	await writeManifest(join(place, folder), {
		...manifest,
		files: manifest.files.map((one) =>
			one.name === hashed.name ? hashed : one,
		),
	});
}

describe("repro of results", () => {
	it("is identical in digest, tables, summary and every figure", async () => {
		const done = await repro("latest", "--json");
		expect(done.code, done.talk + done.out).toBe(0);
		const { identical, compared } = JSON.parse(done.out);
		expect(identical).toBe(true);
		expect(compared.slice(0, 3)).toEqual([
			"runs.parquet",
			"months.parquet",
			"summary.json",
		]);
		expect(compared).toHaveLength(3 + KINDS.length);
	});

	it("names scenario, replicate and column of the first value that differs", async () => {
		const folder = copy("changed");
		// the rows of `other` stand before those of `short`
		await changeRuns(folder, "mean_price_12m_usd_t", 6 + 4);
		const done = await repro(folder);
		expect(done.code, done.talk).toBe(6);
		expect(done.out).toMatch(
			/runs\.parquet differs first at scenario short, replicate 4, column mean_price_12m_usd_t: stored [\d.]+, run again [\d.]+/,
		);
	});

	it("works without runs as far as it can", async () => {
		const folder = copy("published");
		for (const name of ["runs.parquet", "months.parquet", "summary.csv"])
			rmSync(join(place, folder, name));
		const done = await repro(folder);
		expect(done.code, done.talk + done.out).toBe(0);
		expect(done.out).toMatch(/^identical .*summary\.json, charts\/exceedance/);
		expect(done.out).toMatch(
			/note .*does not hold it: runs\.parquet, months\.parquet/,
		);
	});

	it("says that a figure is of another batch", async () => {
		const folder = copy("mixed");
		const fan = readdirSync(charts(folder)).find((n) => /^fan.*svg$/.test(n));
		const file = join(charts(folder), `extra-${fan}`);
		copyFileSync(
			forged(() => ({ digest: "ab".repeat(32) })),
			file,
		);
		const done = await repro(folder);
		expect(done.code).toBe(6);
		expect(done.out).toMatch(/extra-fan.*drawn from another batch/);
	});

	it.each(["runs.parquet", "summary.json", "scenarios/short.yaml"])(
		"exits 8 when %s is not as it was written",
		async (name) => {
			const folder = copy(`corrupt-${name.replace(/\W/g, "-")}`);
			const path = join(place, folder, name);
			const bytes = readFileSync(path);
			bytes[40]! ^= 1;
			writeFileSync(path, bytes);
			const done = await repro(folder);
			expect(done.code, done.talk).toBe(8);
			expect(done.talk).toContain(name);
		},
	);

	it("leaves the folder as it was", async () => {
		const done = await here("verify", results);
		expect(done.code, done.out).toBe(0);
	});
});
