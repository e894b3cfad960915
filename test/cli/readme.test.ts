import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { stibium, workFolder } from "./program.ts";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const folder = workFolder();
writeFileSync(
	join(folder, "my-scenario.yaml"),
	"version: 1\nname: Mine\nquestion: What if?\nhorizon: {from: 2022-01, to: 2028-12}\nreference: 2026-12\n",
);

/** Lines of the fenced blocks, without their remarks. */
const commands = [...readme.matchAll(/^```\n([\s\S]*?)^```/gm)].flatMap(
	(block) =>
		(block[1] ?? "")
			.split("\n")
			.map((line) => line.replace(/ {2,}#.*$/, "").trim())
			.filter((line) => /^(npx|npm) /.test(line)),
);

/** Replicates and trajectories as written, and as many as a test has time for. */
const SMALL: Readonly<Record<string, string>> = { "1000": "5", "20": "1" };

describe("the README", () => {
	it.each(commands.filter((line) => line.startsWith("npx stibium ")))(
		"%s: works as written, at small size",
		(line) => {
			const words = line.split(" ").slice(2);
			const small = words
				.map((word) => word.replace(/^'(.*)'$/, "$1"))
				.map((word) => SMALL[word] ?? word);
			const ended = stibium(small, folder);
			expect(ended.code, ended.talk).toBe(0);
			expect(ended.out).not.toBe("");
		},
	);

	it("runs only scripts that package.json has", () => {
		const { scripts } = JSON.parse(
			readFileSync(join(root, "package.json"), "utf8"),
		);
		const named = [...readme.matchAll(/npm (?:run (\w+)|(start|test))/g)];
		expect(named.length).toBeGreaterThan(3);
		for (const [, run, short] of named)
			expect(Object.keys(scripts)).toContain(run ?? short);
	});

	it("lists every shipped scenario with the question that it asks", () => {
		const { scenarios } = JSON.parse(stibium(["list", "--json"], folder).out);
		for (const { name, question } of scenarios)
			expect(readme).toContain(`| \`${name}\` | ${question} |`);
	});

	it("says of every exit code what it means", () => {
		for (const code of Object.values(EXIT))
			expect(readme).toMatch(new RegExp(`(: |· |\n)${code} [a-z]`));
	});

	it("links to files that stand there", () => {
		const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)];
		expect(links.length).toBeGreaterThan(1);
		for (const [, file] of links)
			expect(() => readFileSync(join(root, file ?? ""))).not.toThrow();
	});
});
