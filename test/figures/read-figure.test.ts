import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { drawChart } from "../../src/charts/draw-chart.ts";
import { figureContent } from "../../src/figures/figure.ts";
import { figureCode, recordIn } from "../../src/figures/figure-code.ts";
import type { BatchRecord } from "../../src/figures/provenance.ts";
import { readFigure } from "../../src/figures/read-figure.ts";
import { UnsoundFigureError } from "../../src/storage/errors.ts";
import { INVENTED, syntheticInput } from "../charts/synthetic.ts";
import { newPlace } from "../storage/fake-results.ts";

const HASH = "0f".repeat(32);
const RECORD: BatchRecord = {
	schema: "stibium-figure/1",
	of: "batch",
	results: "runs (of höst)",
	stibium: { version: "0.1.0", git: { sha: "abc", dirty: false } },
	stream: "1",
	plan: {
		hash: HASH,
		seed: 42,
		replicates: { from: 0, to: 50 },
		shard: null,
		blockSize: 25,
		parameters: "posterior",
		ensemble: null,
		without: [],
		keepPaths: false,
		order: ["calm"],
		base: null,
	},
	scenarios: [
		{ name: "calm", sha256: HASH, calibration: HASH, text: "version: 1\n" },
	],
	design: null,
	digest: HASH,
	chart: {
		kind: "fan",
		name: "price",
		choices: { thresholds: [{ value: 100, label: "a ship <load> & more" }] },
		replicate: {
			scenario: null,
			replicate: "median",
			metric: "mean_price_12m_usd_t",
		},
	},
	spec: HASH,
	numbers: HASH,
	command: "npx stibium run calm",
};
/** A title that looks like the places in which records stand. */
const TITLE =
	"stibium-figure/1:AAAA <metadata>stibium-figure/1:AAAA</metadata> /Keywords (stibium-figure/1:AAAA)";
const chart = {
	...drawChart(
		"exceedance",
		syntheticInput({ scenarios: INVENTED.slice(2, 4), replicates: 50 }),
	),
	title: TITLE,
};
const provenance = {
	results: RECORD.results,
	specHash: HASH,
	record: RECORD,
};

async function fileOf(content: Uint8Array | string): Promise<string> {
	const path = join(await newPlace(), "figure");
	writeFileSync(path, content);
	return path;
}

/** Any value as a record would be packed. */
const packed = (value: unknown) =>
	`stibium-figure/1:${brotliCompressSync(JSON.stringify(value)).toString("base64")}`;
const svgWith = (code: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg"><metadata>${code}</metadata></svg>`;
const RECORD_WITH = (changes: object) => packed({ ...RECORD, ...changes });

describe("the record in a figure", () => {
	it.each(["svg", "png", "pdf"] as const)(
		"is read from an %s as it was written, whatever the title and the folder say",
		async (format) => {
			const path = await fileOf(await figureContent(chart, format, provenance));
			const found = readFigure(path);
			expect(found.format).toBe(format);
			expect(found.record).toEqual(RECORD);
		},
	);

	it("is a word that needs no escape in XML or PDF", () => {
		expect(figureCode(RECORD)).toMatch(/^stibium-figure\/1:[\w+/]+={0,2}$/);
		expect(recordIn(`before ${figureCode(RECORD)}; after`)).toEqual(RECORD);
	});

	it("is reduced to its command where nobody would unpack it", () => {
		const [one] = RECORD.scenarios;
		const scenarios = Array.from({ length: 200 }, () => ({
			...one!,
			text: "a".repeat(200_000),
		}));
		expect(recordIn(figureCode({ ...RECORD, scenarios }))).toEqual({
			schema: "stibium-figure/1",
			of: "command",
			command: RECORD.command,
		});
	});

	it("leaves an SVG the same to the byte after another was drawn", async () => {
		const first = await figureContent(chart, "svg", provenance);
		const other = drawChart(
			"fan",
			syntheticInput({ scenarios: INVENTED.slice(2, 4), replicates: 50 }),
		);
		const fan = await figureContent(other, "svg", null);
		expect(await figureContent(chart, "svg", provenance)).toBe(first);
		expect(await figureContent(other, "svg", null)).toBe(fan);
		expect(fan).toMatch(/ id="s[0-9a-f]{8}-1"/);
	});
});

describe("a file that is no such figure", () => {
	it.each([
		["text", "hello", /no SVG, PNG or PDF/],
		["an SVG of another program", "<svg></svg>", /holds no provenance/],
		["a PDF of another program", "%PDF-1.4\n/Keywords (x)", /no provenance/],
		[
			"what cannot be unpacked",
			svgWith("stibium-figure/1:AAAAAAAA"),
			/damaged: it cannot be unpacked/,
		],
		[
			"what unpacks to far more than it says",
			svgWith(packed("a".repeat(40 * 1024 * 1024))),
			/unpacks to more than 33554432 bytes/,
		],
		[
			"what is not JSON",
			svgWith(`stibium-figure/1:${brotliCompressSync("{").toString("base64")}`),
			/it is not JSON/,
		],
		["no object", svgWith(packed([])), /not what stibium writes/],
		[
			"a field too many",
			svgWith(RECORD_WITH({ extra: 1 })),
			/not what stibium writes: .*extra/,
		],
		[
			"a path for a name",
			svgWith(
				RECORD_WITH({
					scenarios: [{ ...RECORD.scenarios[0], name: "../../etc/passwd" }],
				}),
			),
			/scenarios\[0\]\.name/,
		],
		[
			"a path for a chart",
			svgWith(RECORD_WITH({ chart: { ...RECORD.chart, name: "../fan" } })),
			/chart\.name/,
		],
		[
			"a scenario longer than a file may be",
			svgWith(
				RECORD_WITH({
					scenarios: [{ ...RECORD.scenarios[0], text: "a".repeat(300_000) }],
				}),
			),
			/scenarios\[0\]\.text/,
		],
	])("is refused with a line that names it: %s", async (_, content, why) => {
		const path = await fileOf(content);
		const read = () => readFigure(path);
		expect(read).toThrow(UnsoundFigureError);
		expect(read).toThrow(why);
		expect(read).toThrow(path);
	});

	it("is refused when it is a folder, or is not there", async () => {
		const place = await newPlace();
		expect(() => readFigure(place)).toThrow(/is a folder/);
		expect(() => readFigure(join(place, "none.svg"))).toThrow(
			/does not exist; expected the path of a figure/,
		);
	});

	it("is refused when a PNG is cut short, or a bit of its record is flipped", async () => {
		const png = Buffer.from(
			(await figureContent(chart, "png", provenance)) as Uint8Array,
		);
		const at = png.indexOf("iTXtstibium");
		const cut = await fileOf(png.subarray(0, at + 40));
		expect(() => readFigure(cut)).toThrow(/cut short or damaged/);
		png[at + 100]! ^= 1;
		const flipped = await fileOf(png);
		expect(() => readFigure(flipped)).toThrow(/checksum does not fit/);
	});
});
