import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { citeHtml } from "../../src/report/page/cite-part.ts";
import { replicatesFor } from "../../src/report/page/enough.ts";
import { escaped, html, pictureOf } from "../../src/report/page/html.ts";
import { DOUBTS } from "../../src/report/page/report.ts";
import {
	PUBLISHED,
	readPublished,
} from "../../src/storage/folder/published.ts";
import { plainDistribution } from "../../src/words/distributions.ts";
import { AT_MOST } from "../cli/program.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

describe("markup", () => {
	it("takes words for words, in elements and in attributes", () => {
		expect(html`<p title="${'"<a>'}">${"<b>&'`"}</p>`.markup).toBe(
			'<p title="&quot;&lt;a&gt;">&lt;b&gt;&amp;&#39;&#96;</p>',
		);
	});

	it("takes markup of its own as it is, in lists too, and nothing for nothing", () => {
		const parts = [html`<b>a</b>`, "<", 1, null, undefined];
		expect(html`${parts}`.markup).toBe("<b>a</b>&lt;1");
	});

	it("spells out what could not be seen", () => {
		expect(escaped("a\u202eb\u2028c\u0000d")).toBe("a\\u202eb\\u2028c\\u0000d");
	});

	it.each([
		"<svg><script>a</script></svg>",
		'<svg onload="a"></svg>',
		'<svg><a href="#">a</a></svg>',
		'<svg><g style="x:y"/></svg>',
		'<svg><path fill="url(http://a)"/></svg>',
		"<svg><path d=a/></svg>",
		"<svg>a < b</svg>",
	])("takes no picture that holds more than shapes and letters: %s", (svg) => {
		expect(() => pictureOf(svg)).toThrow(RangeError);
	});

	it("tells a picture as a whole, without its insides", () => {
		const svg =
			'<svg role="img"><title>a &gt; b</title><g role="graphics-object" class="mark" aria-label="x > y"><path d="M0,0"/></g></svg>';
		expect(pictureOf(svg).markup).toBe(
			'<svg role="img"><title>a &gt; b</title><g><path d="M0,0"/></g></svg>',
		);
	});
});

describe("what to doubt", () => {
	it("is said in the README word for word, in the same order", () => {
		const readme = read("README.md").replace(/\s+/g, " ");
		expect(readme).toContain(DOUBTS.map((doubt) => `- ${doubt}`).join(" "));
	});
});

describe("how to cite it", () => {
	const citation = parse(read("CITATION.cff"));

	it("names the version of the package and has what CFF 1.2.0 asks for", () => {
		const { version, license } = JSON.parse(read("package.json"));
		expect(citation).toMatchObject({
			version,
			license,
			"cff-version": "1.2.0",
		});
		for (const key of ["message", "title", "authors"])
			expect(citation[key]).toBeTruthy();
	});

	it("is told by a report as the file has it", async () => {
		const { markup } = citeHtml((await readPublished()).citation, []);
		expect(markup).toContain(citation.title);
		expect(markup).toContain(citation.authors[0].name);
		expect(markup).toContain(`version ${citation.version}`);
	});
});

describe("the package", () => {
	it("brings what a report is told from", () => {
		const packed = spawnSync(
			"npm",
			["pack", "--dry-run", "--json", "--ignore-scripts"],
			{ ...AT_MOST, cwd: ROOT, encoding: "utf8" },
		);
		const [{ files }] = JSON.parse(packed.stdout);
		const names = files.map(({ path }: { path: string }) => path);
		expect(names).toEqual(expect.arrayContaining(Object.values(PUBLISHED)));
	});
});

describe("have I run enough", () => {
	it("asks for four times the runs for half the interval", () => {
		const mean = { value: 100, low: 96, high: 104, error: 2 };
		expect(replicatesFor(mean, 500)).toBe(2000);
		expect(replicatesFor(mean, 500, 0.04)).toBe(500);
	});

	it("rounds up to two digits, and says nothing of a mean of zero", () => {
		const mean = { value: 100, low: 95.5, high: 104.5, error: 2 };
		expect(replicatesFor(mean, 500)).toBe(2600);
		expect(replicatesFor({ ...mean, value: 0 }, 500)).toBeNull();
	});
});

describe("a distribution in plain words", () => {
	it.each([
		[{ kind: "fixed", value: 2000 }, "2,000 t/y"],
		[{ kind: "uniform", low: 0.2, high: 0.6 }, "0.2 to 0.6 t/y, all alike"],
		[
			{ kind: "lognormal", median: 40, p5: 24, p95: 60 },
			"40 t/y, nine times in ten 24 to 60",
		],
	] as const)("%j is %s", (distribution, words) => {
		expect(plainDistribution(distribution, "t/y")).toBe(words);
	});
});
