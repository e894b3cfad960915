// biome-ignore-all lint/suspicious/noTemplateCurlyInString: samples are source text
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { importsAmong, ringsOf } from "./import-rings.ts";
import { faultsOf, ROOMS, roomOf } from "./room-rules.ts";
import { importsOf, readSource } from "./source-text.ts";

const ROOT = new URL("../", import.meta.url);

/** The most files that a folder may hold: what a reader takes in at a look. */
const MOST_FILES = 30;

/** Sentence that opens a file, below a `#!` line and biome's, with an empty line after it. */
const OPENING =
	/^(?:#!.*\n)?(?:\/\/ biome-ignore.*\n)*\n?\/\*\*(?:(?!\*\/)[\s\S])*\.\s*\*\/\n\n/;

/** Files below a folder of the checkout, by path. */
const filesBelow = (folder: string): readonly string[] =>
	readdirSync(new URL(folder, ROOT), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) =>
			relative(fileURLToPath(ROOT), join(parentPath, name)).replaceAll(
				"\\",
				"/",
			),
		)
		.sort();

const texts = new Map(
	filesBelow("src")
		.filter((path) => path.endsWith(".ts"))
		.map((path) => [path, readFileSync(new URL(path, ROOT), "utf8")]),
);
const sources = [...texts.keys()];

describe("the rooms of src", () => {
	it("hold every file, and import only from rooms above", () => {
		const faults = [...texts].flatMap(([path, text]) => faultsOf(path, text));
		expect(faults).toEqual([]);
	});

	it("are many, and were looked at", () => {
		const seen = new Set(sources.map(roomOf));
		expect(sources.length).toBeGreaterThan(100);
		for (const room of ROOMS.slice(0, ROOMS.indexOf("queue")))
			expect(seen, room).toContain(room);
	});
});

describe("files of src", () => {
	it("import each other in no ring, types included", () => {
		expect(ringsOf(importsAmong(texts))).toEqual([]);
	});

	it("would be found in a ring of values, of types, and of one", () => {
		const planted = new Map([
			["src/a.ts", 'import { b } from "./in/b.ts";'],
			["src/in/b.ts", 'import type { C } from "../c.ts";'],
			["src/c.ts", 'export { a } from "./a.ts";\nimport "./d.ts";'],
			["src/d.ts", 'const self = await import("./d.ts");'],
			["src/e.ts", 'import { c } from "./c.ts";'],
		]);
		expect(ringsOf(importsAmong(planted))).toEqual([
			["src/d.ts"],
			["src/a.ts", "src/c.ts", "src/in/b.ts"],
		]);
	});

	it("open with a sentence that says what they are", () => {
		const silent = [...texts].filter(([, text]) => !OPENING.test(text));
		expect(silent.map(([path]) => path)).toEqual([]);
	});

	it("would be found without such a sentence", () => {
		const code = "export const one = 1;\n";
		const soundly = [
			`/** Number one. */\n\n${code}`,
			`#!/usr/bin/env node\n/** Number one. */\n\n${code}`,
			`// biome-ignore-all lint/x: y\n/**\n * Number\n * one.\n */\n\n${code}`,
		];
		const faulty = [
			code,
			`// Number one.\n\n${code}`,
			`/** Number one. */\n${code}`,
			`/** Number one */\n\n${code}`,
			`import "./two.ts";\n\n/** Number one. */\n\n${code}`,
			`/** Number one */\n${code}/** Number two. */\n\n`,
		];
		expect(soundly.filter((text) => !OPENING.test(text))).toEqual([]);
		expect(faulty.filter((text) => OPENING.test(text))).toEqual([]);
	});
});

describe("folders of src and test", () => {
	it(`hold ${MOST_FILES} files at most`, () => {
		const counts = new Map<string, number>();
		for (const path of [...filesBelow("src"), ...filesBelow("test")])
			counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
		expect(counts.size).toBeGreaterThan(50);
		expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([]);
	});
});

/** Files that break a rule, with the fault each must be found guilty of. */
const GUILTY: readonly (readonly [
	path: string,
	source: string,
	fault: RegExp,
])[] = [
	[
		"src/market/month.ts",
		'import { fan } from "../charts/fan-chart.ts";',
		/month.ts:1 imports charts/,
	],
	[
		"src/market/trade/delivery.ts",
		'import type { Fan } from "../../charts/chart.ts";',
		/imports charts/,
	],
	[
		"src/random/draw.ts",
		"\n\nexport { ROWS } from '../calibration/row.ts';",
		/draw.ts:3 imports calibration/,
	],
	[
		"src/random/draw.ts",
		'export * from "../statistics/quantile.ts";',
		/imports statistics/,
	],
	["src/quantities.ts", 'import "./math.ts";', /imports math/],
	[
		"src/market/month.ts",
		'const lazy = await import("../experiment/plan.ts");',
		/imports experiment/,
	],
	[
		"src/market/month.ts",
		'type Plan = import("../experiment/plan.ts").Plan;',
		/imports experiment/,
	],
	[
		"src/market/month.ts",
		'import {\n\ta,\n\tb,\n} from\n\t"../cli/talk.ts";',
		/imports cli/,
	],
	["src/storage/read.ts", "await import(`./${name}.ts`);", /cannot be told/],
	["src/market/month.ts", "await import(name);", /cannot be told/],
	[
		"src/cli/main.ts",
		'import { star } from "../../test/market/star-world.ts";',
		/in no room/,
	],
	["src/cli/main.ts", 'import { x } from "/etc/x.ts";', /in no room/],
	[
		"src/web/explorer.ts",
		'import { read } from "../storage/read-results.ts";',
		/web runs in a browser/,
	],
	[
		"src/web/explorer.ts",
		'import { talk } from "../cli/talk.ts";',
		/web runs in a browser/,
	],
	["src/utils.ts", "export const one = 1;", /in no room/],
	["src/helpers/one.ts", "export const one = 1;", /in no room/],
	["src/math/exp.ts", "export const one = 1;", /in no room/],
	[
		"src/experiment/plan.ts",
		'import { readFile } from "node:fs/promises";',
		/imports node:fs/,
	],
	["src/experiment/plan.ts", 'import { readFile } from "fs";', /imports fs/],
	[
		"src/charts/frame/theme.ts",
		'import { join } from "node:path";',
		/imports node:path/,
	],
	["src/market/month.ts", "const x = Math.exp(1);", /uses Math\.exp/],
	[
		"src/market/month.ts",
		"const x = `${a ? `b${Math.log(2)}` : ''}`;",
		/uses Math\.log/,
	],
	["src/market/month.ts", "const x = Math .\n\tpow(2, 3);", /uses Math\.pow/],
	["src/market/month.ts", "const { exp } = Math;", /Math by another name/],
	["src/market/month.ts", 'const x = Math["exp"](1);', /Math by another name/],
	["src/market/month.ts", "const x = y ** 2;", /uses \*\*/],
	["src/market/month.ts", "x **= 2;", /uses \*\*/],
	["src/market/month.ts", "const u = Math.random();", /uses Math\.random/],
	[
		"src/charts/frame/theme.ts",
		"const u = Math.random();",
		/uses Math\.random/,
	],
	["src/cli/main.ts", "const u = Math.random();", /uses Math\.random/],
	["src/market/month.ts", "const now = Date.now();", /uses Date/],
	["src/market/month.ts", "const now = new Date();", /uses Date/],
	["src/market/month.ts", "const now = performance.now();", /uses performance/],
	[
		"src/market/month.ts",
		"const now = globalThis.performance.now();",
		/uses globalThis/,
	],
	["src/market/month.ts", "const home = process.env;", /uses process/],
	[
		"src/market/month.ts",
		'const a = b / c; const d = "/"; const now = Date.now();',
		/uses Date/,
	],
	[
		"src/market/month.ts",
		"const a = /[/]'/.test(b); const now = Date.now();",
		/uses Date/,
	],
];

/** Files that break none, though words in them look like it. */
const INNOCENT: readonly (readonly [path: string, source: string])[] = [
	[
		"src/market/month.ts",
		'import { log } from "../math.ts";\nimport { ROWS } from "../calibration/row.ts";',
	],
	["src/market/trade/delivery.ts", 'import { month } from "../month.ts";'],
	["src/math.ts", "const root = Math.sqrt(2) + Math.PI + Math.imul(3, 4);"],
	["src/market/month.ts", '// import { fan } from "../charts/fan-chart.ts";'],
	[
		"src/market/month.ts",
		"/** x ** 2, Math.exp(x), new Date() */\nconst x = 1;",
	],
	["src/market/month.ts", 'const words = "x ** 2, Date.now()";'],
	[
		"src/market/month.ts",
		'const words = `from "../charts/x.ts" ${1} Date.now() **`;',
	],
	[
		"src/market/month.ts",
		"const words = \"import { a } from '../charts/a.ts'\";",
	],
	["src/market/month.ts", "const form = /\\*\\*|Date/;"],
	[
		"src/market/month.ts",
		"const calendar = { Date: 1, performance: 2 }; row.process;",
	],
	["src/statistics/moments.ts", 'import { mean } from "simple-statistics";'],
	[
		"src/storage/read.ts",
		'import { open } from "node:fs/promises";\nconst now = new Date();',
	],
	[
		"src/actions/threads/worker.ts",
		"const market = await import(task.simulator);",
	],
	["src/charts/frame/scale.ts", "const decade = Math.log10(10 ** 3);"],
];

describe("the rules would notice", () => {
	it.each(GUILTY)("%s: %s", (path, source, fault) => {
		expect(faultsOf(path, source).join("\n")).toMatch(fault);
	});

	it.each(INNOCENT)("and let be %s: %s", (path, source) => {
		expect(faultsOf(path, source)).toEqual([]);
	});

	it("find as many imports in this file as it has", () => {
		const own = readFileSync(new URL("test/rooms.test.ts", ROOT), "utf8");
		expect(importsOf(readSource(own)).map(({ line }) => line)).toEqual([
			2, 3, 4, 5, 6, 7, 8,
		]);
	});

	it("keep every line in its place", () => {
		for (const path of sources) {
			const source = readFileSync(new URL(path, ROOT), "utf8");
			const { code } = readSource(source);
			expect(code.split("\n").length, path).toBe(source.split("\n").length);
		}
	});
});
