import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadImage } from "canvas";
import type { TopLevelSpec } from "vega-lite";
import { afterAll, describe, expect, it } from "vitest";
import { drawChart } from "../../src/charts/draw-chart.ts";
import { FIGURE_FORMATS, writeFigure } from "../../src/figures/figure.ts";
import { pdfOf, pngOf, svgOf } from "../../src/figures/render-figure.ts";
import { FigureError } from "../../src/figures/strict-vega.ts";
import { INVENTED, syntheticInput } from "../charts/synthetic.ts";

const folder = mkdtempSync(join(tmpdir(), "figure-"));
afterAll(() => rmSync(folder, { recursive: true }));

const chart = drawChart(
	"fan",
	syntheticInput({ scenarios: INVENTED.slice(2, 4), replicates: 50 }),
);
const PROVENANCE = { results: "20261201-120000-abc123", specHash: "0f1e2d" };

/** A bar chart of one number, for what a test adds to it. */
const simple = (changes: object): TopLevelSpec => ({
	data: { values: [{ a: 1 }] },
	mark: "bar",
	encoding: { x: { field: "a", type: "quantitative" } },
	...changes,
});
const picture = (spec: TopLevelSpec) => ({
	title: "A title",
	description: "A description",
	spec,
});

describe("the files of a figure", () => {
	it("stand in charts/ under one base name, five formats, none half written", async () => {
		const written = await writeFigure(chart, folder);
		const files = FIGURE_FORMATS.map(
			(format) => `charts/fan-price-rotterdam-usd-t.${format}`,
		);
		expect(written.map(({ file }) => file)).toEqual(files);
		expect(readdirSync(join(folder, "charts")).sort()).toEqual(
			files.map((file) => file.slice("charts/".length)).sort(),
		);
		for (const { file, bytes } of written)
			expect(readFileSync(join(folder, file))).toHaveLength(bytes);
	});

	it("hold the spec and the plotted numbers as they were given", async () => {
		await writeFigure(chart, folder, ["csv", "vl.json"]);
		const base = join(folder, "charts", "fan-price-rotterdam-usd-t");
		expect(readFileSync(`${base}.csv`, "utf8")).toBe(chart.csv);
		expect(JSON.parse(readFileSync(`${base}.vl.json`, "utf8"))).toEqual(
			JSON.parse(JSON.stringify(chart.spec)),
		);
	});

	it.each(["../escape", "a/b", "", "A", "fan.svg"])(
		"are refused the name %j",
		async (name) => {
			const other = { ...chart, name };
			await expect(writeFigure(other, folder, ["csv"])).rejects.toThrow(
				RangeError,
			);
		},
	);

	it("are not written when the spec cannot be drawn", async () => {
		const broken = {
			...chart,
			name: "broken",
			spec: simple({ data: { url: "data.csv" } }),
		};
		await expect(writeFigure(broken, folder, ["svg"])).rejects.toThrow(
			FigureError,
		);
		expect(existsSync(join(folder, "charts", "fan-broken.svg"))).toBe(false);
	});
});

describe("an SVG", () => {
	it("is an image with a title and a description, whatever is in them", async () => {
		const svg = await svgOf({
			...picture(simple({})),
			title: 'Less <1% & "more"',
			description: "</desc><script>alert(1)</script>",
		});
		expect(svg).toMatch(/^<svg role="img"/);
		expect(svg).toContain("<title>Less &lt;1% &amp; &quot;more&quot;</title>");
		expect(svg).toContain("<desc>&lt;/desc&gt;&lt;script&gt;");
		expect(svg).not.toContain("<script");
	});

	it("names its results and its spec when it is told them", async () => {
		const svg = await svgOf(picture(simple({})), PROVENANCE);
		expect(svg).toContain(
			"<metadata>results 20261201-120000-abc123; spec sha256 0f1e2d</metadata>",
		);
	});

	it("as a file carries its letters, and asks nobody for anything", async () => {
		await writeFigure(chart, folder, ["svg"]);
		const file = join(folder, "charts", "fan-price-rotterdam-usd-t.svg");
		const svg = readFileSync(file, "utf8");
		expect(svg.match(/@font-face\{font-family:"Stibium Inter"/g)).toHaveLength(
			2,
		);
		expect(svg).toMatch(/^<svg [^>]*><title>.*<\/desc><style>/s);
		expect(svg.length).toBeLessThan(200_000);
		const addresses = svg.match(/(?:href|src|url)[=(:]["']?[^)"' >]+/g) ?? [];
		for (const address of addresses)
			expect(address).toMatch(/data:font\/ttf;base64|url\(#/);
	});
});

describe("a PNG", () => {
	it("has two pixels for one, and says what it shows and where it comes from", async () => {
		const png = Buffer.from(await pngOf(chart, PROVENANCE));
		const svg = await svgOf(chart);
		const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
		const image = await loadImage(png);
		expect(image.width).toBe(2 * width);
		expect(png.includes(Buffer.from(`iTXtTitle\0\0\0\0\0${chart.title}`))).toBe(
			true,
		);
		expect(png.includes("results 20261201-120000-abc123")).toBe(true);
	});
});

describe("a PDF", () => {
	it("is one page of vectors, titled", async () => {
		const pdf = Buffer.from(await pdfOf(chart, PROVENANCE)).toString("latin1");
		expect(pdf).toMatch(/^%PDF-1\./);
		expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
		expect(pdf).not.toContain("/Subtype /Image");
		expect(pdf).toContain("/Title");
	});
});

describe("a spec that is not sound", () => {
	it.each([
		[
			"a file",
			simple({ data: { url: "/etc/hostname", format: { type: "csv" } } }),
		],
		["a URL", simple({ data: { url: "https://example.org/x.json" } })],
		[
			"an image of a URL",
			simple({
				mark: "image",
				encoding: { url: { value: "https://example.org/x.png" } },
			}),
		],
	])("loads nothing: not %s", async (_, spec) => {
		await expect(svgOf(picture(spec))).rejects.toThrow(FigureError);
	});

	it("fails on a warning of vega-lite", async () => {
		const spec = simple({
			encoding: {
				x: { field: "a", type: "quantitative", bogus: 1 },
				shape: { field: "a" },
			},
		});
		await expect(svgOf(picture(spec))).rejects.toThrow(FigureError);
	});

	it("fails on a warning of vega", async () => {
		const spec = simple({
			data: { values: [{ a: Number.POSITIVE_INFINITY }] },
		});
		await expect(svgOf(picture(spec))).rejects.toThrow(/[Ii]nfinite extent/);
	});
});
