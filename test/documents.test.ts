/** Holds the Markdown pages to what stands in the repository: links, files, rooms, verbs, size. */
import { existsSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { openScenario } from "../src/actions/scenarios/open-scenarios.ts";
import { knownScenarios } from "../src/actions/scenarios/scenario-library.ts";
import { EXIT } from "../src/cli/line/exit-codes.ts";
import {
	keysOfKind,
	SHOCK_KINDS,
} from "../src/scenario/shocks/shock-fields.ts";
import {
	anchorsOf,
	linksOf,
	type MarkdownPage,
	PAGES,
	pageAt,
	ROOT,
	spansOf,
} from "./markdown.ts";
import { ROOMS } from "./room-rules.ts";

const MOST_BYTES = 9_000;
const rooms = ROOMS.filter((room) => existsSync(join(ROOT, "src", room)));
const isFile = (room: string): boolean =>
	existsSync(join(ROOT, "src", `${room}.ts`));
const pages = PAGES.map((page) => [page.path, page] as const);

/** Links of a page whose file or heading is not there. */
function deadLinks(page: MarkdownPage): readonly string[] {
	return linksOf(page).filter((link) => {
		const [file = "", anchor] = link.split("#");
		const path =
			file === "" ? page.path : posix.join(posix.dirname(page.path), file);
		if (!existsSync(join(ROOT, path))) return true;
		return anchor !== undefined && !anchorsOf(pageAt(path)).includes(anchor);
	});
}

/** Files of the code that a page names without a link and that are nowhere it could mean. */
function missingFiles(page: MarkdownPage): readonly string[] {
	const starts = [dirname(page.path), ".", "src", "test"];
	return spansOf(page)
		.filter((span) => /^[\w./-]+\/[\w.-]+\.(ts|md|json|csv)$/.test(span))
		.filter(
			(span) => !starts.some((start) => existsSync(join(ROOT, start, span))),
		);
}

describe("the front page", () => {
	it(`has at most ${MOST_BYTES} bytes`, () => {
		const { text } = pageAt("README.md");
		expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
	});
});

describe("the pages of the repository", () => {
	it.each(pages)("%s: leads nowhere that is not there", (_, page) => {
		expect(deadLinks(page)).toEqual([]);
	});

	it.each(pages)("%s: names no file that is not there", (_, page) => {
		expect(missingFiles(page)).toEqual([]);
	});

	it("write dollars one way; what was published stays as it is", () => {
		const others = PAGES.filter(
			({ path, text }) =>
				!path.startsWith("results/published/") && text.includes("US$"),
		);
		expect(others.map(({ path }) => path)).toEqual([]);
	});

	it("are found, and a dead link among them would be", () => {
		expect(PAGES.length).toBeGreaterThan(20);
		const text =
			"# A b: c\n[a](README.md#a-b-c) [b](src/nowhere.ts) [c](#d) `src/no.ts`\n";
		const page = { path: "README.md", text };
		expect(anchorsOf(page)).toEqual(["a-b-c"]);
		expect(deadLinks(page)).toEqual([
			"README.md#a-b-c",
			"src/nowhere.ts",
			"#d",
		]);
		expect(missingFiles(page)).toEqual(["src/no.ts"]);
	});
});

describe("the rooms of src", () => {
	it.each(rooms)(
		"%s: has a page that says where to begin and what it may import",
		(room) => {
			const page = pageAt(`src/${room}/README.md`);
			const own = linksOf(page).filter((link) => !link.startsWith(".."));
			expect(own.length).toBeGreaterThan(0);
			expect(page.text).toMatch(/\bimports?\b/);
			expect(page.text).toMatch(/\bbegin with\b/i);
		},
	);

	it("are listed in their order on the page of src", () => {
		const listed = [
			...pageAt("src/README.md").text.matchAll(/^\| \[`([a-z]+)/gm),
		].map(([, room]) => room);
		expect(listed).toEqual(
			ROOMS.filter((room) => rooms.includes(room) || isFile(room)),
		);
	});
});

describe("the page of scenarios", () => {
	const { text } = pageAt("scenarios/README.md");

	it("lists every shipped scenario with the question that it asks", () => {
		for (const name of knownScenarios().keys()) {
			const { question } = openScenario(name).scenario;
			expect(text).toContain(`| \`${name}\` | ${question} |`);
		}
	});

	it.each(SHOCK_KINDS)("has the verb %s, with each of its fields", (kind) => {
		const line =
			text.split("\n").find((one) => one.startsWith(`| \`${kind}\` |`)) ?? "";
		const general = new Set(["kind", ...keysOfKind("news")]);
		for (const field of keysOfKind(kind).filter((key) => !general.has(key)))
			expect(line).toContain(`\`${field}\``);
	});
});

describe("the page of the command line", () => {
	it("says of every exit code what it means", () => {
		const { text } = pageAt("src/cli/README.md");
		for (const code of Object.values(EXIT))
			expect(text).toMatch(new RegExp(`(: |· |\n)${code} [a-z]`));
	});
});
