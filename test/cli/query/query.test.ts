import { spawnSync } from "node:child_process";
import {
	existsSync,
	readFileSync,
	realpathSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { EXIT } from "../../../src/cli/line/exit-codes.ts";
import { queryFault } from "../../../src/cli/query/query-fault.ts";
import { TableWriter } from "../../../src/cli/query/query-table.ts";
import { plainCell } from "../../../src/cli/query/query-value.ts";
import { AT_MOST, cli, MAIN, workFolder } from "../program.ts";

const folder = workFolder();
const REPLICATES = 6;
/** A title that a spreadsheet would take for a formula. */
const TITLE = '=1+1 "x"';
const scenario = (title: string) => `version: 1
name: ${JSON.stringify(title)}
question: What stands in the tables?
horizon: {from: 2018-01, to: 2018-04}
reference: 2018-02
`;

let first = "";
let second = "";
beforeAll(async () => {
	writeFileSync(join(folder, "brief.yaml"), scenario(TITLE));
	writeFileSync(join(folder, "other.yaml"), scenario("Other"));
	first = await make(["run", "brief.yaml", "--keep-paths"]);
	second = await make(["compare", "brief.yaml", "other.yaml"]);
});

/** Runs a batch. @returns its folder, seen from the working folder */
async function make(words: readonly string[]): Promise<string> {
	const flags = ["-n", String(REPLICATES), "--seed", "7", "-q"];
	const ended = await cli([...words, ...flags], folder);
	expect(ended.code, ended.talk).toBe(0);
	const latest = realpathSync(join(folder, "results/latest"));
	return join("results", basename(latest));
}

const ask = async (sql: string, ...rest: string[]) =>
	await cli(["query", sql, ...rest], folder);
const rowsOf = async (sql: string, ...rest: string[]) => {
	const ended = await ask(sql, "--json", ...rest);
	expect(ended.code, ended.talk).toBe(0);
	return JSON.parse(ended.out).rows;
};

describe("a query", () => {
	it("asks the newest results when none are named, and prints a table", async () => {
		const ended = await ask(
			"select scenario, median(us_unmet_t) as unmet, count(*) as n from runs group by 1 order by 1",
		);
		expect(ended).toMatchObject({ code: EXIT.done, talk: "" });
		expect(ended.out).toBe(
			"scenario  unmet  n\nbrief         0  6\nother         0  6\n",
		);
	});

	it("finds every row of every table", async () => {
		expect(await rowsOf("select count(*) from runs", first)).toEqual([
			[REPLICATES],
		]);
		expect(
			await rowsOf(
				"select count(distinct month), min(month) from months",
				first,
			),
		).toEqual([[4, "2018-01"]]);
		expect(
			await rowsOf(
				"select count(*) from paths where series = 'us_use_t'",
				first,
			),
		).toEqual([[REPLICATES * 4]]);
		expect(
			await rowsOf("select scenario, is_base from scenarios", second),
		).toEqual([
			["brief", true],
			["other", false],
		]);
	});

	it("gives the numbers of summary.json", async () => {
		const text = readFileSync(join(folder, second, "summary.json"), "utf8");
		const { paired } = JSON.parse(text);
		const rows = await rowsOf(
			"select metric, mean, n from summary where less = 'brief'",
			second,
		);
		expect(rows).toEqual(
			paired.map(
				(pair: { metric: string; mean: { value: number }; n: number }) => [
					pair.metric,
					pair.mean.value,
					pair.n,
				],
			),
		);
	});

	it("tells several folders apart by a column", async () => {
		expect(
			await rowsOf(
				"select results, count(*) from runs group by 1 order by 2",
				...[first, second, first],
			),
		).toEqual([
			[basename(first), REPLICATES],
			[basename(second), 2 * REPLICATES],
		]);
	});

	it("reads a folder whose name holds a quote and what DuckDB takes for a pattern", async () => {
		const odd = "results/it's [1] * of ?";
		renameSync(join(folder, first), join(folder, odd));
		try {
			expect(await rowsOf("select count(*) from runs", odd)).toEqual([
				[REPLICATES],
			]);
		} finally {
			renameSync(join(folder, odd), join(folder, first));
		}
	});
});

describe("the forms of an answer", () => {
	it("JSON has types, whole numbers as long as they are exact, and null for what is no number", async () => {
		const ended = await ask(
			"select 'nan'::double a, 'inf'::double b, 12345678901234567890::hugeint c, date '2020-02-01' d, 1.5 e, [1, 2] f, 9007199254740993 g, true h, null i, title, chr(8238) k from scenarios",
			...[first, "--json"],
		);
		const { columns, rows } = JSON.parse(ended.out);
		expect(columns.slice(0, 3)).toEqual([
			{ name: "a", type: "DOUBLE" },
			{ name: "b", type: "DOUBLE" },
			{ name: "c", type: "HUGEINT" },
		]);
		expect(rows).toEqual([
			[
				...[null, "Infinity", "12345678901234567890", "2020-02-01", 1.5],
				...[[1, 2], "9007199254740993", true, null, TITLE, "\u202e"],
			],
		]);
		expect(ended.out).not.toContain("\u202e");
	});

	it("JSON without a row is JSON", async () => {
		expect(
			await rowsOf("select * from runs where replicate < 0", first),
		).toEqual([]);
	});

	it("CSV ends lines as RFC 4180 has it, quotes, and guards against formulas but not numbers", async () => {
		const { out } = await ask(
			"select title, -1.5 as less, null as nothing, 'a,b' as list from scenarios",
			...[first, "--csv"],
		);
		expect(out).toBe(
			`title,less,nothing,list\r\n"'=1+1 ""x""",-1.5,,"a,b"\r\n`,
		);
	});

	it("a table shows a hundred rows and says how many it leaves out; CSV has all", async () => {
		const { out } = await ask(
			"select * from range(12345) as numbers (n)",
			first,
		);
		const lines = out.trimEnd().split("\n");
		expect(lines).toHaveLength(102);
		expect(lines.at(-1)).toBe(
			"left out: 12245 of 12345 rows; --csv and --json have all",
		);
		const csv = (await ask("from range(12345)", first, "--csv")).out;
		expect(csv.trimEnd().split("\r\n")).toHaveLength(12346);
	});

	it("a table spells out what could move a cursor", async () => {
		const { out } = await ask(
			"select chr(8238) as a, e'a\\x1b[2Jb' as b from scenarios",
			first,
		);
		expect(out).toContain("\\u202e");
		expect(out).toContain("a\\u001b[2Jb");
	});

	it("a table on a terminal says how many columns have no room", () => {
		const lines: string[] = [];
		const writer = new TableWriter({ isTTY: true, columns: 20 }, (text) =>
			lines.push(...text.split("\n")),
		);
		writer.begin(
			["one", "two", "three"].map((name) => ({ name, type: "VARCHAR" })),
		);
		writer.rows([["a".repeat(9), "b".repeat(9), "c"]]);
		writer.end();
		expect(lines).toEqual([
			"one        two",
			"aaaaaaaaa  bbbbbbbbb",
			"left out: 1 of 3 columns; --csv and --json have all",
		]);
	});

	it("decimals are numbers only where no digit is lost", () => {
		expect(plainCell("1.50", "DECIMAL(5,2)")).toBe(1.5);
		expect(plainCell("1234567890123456.78", "DECIMAL(18,2)")).toBe(
			"1234567890123456.78",
		);
		expect(plainCell("NaN", "VARCHAR")).toBe("NaN");
	});

	it("--json and --csv at once are refused", async () => {
		expect((await ask("select 1", first, "--json", "--csv")).code).toBe(
			EXIT.usage,
		);
	});
});

describe("a query that cannot be", () => {
	const refusal = async (sql: string) => {
		const { code, talk, out } = await ask(sql, first);
		expect(code, talk).toBe(EXIT.usage);
		expect(out).toBe("");
		expect(talk.trimEnd()).not.toContain("\n");
		return talk;
	};

	it.each([
		"select * from read_csv('/etc/passwd')",
		"select * from read_text('/etc/passwd')",
		"select * from '/etc/passwd'",
		"select * from glob('/*')",
		"from parquet_metadata('/etc/passwd')",
		"select * from 'https://example.org/a.parquet'",
		"copy runs to 'stolen.csv'",
		"export database 'stolen'",
		"attach 'stolen.db'",
		"install httpfs",
		"load httpfs",
		"set enable_external_access = true",
		"set lock_configuration = false",
		"explain analyze copy runs to 'stolen.csv' (use_tmp_file false)",
		"create table mine as select 1",
		"drop view runs",
		"select 1; copy runs to 'stolen.csv'",
		"import database '/tmp'",
	])("%s: refused in a line", async (sql) => {
		expect(await refusal(sql)).toMatch(/^(the query fails: |a query )/);
		for (const made of ["stolen.csv", "stolen.db", "stolen"])
			expect(existsSync(join(folder, made))).toBe(false);
	});

	it("leaves the files that it may read as they are", async () => {
		const runs = join(folder, first, "runs.parquet");
		const before = readFileSync(runs);
		await refusal(
			`copy (select 1) to '${realpathSync(runs)}' (use_tmp_file false)`,
		);
		expect(readFileSync(runs).equals(before)).toBe(true);
	});

	it("reads no other file of the results folder", async () => {
		const manifest = realpathSync(join(folder, first, "manifest.json"));
		expect(await refusal(`from read_text('${manifest}')`)).toContain(
			"nothing else",
		);
	});

	it("names the tables and the nearest when one is unknown", async () => {
		expect(await refusal("select * from runz")).toBe(
			'the query fails: Catalog Error: Table with name runz does not exist!; tables are months, paths, runs, scenarios, summary; did you mean "runs"?\n',
		);
	});

	it("names the columns and the nearest when one is unknown", async () => {
		const talk = await refusal("select us_unmet from runs");
		expect(talk).toContain("; runs has scenario, replicate, status, ");
		expect(talk).toContain('did you mean "us_unmet_t"?');
	});

	it("is told in DuckDB's words", async () => {
		expect(await refusal("selec 1")).toBe(
			'the query fails: Parser Error: syntax error at or near "selec"\n',
		);
		expect(await refusal(" ")).toContain("empty");
	});

	it("knows no paths where they were not kept", async () => {
		expect((await ask("select * from paths", second)).talk).toContain(
			"tables are months, runs, scenarios, summary",
		);
	});

	it("is not told what could move a cursor", () => {
		const none = new Map<string, readonly string[]>();
		expect(queryFault("bad \u001b[2J", "", none)).toBe(
			"the query fails: bad \\u001b[2J",
		);
	});
});

describe("results that cannot be asked", () => {
	it("are exit 8 when a file is not as it was written", async () => {
		const path = join(folder, second, "months.parquet");
		const whole = readFileSync(path);
		const damaged = Buffer.from(whole);
		damaged[40]! ^= 1;
		writeFileSync(path, damaged);
		try {
			const { code, talk } = await ask("select 1", second);
			expect(code).toBe(EXIT.corrupt);
			expect(talk).toMatch(/^months\.parquet is corrupt: /);
		} finally {
			writeFileSync(path, whole);
		}
	});

	it("are exit 2 when they are not there", async () => {
		expect((await ask("select 1", "nowhere")).code).toBe(EXIT.usage);
	});
});

it("without DuckDB it says what to install, and every other command runs", () => {
	const resolver = `export const resolve = (word, context, next) => {
	if (!word.startsWith("@duckdb/")) return next(word, context);
	throw Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
};`;
	const script = (text: string) =>
		`data:text/javascript,${encodeURIComponent(text)}`;
	const hook = `import { register } from "node:module";
register(${JSON.stringify(script(resolver))});`;
	const without = (words: readonly string[]) =>
		spawnSync(
			process.execPath,
			["--import", script(hook), ...[MAIN, ...words]],
			{ ...AT_MOST, cwd: folder, encoding: "utf8" },
		);
	const { optionalDependencies } = JSON.parse(
		readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8"),
	);
	const asked = without(["query", "select 1", first]);
	expect(asked.status).toBe(EXIT.usage);
	expect(asked.stderr).toBe(
		`this needs DuckDB, which is not installed: npm install @duckdb/node-api@${optionalDependencies["@duckdb/node-api"]}\n`,
	);
	expect(without(["verify", first]).status).toBe(EXIT.done);
});
