import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, contents, workFolder } from "./program.ts";

const folder = workFolder();

const HEAD = `version: 1
name: Test
question: What if?
horizon: {from: 2022-01, to: 2030-12}
reference: 2026-12
`;
const BAN =
	"{id: ban, kind: export-restriction, by: China, goods: [refined], destinations: [US], mode: ban, from: 2026-11-27}";

/** Files that are not sound, and what must be said of each. */
const BAD: Readonly<Record<string, readonly [text: string, said: RegExp]>> = {
	"misspelt-key": [
		`${HEAD}shocks:\n  - ${BAN.replace("goods", "godos")}\n`,
		/misspelt-key\.yaml:7:\d+ {2}unknown key "godos"; did you mean "goods"\?/,
	],
	"negative-capacity": [
		`${HEAD}shocks:\n  - {id: r, kind: refining-investment, in: Pakistan, capacity: -5 t/y, decisionProbability: 1, certified: false, feed: own, from: 2027-01-01}\n`,
		/negative-capacity\.yaml:7:\d+ {2}shocks\[0\]\.capacity is -5; expected 0 or more/,
	],
	"end-before-start": [
		`${HEAD}shocks:\n  - ${BAN.replace("}", ", to: 2026-01-01}")}\n`,
		/end-before-start\.yaml:7:123 {2}shocks\[0\]\.to is 2026-01-01, not after its start 2026-11-27/,
	],
	"unknown-region": [
		`${HEAD}shocks:\n  - ${BAN.replace("China", "Atlantis")}\n`,
		/unknown-region\.yaml:7:\d+ {2}shocks\[0\]\.by is "Atlantis"/,
	],
	"no-unit": [
		`${HEAD}shocks:\n  - ${BAN.replace("mode: ban", "mode: quota, quota: 5")}\n`,
		/no-unit\.yaml:7:110 {2}shocks\[0\]\.quota is 5 and has no unit/,
	],
	"broken-yaml": [
		"version: 1\nname: [\n",
		/broken-yaml\.yaml:3:1 {2}the file is not sound YAML/,
	],
	alias: [
		"version: 1\nname: &a x\nquestion: *a\n",
		/alias\.yaml:3:11 {2}question is the alias \*a; write it out/,
	],
	proto: [
		"version: 1\n__proto__: {a: 1}\n",
		/proto\.yaml:2:1 {2}the file has the key "__proto__", which no field may have/,
	],
};

describe("a scenario that is not sound", () => {
	it.each(Object.entries(BAD))(
		"%s: exit 3, file, line, column and field, nothing written",
		async (name, [text, said]) => {
			const here = join(folder, name);
			mkdirSync(here);
			writeFileSync(join(here, `${name}.yaml`), text);
			for (const command of ["check", "run"]) {
				const ended = await cli([command, `${name}.yaml`], here);
				expect(ended.code).toBe(3);
				expect(ended.talk).toMatch(said);
				expect(ended.out).toBe("");
				expect(contents(here)).toEqual([`${name}.yaml`]);
			}
		},
	);

	it("a file that cannot be read (here a folder, since root may read all files): exit 3", async () => {
		mkdirSync(join(folder, "folder.yaml"));
		const ended = await cli(["run", "folder.yaml"], folder);
		expect(ended.code).toBe(3);
		expect(ended.talk).toMatch(
			/folder\.yaml:1:1 {2}the file is a folder; expected a file/,
		);
	});

	it("words of a file cannot move the cursor", async () => {
		writeFileSync(join(folder, "esc.yaml"), 'version: 1\nname: "a\\e[31mb"\n');
		const ended = await cli(["check", "esc.yaml"], folder);
		expect(ended.talk).not.toContain("\u001b");
	});
});

describe("a command line that cannot be meant", () => {
	it.each([
		[["run", "as-hapened"], /did you mean "as-happened"\?/],
		[
			["run", "as-happened", "-n", "0"],
			/-n is "0"; it must be a whole number from 1/,
		],
		[["run", "as-happened", "-n", "1.5"], /-n is "1\.5"/],
		[["run", "as-happened", "-n", "1e9"], /-n is "1e9"/],
		[["run", "as-happened", "--workers", "0"], /--workers is "0"/],
		[["run", "as-happened", "--seed", ""], /--seed is empty/],
		[["run", "as-happened", "--without", "trnd"], /did you mean "trend"\?/],
		[
			["run", "as-happened", "--parameters", "post"],
			/must be posterior, screened or prior/,
		],
		[
			["run", "as-happened", "--set", "referense=2027-01"],
			/did you mean "reference"\?/,
		],
		[["run", "as-happened", "as-happened"], /is named twice/],
		[["run"], /a word is missing: stibium run <scenario\.\.>/],
		[["rnu", "as-happened"], /no command "rnu"; did you mean "run"\?/],
		[
			["run", "as-happened", "--wrokers", "2"],
			/knows no --wrokers; did you mean "--workers"\?/,
		],
		[["run", "as-happened", "-n"], /-n is written without a value/],
		[["run", "as-happened", "-n", "1", "-n", "0"], /-n is "0"/],
		[["run", "as-happened", "--", "--json"], /knows no --json/],
		[["run", "as-happened", "--out", ""], /--out is empty/],
		[["run", "nowhere/as-happened.yaml"], /did you mean "as-happened"\?/],
		[["run", "as-happened", "--set", "reference"], /expected path=value/],
		[
			["run", "as-happened", "--set", "shocks.us-ban.mode=licennce"],
			/^--set:1:20 {2}shocks\.us-ban\.mode is "licennce".*\n$/,
		],
		[
			["chart", "latest", "fann"],
			/the kind of chart is "fann".*did you mean "fan"\?/,
		],
		[["chart", "latest", "--metric", "price"], /--metric is "price"/],
		[["chart", "latest", "--format", "gif"], /--format is "gif"/],
		[["compare", "as-happened"], /a word is missing: stibium compare/],
		[["chart", "nowhere"], /no results folder/],
		[["resume", "nowhere"], /no results folder/],
		[["merge"], /a word is missing: stibium merge <results\.\.>/],
		[
			["run", "as-happened", "--shard", "4/3"],
			/--shard is "4\/3"; it must be i\/n, the i-th of n parts/,
		],
		[["run", "as-happened", "--shard", "0/3"], /--shard is "0\/3"/],
		[["run", "as-happened", "--shard", "1"], /--shard is "1"/],
		[["calibrate", "--quick", "--keep"], /--quick is too small to keep/],
		[["calibrate", "--recover", "none"], /--recover is "none"/],
		[["calibrate", "--seed", ""], /--seed is empty/],
		[
			[],
			/name a command: run, compare, chart, report, validate, explain, sensitivity, sweep, find, regret, frontier, resume, merge, verify, query, enqueue, worker, repro, assimilate, calibrate, check, diff, list, init, schema, doctor, completion/,
		],
	] as const)("%j: exit 2 with one line that helps", async (words, said) => {
		const ended = await cli(words, folder);
		expect(ended.talk).toMatch(said);
		expect(ended.code).toBe(2);
		expect(ended.out).toBe("");
	});
});
