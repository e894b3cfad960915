import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, contents, workFolder } from "../cli/program.ts";
import { LONG, many } from "../long.ts";
import { BROWSER, inABrowser, open } from "./browser.ts";

const folder = workFolder();
const AXE = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);

const ended = await cli(
	[
		...["compare", "no-restrictions", "ban-returns", "pakistan-refinery"],
		...["-n", "24", "--seed", "sb", "--out", "out", "--report", "--json"],
	],
	folder,
);
const batch = JSON.parse(ended.out);
const results = join(folder, batch.results);
const file = join(folder, batch.report);
const page = readFileSync(file, "utf8");
const words = page
	.replace(/<(style|svg)\b[\s\S]*?<\/\1>/g, "")
	.replace(/<[^>]*>/g, "")
	.replaceAll("&lt;", "<")
	.replace(/\s+/g, " ");

describe("a comparison that ends with a report", () => {
	it("says where it is, and notes it in the manifest", async () => {
		expect(ended.code, ended.talk).toBe(0);
		expect(batch.report).toBe(`${batch.results}/report.html`);
		const manifest = JSON.parse(
			readFileSync(join(results, "manifest.json"), "utf8"),
		);
		expect(manifest.files.map((one: { name: string }) => one.name)).toContain(
			"report.html",
		);
		expect((await cli(["verify", batch.results], folder)).code).toBe(0);
	});

	it("asks the question of the last scenario first", () => {
		expect(/<h1[^>]*>(.*?)<\/h1>/.exec(page)?.[1]).toBe(
			"What if the ban returns and a refinery is built in Pakistan that sells to whoever pays?",
		);
	});

	it("answers with the median of the summary, and what differs with its interval", () => {
		const { p50 } = batch.scenarios["pakistan-refinery"].mean_price_12m_usd_t;
		const three = Number(p50.toPrecision(3)).toLocaleString("en-US");
		expect(words).toContain(`the medians are ${three} and`);
		expect(words).toMatch(
			/costs [\d,]+ USD\/t more over the twelve months from December 2026 than in “No restrictions”, on average over paired runs \(95% interval [\d,]+ to [\d,]+\)/,
		);
	});

	it("says how surely US defence is met and when Pakistan covers a tenth of it, before anything else but the price", () => {
		const verdict = /<div class="verdict-words">\s*([\s\S]*?)<\/div>/.exec(
			page,
		);
		const told = (verdict?.[1] ?? "").match(/<p>.*<\/p>/g) ?? [];
		expect(told).toHaveLength(3);
		expect(told[1]).toMatch(
			/^<p>US defence need is met in full in all of 24 runs \(unmet in &lt;1%; .*\); Pakistan comes to cover a tenth of it by December 2035 in /,
		);
		expect(words).toContain(
			"Runs in which Pakistan covers a tenth of US defence need",
		);
	});

	it("never says 0% of none of many runs", () => {
		expect(words.match(/(?<![\d.,–+−])0%.{20}/g)).toBeNull();
		expect(words).toMatch(/met in full in all of 24 runs \(unmet in <1%/);
	});

	it("has the command, the digest and every hash that repeat it", () => {
		expect(words).toContain(batch.digest);
		expect(words).toContain(
			"npx stibium compare no-restrictions ban-returns pakistan-refinery -n 24 --seed sb",
		);
	});

	it("sets a scenario apart from the one that it is nearest to", () => {
		expect(words).toContain(
			"What sets “A Pakistani refinery” apart from “The US ban returns”",
		);
		expect(words).toMatch(
			/From 27 November 2026 on: Pakistani refinery may be decided \(announced 8 September 2025\)/,
		);
	});

	it("has no script, no style attribute, and no address but its own", () => {
		expect(page).not.toMatch(/<script|<[^>]* style=|<[^>]* on\w+=/i);
		for (const [, address = ""] of page.matchAll(/ (?:href|src)="([^"]*)"/g))
			expect(address.slice(0, 5)).toMatch(/^(#|data:)/);
	});

	it("names every anchor that it links to, and no anchor twice", () => {
		const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const [, id] of page.matchAll(/ href="#([^"]*)"/g))
			expect(ids).toContain(id);
	});
});

describe("report", () => {
	it("refuses a shard with a line that says what would do", async () => {
		const shard = await cli(
			["run", "as-happened", ..."-n 4 --shard 1/2 --seed 1 --json".split(" ")],
			folder,
		);
		const refused = await cli(
			["report", JSON.parse(shard.out).results],
			folder,
		);
		expect(refused.code).toBe(2);
		expect(refused.talk).toMatch(/shard 1 of 2.*stibium merge/);
	});

	it("joins several folders into one page, a section each, in the first of them", async () => {
		const sweep = await cli(
			[
				...["sweep", "pakistan-refinery", "-n", "6", "--seed", "1", "--json"],
				...["--vary", "shocks.refinery.capacity=1000,4000"],
			],
			folder,
		);
		const { results: swept } = JSON.parse(sweep.out);
		const told = await cli(
			["report", swept, batch.results, "--title", "A <b> & more", "--json"],
			folder,
		);
		expect(told.code, told.talk).toBe(0);
		expect(JSON.parse(told.out)).toMatchObject({
			results: swept,
			reported: [swept, batch.results],
			files: [`${swept}/report.html`],
		});
		const both = readFileSync(join(folder, swept, "report.html"), "utf8");
		expect(both.match(/<div class="batch"/g)).toHaveLength(2);
		expect(/<h1[^>]*>(.*?)<\/h1>/.exec(both)?.[1]).toBe(
			"A &lt;b&gt; &amp; more",
		);
		const answers = [...both.matchAll(/<li><a href="#(r\d)">.*<\/a>/g)];
		expect(answers.map(([, id]) => id)).toEqual(["r1", "r2"]);
		writeFileSync(join(folder, "both.html"), both);
	});

	it("has a title that can be read, or none", async () => {
		const refused = await cli(
			["report", batch.results, "--title", " "],
			folder,
		);
		expect(refused.code).toBe(2);
		expect(refused.talk).toBe(
			"--title is empty; expected what the page is called\n",
		);
	});

	it("draws what it needs and leaves charts/ alone", async () => {
		const run = await cli(
			["run", "as-happened", ..."-n 6 --seed 1 --json".split(" ")],
			folder,
		);
		const { results: alone } = JSON.parse(run.out);
		const told = await cli(["report", alone], folder);
		expect(told.out.trim()).toBe(`${alone}/report.html`);
		expect(contents(join(folder, alone))).not.toContain("charts");
	});

	it("says with exit 2 why --pdf cannot be had", async () => {
		const kept = process.env["CHROME_PATH"];
		process.env["CHROME_PATH"] = "/nowhere/chromium";
		const refused = await cli(["report", batch.results, "--pdf"], folder);
		if (kept === undefined) delete process.env["CHROME_PATH"];
		else process.env["CHROME_PATH"] = kept;
		expect(refused.code).toBe(2);
		expect(refused.talk).toContain("/nowhere/chromium");
	});
});

describe.runIf(BROWSER !== null)(inABrowser("the page in a browser"), () => {
	/** The page of two batches has every part of the page of one. */
	const both = join(folder, "both.html");
	const pages = many([both], [file, both]);

	// 1280 px at 200 % zoom are 640 px of the page
	it.each([1280, 640, 320])(
		"at %d px asks for nothing, says nothing and runs over no edge",
		async (width) => {
			for (const one of pages) {
				const opened = await open(one, { width });
				expect(
					await opened.page.evaluate("document.documentElement.scrollWidth"),
				).toBe(width);
				expect(opened.requests).toEqual([]);
				expect(opened.said).toEqual([]);
				await opened.page.context().close();
			}
		},
	);

	it.each(many([320], [1280, 320]))(
		"at %d px has nothing that axe would mend",
		async (width) => {
			for (const one of pages) {
				const { page: opened } = await open(one, { width, lawless: true });
				await opened.evaluate(AXE);
				const found = await opened.evaluate(
					'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
				);
				expect(found).toEqual([]);
				await opened.context().close();
			}
		},
	);

	it("shows every letter in the font that it carries", async () => {
		const { page: opened } = await open(file);
		expect(
			await opened.evaluate(
				"Promise.all([...document.fonts].map((face) => face.load())).then((faces) => faces.map(({ status }) => status).join())",
			),
		).toBe("loaded,loaded,loaded,loaded");
		await opened.context().close();
	});

	it("keeps files for a reader without a network", async () => {
		const { page: opened } = await open(file);
		const waiting = opened.waitForEvent("download");
		await opened.click('a[download$=".csv"]');
		const kept = readFileSync(await (await waiting).path(), "utf8");
		expect(kept).toMatch(/^scenario,series,month,/);
		await opened.context().close();
	});

	it.runIf(LONG)("prints with its charts and what is assumed", async () => {
		const printed = await cli(["report", batch.results, "--pdf"], folder);
		expect(printed.code, printed.talk).toBe(0);
		const pdf = readFileSync(join(results, "report.pdf"));
		expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
		const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
		expect(pages.length).toBeGreaterThan(8);
		// seven charts of thousands of strokes: a page without them has a tenth of that
		expect(pdf.length).toBeGreaterThan(400_000);
		expect((await cli(["verify", batch.results], folder)).code).toBe(0);
	});
});
