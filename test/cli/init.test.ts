import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scenarioSchema } from "../../src/scenario/file/schema.ts";
import { cli, contents, workFolder } from "./program.ts";

/** A folder with a scenarios/ folder of its own, empty. */
function folderWithScenarios(): string {
	const folder = workFolder();
	mkdirSync(join(folder, "scenarios"));
	return folder;
}

describe("stibium init", async () => {
	const folder = workFolder();
	const made = await cli(["init", "my-idea"], folder);
	const text = readFileSync(join(folder, "my-idea.yaml"), "utf8");

	it("writes a scenario, what it extends, and the schema, and ends with what to type", () => {
		expect(made.code, made.talk).toBe(0);
		expect(contents(folder)).toEqual([
			"as-happened.yaml",
			"my-idea.yaml",
			"no-restrictions.yaml",
			"scenario.schema.json",
		]);
		expect(made.out).toContain("npx stibium check my-idea.yaml\n");
		expect(text.split("\n")[0]).toBe(
			"# yaml-language-server: $schema=./scenario.schema.json",
		);
		expect(
			JSON.parse(readFileSync(join(folder, "scenario.schema.json"), "utf8")),
		).toEqual(JSON.parse(JSON.stringify(scenarioSchema())));
	});

	it("is sound as it is, without a warning, and differs from its base by one shock", async () => {
		const checked = await cli(
			["check", "as-happened.yaml", "my-idea.yaml", "--json"],
			folder,
		);
		expect([checked.code, checked.talk]).toEqual([0, ""]);
		const [base, mine] = JSON.parse(checked.out).scenarios;
		expect(mine.shocks).toBe(base.shocks + 1);
		expect([mine.warnings, mine.parameters]).toEqual([0, 0]);
	});

	it("stays sound when the remark on parameters is taken away", async () => {
		const own = text
			.replace("# parameters:", "parameters:")
			.replace(/^# {3}(demand\.)/m, "   $1");
		writeFileSync(join(folder, "own.yaml"), own);
		const checked = await cli(["check", "own.yaml", "--json"], folder);
		expect(checked.code, checked.talk).toBe(0);
		expect(JSON.parse(checked.out).scenarios[0].parameters).toBe(1);
	});

	it("runs with the lines that it names", async () => {
		const { next } = JSON.parse(
			(await cli(["init", "again", "--from", "my-idea.yaml", "--json"], folder))
				.out,
		);
		for (const line of next) {
			const words = line.split(" ").slice(2);
			const small = words.map((word: string) => (word === "1000" ? "2" : word));
			expect((await cli(small, folder)).code, line).toBe(0);
		}
	});

	it("writes over nothing, and says what stands in the way", async () => {
		const { code, talk } = await cli(["init", "my-idea"], folder);
		expect([code, talk]).toEqual([
			2,
			"my-idea.yaml stands there already and is not written over; choose another name\n",
		]);
		expect(readFileSync(join(folder, "my-idea.yaml"), "utf8")).toBe(text);
	});

	it("writes nothing at all when another file has the name of one it would copy", async () => {
		const other = workFolder();
		writeFileSync(join(other, "no-restrictions.yaml"), "version: 1\n");
		const { code, talk } = await cli(["init", "mine"], other);
		expect([code, talk]).toEqual([
			2,
			expect.stringContaining("no-restrictions.yaml stands there already"),
		]);
		expect(contents(other)).toEqual(["no-restrictions.yaml"]);
	});
});

describe("where a new scenario goes", () => {
	it("into scenarios/, beside a base that stands there, and is known by its name", async () => {
		const folder = folderWithScenarios();
		await cli(["init", "first"], folder);
		const before = contents(join(folder, "scenarios"));
		const made = await cli(["init", "second", "--from", "first"], folder);
		expect(contents(join(folder, "scenarios"))).toEqual(
			[...before, "second.yaml"].sort(),
		);
		expect(made.out).toContain("extends ./first.yaml");
		expect(made.out).toContain("npx stibium compare first second ");
	});

	it("into --out, which is made", async () => {
		const folder = workFolder();
		const made = await cli(["init", "x", "--out", "deep/er", "--json"], folder);
		expect(JSON.parse(made.out).scenario).toBe(join("deep", "er", "x.yaml"));
	});

	it("nowhere when that cannot be, in one line", async () => {
		const folder = workFolder();
		writeFileSync(join(folder, "file"), "");
		const { code, talk } = await cli(["init", "x", "--out", "file/in"], folder);
		expect([code, talk]).toEqual([
			2,
			expect.stringMatching(/^file\/in.* cannot be written \(ENOTDIR\)/),
		]);
	});
});

describe("the name of a new scenario", () => {
	const folder = workFolder();

	it.each([
		["My Idée.yaml", '"my-idee" would do'],
		["../up", '"up" would do'],
		["\u001b[31m", '"31m" would do'],
		["锑", "small letters"],
		["ban-returns", "there is a scenario"],
	])("%j is refused", async (name, words) => {
		const { code, talk } = await cli(["init", name], folder);
		expect([code, talk]).toEqual([2, expect.stringContaining(words)]);
		expect(talk).not.toContain("\u001b");
		expect(contents(folder)).toEqual([]);
	});
});

describe("every shipped scenario", async () => {
	const folder = workFolder();
	const { scenarios } = JSON.parse((await cli(["list", "--json"], folder)).out);

	it("can be begun from", async () => {
		for (const { name } of scenarios) {
			const words = ["init", `on-${name}`, "--from", name, "--out", "all"];
			const { code, talk } = await cli(words, folder);
			expect(code, `${name}: ${talk}`).toBe(0);
		}
		expect(scenarios.length).toBeGreaterThan(10);
	});
});
