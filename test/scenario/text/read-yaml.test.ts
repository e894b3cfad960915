import { describe, expect, it } from "vitest";
import { faultLine, ScenarioError } from "../../../src/scenario/text/fault.ts";
import { plain } from "../../../src/scenario/text/node.ts";
import {
	LARGEST_FILE,
	readYaml,
} from "../../../src/scenario/text/read-yaml.ts";
import { many } from "../../long.ts";

/** What is said of a text that is refused, one line a fault. */
function refusals(text: string): readonly string[] {
	try {
		readYaml(text, "x.yaml");
		return [];
	} catch (error) {
		if (error instanceof ScenarioError) return error.faults.map(faultLine);
		throw error;
	}
}

describe("reading the text of a file", () => {
	it("gives plain data whose every value knows its line and column", () => {
		const root = readYaml("a: 1\nb:\n  - c: two\n", "x.yaml");
		expect(plain(root)).toEqual({ a: 1, b: [{ c: "two" }] });
		const [, b] = root.entries;
		expect(b?.keyPlace).toMatchObject({ line: 2, column: 1 });
		const item = b?.node.kind === "list" ? b.node.items[0] : undefined;
		expect(item?.place).toMatchObject({ line: 3, column: 5 });
		expect(item?.path).toEqual(["b", 0]);
	});

	it("reads YAML 1.2: yes and no are words, 010 is ten", () => {
		expect(plain(readYaml("a: yes\nb: 010\nc: 2024-01-01\n", "x"))).toEqual({
			a: "yes",
			b: 10,
			c: "2024-01-01",
		});
	});

	it("counts columns in the lines of Windows too", () => {
		expect(refusals("a: 1\r\nb: .nan\r\n")).toEqual([
			"x.yaml:2:4  b is NaN; it must be a finite number",
		]);
	});

	it("names the field of every value it refuses, all of them together", () => {
		expect(
			refusals('a: [&x 1, *x]\nb: {c: !!str 2, d: 1e999}\ne: "f\\ng"\n'),
		).toEqual([
			"x.yaml:1:8  a[0] has the anchor &x; write values out where they are needed",
			"x.yaml:1:11  a[1] is the alias *x; write it out",
			"x.yaml:2:14  b.c has the tag tag:yaml.org,2002:str; scenario files hold plain data only",
			"x.yaml:2:20  b.d is Infinity; it must be a finite number",
			"x.yaml:3:4  e holds a line break or control character; write plain text on one line",
		]);
	});

	it("refuses keys that are no words, come twice, or reach into every object", () => {
		expect(refusals("1: a\n")).toEqual([
			"x.yaml:1:1  the file has a key that is not a plain word",
		]);
		expect(refusals("? [a]\n: b\n")[0]).toMatch(/not a plain word$/);
		expect(refusals("a: 1\na: 2\n")).toEqual([
			"x.yaml:2:1  a is given a second time; keep one",
		]);
		expect(refusals("a:\n  __proto__: {b: 1}\n")).toEqual([
			'x.yaml:2:3  a has the key "__proto__", which no field may have',
		]);
	});

	it("refuses what would rewrite a terminal or turn the direction of a line, in comments too", () => {
		expect(refusals("a: 1\n# \u001b[2J\n")).toEqual([
			"x.yaml:2:3  the file holds the control character U+001B; write plain text",
		]);
		expect(refusals("a: x\u202ey\n")).toEqual([
			"x.yaml:1:5  the file holds the control character U+202E; write plain text",
		]);
	});

	it("refuses directives, further documents, empty files and lists", () => {
		expect(refusals("%YAML 1.1\n---\na: 1\n")[0]).toMatch(/has a directive/);
		expect(refusals("a: 1\n---\nb: 1\n")[0]).toMatch(
			/^x\.yaml:2:1 .*second document/,
		);
		expect(refusals("# nothing\n")[0]).toMatch(/^x\.yaml:1:1 .*is empty/);
		expect(refusals("- a\n")[0]).toMatch(/is not a map of fields/);
	});

	it("says what would mend broken YAML", () => {
		expect(refusals("a:\n\tb: 1\n")).toEqual([
			"x.yaml:2:1  the file is not sound YAML: tabs are not allowed as indentation; indent with spaces",
		]);
	});
});

describe("files made to exhaust the reader", () => {
	const most = many(LARGEST_FILE / 8, LARGEST_FILE);
	const fill = (text: string) => text.repeat(Math.floor(most / text.length));
	const hostile: Readonly<Record<string, string>> = {
		"open brackets": fill("["),
		"open braces": fill("{"),
		"nested lists": fill("- "),
		"nested keys": fill("? "),
		"keys of keys": fill("a: "),
		"many keys": Array.from({ length: most / 10 }, (_, i) => `k${i}: 1`).join(
			"\n",
		),
		"one list": `[${fill("a,").slice(2)}]`,
		anchors: `a: ${fill("&a ").slice(3)}`,
		tags: fill("!a "),
		quotes: fill('"'),
		commas: `[${fill(",").slice(2)}]`,
		documents: fill("---\n"),
		directives: fill("%a\n"),
		newlines: fill("\n"),
		"one long word": fill("a"),
	};

	it.each(Object.keys(hostile))("%s get an answer", (name) => {
		const told = refusals(hostile[name] ?? "");
		expect(told.length).toBeLessThanOrEqual(51);
		for (const line of told) expect(line).toMatch(/^x\.yaml:\d+:\d+ {2}\S/);
		if (name !== "many keys") expect(told).not.toEqual([]);
	});

	it("larger than the largest are not parsed at all", () => {
		expect(refusals("a".repeat(LARGEST_FILE + 1))).toEqual([
			`x.yaml:1:1  the file is ${LARGEST_FILE + 1} characters long; at most ${LARGEST_FILE} are read`,
		]);
	});
});
