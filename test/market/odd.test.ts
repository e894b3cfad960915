import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PRIORS } from "../../src/calibration/priors/priors.ts";
import { MECHANISMS } from "../../src/market/simulator.ts";
import {
	markedTables,
	withTables,
} from "../../src/report/odd/marked-tables.ts";
import { oddTables } from "../../src/report/odd/odd-tables.ts";
import { SHOCK_KINDS } from "../../src/scenario/shocks/shock-fields.ts";

const read = (path: string): string =>
	readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8");

const text = read("market/ODD.md");
const tables = oddTables();
const NAMES = ["state", "mechanisms", "parameters", "series", "metrics"];

describe("the description of the model", () => {
	it("has every table as the code has it (else: npm run odd)", () => {
		expect(withTables(text, tables)).toBe(text);
	});

	it("has room for every table once", () => {
		expect(markedTables(text)).toEqual(NAMES);
	});

	it.each(PRIORS.map(({ path }) => path))("names the parameter %s", (path) => {
		expect(text).toContain(`\`${path}\``);
	});

	it.each(MECHANISMS)("names the mechanism %s", (mechanism) => {
		expect(text).toContain(`\`${mechanism}\``);
	});

	it.each(SHOCK_KINDS)("names the shock %s", (kind) => {
		expect(text).toContain(`\`${kind}\``);
	});

	it("knows many kinds of shock", () => {
		expect(new Set(SHOCK_KINDS).size).toBeGreaterThan(20);
	});

	it("names only files of the market that stand there", () => {
		const named = [...text.matchAll(/`((?:agents|trade)\/[a-z-]+\.ts)`/g)];
		expect(named.length).toBeGreaterThan(10);
		for (const [, path] of named)
			expect(() => read(`market/${path}`), path).not.toThrow();
	});
});

describe("the tables of the description", () => {
	it.each(NAMES)("are seen not to be current when %s has changed", (name) => {
		const table = tables[name]!;
		const [first, ...rest] = table.rows;
		const changed = {
			...table,
			rows: [["another", ...first!.slice(1)], ...rest],
		};
		expect(withTables(text, { ...tables, [name]: changed })).not.toBe(text);
	});

	it("have no place in a text without marks", () => {
		expect(() => withTables("no table here", tables)).toThrow(/no room/);
	});

	it("are refused when the text asks for one that does not exist", () => {
		const asked = "<!-- table:weather -->\n<!-- /table -->";
		expect(() => withTables(asked, {})).toThrow(/no table weather/);
	});
});
