import { describe, expect, it } from "vitest";
import {
	CHART_KINDS,
	type Chart,
	type ChartKind,
	INPUT_KINDS,
} from "../../src/charts/chart.ts";
import { ChartError } from "../../src/charts/chart-error.ts";
import { drawChart } from "../../src/charts/draw-chart.ts";
import { HUES, INK } from "../../src/charts/frame/theme.ts";
import { svgOf } from "../../src/figures/render-figure.ts";
import { objectsIn, rowsWith, wordsIn } from "./spec-data.ts";
import {
	INVENTED,
	type Invented,
	type SyntheticOptions,
	syntheticInput,
} from "./synthetic.ts";

const LONG: readonly Invented[] = INVENTED.slice(0, 3).map((scenario, i) => ({
	...scenario,
	name: `${scenario.name}-under-a-file-name-that-is-as-long-as-it-may-be`,
	title: `What if every export of antimony to the United States and its allies stopped for years, variant ${i}`,
	marks: scenario.marks.map((mark) => ({
		...mark,
		label: `${mark.label}, as the ministry announced it to all whom it may concern`,
	})),
}));

const BATCHES: Readonly<Record<string, SyntheticOptions>> = {
	"one scenario": { scenarios: INVENTED.slice(1, 2) },
	"two scenarios": { scenarios: INVENTED.slice(0, 2) },
	"three scenarios": { scenarios: INVENTED.slice(2, 5) },
	"four scenarios": { scenarios: INVENTED.slice(0, 4) },
	"eight scenarios": { scenarios: INVENTED },
	"long names": { scenarios: LONG },
	"equal values": { scenarios: INVENTED.slice(0, 3), shape: "equal" },
	"no values": { scenarios: INVENTED.slice(0, 3), shape: "null" },
	"many zeros": { scenarios: INVENTED.slice(0, 3), shape: "zeros" },
	"negative values": { scenarios: INVENTED.slice(0, 3), shape: "negative" },
	"few replicates": { scenarios: INVENTED.slice(0, 2), replicates: 2 },
	"a short horizon": { scenarios: INVENTED.slice(0, 2), months: 40 },
};

const KINDS: readonly ChartKind[] = [...CHART_KINDS, ...INPUT_KINDS];

/** Kinds that say in words why they cannot be drawn from a batch. */
const REFUSED: Readonly<Record<string, readonly ChartKind[]>> = {
	"one scenario": ["difference"],
	"no values": ["exceedance", "tornado"],
};

const CASES = Object.entries(BATCHES).flatMap(([batch, options]) =>
	KINDS.filter((kind) => !REFUSED[batch]?.includes(kind)).map((kind) => ({
		batch,
		kind,
		chart: drawChart(kind, syntheticInput(options)),
	})),
);

/** Kinds that show the routes of one run, which has no spread. */
const WITHOUT_BANDS: readonly ChartKind[] = ["flows"];

describe.each(CASES)("$kind of $batch", ({ kind, chart }) => {
	it("has a title of at most 90 characters that holds a number", () => {
		expect([...chart.title].length).toBeLessThanOrEqual(90);
		expect(chart.title).toMatch(/\d|no /i);
	});

	it("never says 0% or 100% of runs", () => {
		const said = [chart.title, chart.description, ...wordsIn(chart.spec)];
		for (const words of said)
			expect(words).not.toMatch(/\b(in|under|→) (0|100)%/);
	});

	it("says what, how many runs and how to read it, and where it comes from", () => {
		expect(chart.subtitle.join(" ")).toMatch(/\d (runs|pairs)/);
		if (!WITHOUT_BANDS.includes(kind))
			expect(chart.subtitle.join(" ")).toMatch(/9[05]%/);
		const source = chart.source.join(" ");
		expect(source).toMatch(/stibium 0\.1\.0/);
		expect(source).toMatch(/0a1b2c/);
		expect(source).toMatch(/seed 42/);
		expect(source).toMatch(/prior parameters/);
		expect(source).toMatch(/not a forecast/);
	});

	it("has a description that begins with the finding", () => {
		expect(chart.description.startsWith(chart.title)).toBe(true);
		expect(chart.description.length).toBeGreaterThan(chart.title.length + 40);
	});

	it("is rendered by vega-lite and vega without a warning", async () => {
		const svg = await svgOf(chart);
		expect(svg).not.toMatch(/NaN|Infinity|undefined/);
	});

	it("has a table of numbers or nothing, as wide as its columns", () => {
		for (const row of chart.table.rows) {
			expect(row).toHaveLength(chart.table.columns.length);
			for (const cell of row)
				if (typeof cell === "number") expect(cell).toSatisfy(Number.isFinite);
		}
		expect(chart.csv.split("\r\n")).toHaveLength(chart.table.rows.length + 2);
	});

	it("shares each scale between its panels and starts areas at zero", () => {
		for (const field of ["p50", "share"])
			expect(domainsOf(chart, "y", field).size).toBeLessThanOrEqual(1);
		expect(domainsOf(chart, "x", "month").size).toBeLessThanOrEqual(1);
		for (const domain of domainsOf(chart, "y", "p025"))
			expect(JSON.parse(domain)[0]).toBe(0);
	});

	it("writes in colours with a contrast of 4.5 to 1 or more on white", () => {
		for (const { mark } of objectsIn(chart.spec)) {
			if (typeof mark !== "object" || mark === null) continue;
			const { type, color } = mark as { type?: unknown; color?: unknown };
			if (type !== "text" || color === INK.background) continue;
			expect(contrastOnWhite(String(color))).toBeGreaterThanOrEqual(4.5);
		}
	});
});

/** The different domains of a channel, for the layers that show a field. */
function domainsOf(
	{ spec }: Chart,
	channel: "x" | "y",
	field: string,
): ReadonlySet<string> {
	const domains = new Set<string>();
	for (const { encoding } of objectsIn(spec))
		for (const definition of objectsIn(
			(encoding as Record<string, unknown> | undefined)?.[channel],
		))
			if (definition["field"] === field)
				for (const { domain } of objectsIn(definition["scale"]))
					if (domain) domains.add(JSON.stringify(domain));
	return domains;
}

/** WCAG 2.2 contrast ratio on white. */
function contrastOnWhite(color: string): number {
	const luminance = [1, 3, 5]
		.map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
		.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
		.reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i]!, 0);
	return 1.05 / (luminance + 0.05);
}

describe("every colour", () => {
	it.each([...HUES.map(({ text }) => text), INK.title, INK.text, INK.mark])(
		"%s of text holds a contrast of 4.5 to 1 on white",
		(color) => {
			expect(contrastOnWhite(color)).toBeGreaterThanOrEqual(4.5);
		},
	);

	it("comes with a dash of its own", () => {
		expect(new Set(HUES.map(({ dash }) => dash.join())).size).toBe(HUES.length);
	});
});

describe("the table of a chart", () => {
	const drawn = (kind: ChartKind) =>
		drawChart(kind, syntheticInput({ scenarios: INVENTED.slice(0, 4) }));

	it("of a fan holds the plotted bands", () => {
		const { spec, table } = drawn("fan");
		const plotted = rowsWith(spec, "month", "p975").map((row) => [
			String(row["month"]).slice(0, 7),
			...["p025", "p10", "p25", "p50", "p75", "p90", "p975"].map((p) => row[p]),
		]);
		expect(table.rows.map((row) => row.slice(2))).toEqual(plotted);
	});

	it("of a raincloud holds the plotted bars", () => {
		const { spec, table } = drawn("raincloud");
		const plotted = rowsWith(spec, "p05", "p95").map((row) =>
			["p05", "p25", "p50", "p75", "p95"].map((p) => row[p]),
		);
		expect(table.rows.map((row) => row.slice(4, 9))).toEqual(plotted);
	});

	it("of an exceedance curve holds the plotted shares", () => {
		const { spec, table } = drawn("exceedance");
		const plotted = rowsWith(spec, "amount", "share").map((row) =>
			["amount", "share", "low", "high"].map((field) => row[field]),
		);
		expect(table.rows.map((row) => row.slice(1))).toEqual(plotted);
	});

	it("of differences holds the plotted means and intervals", () => {
		const { spec, table } = drawn("difference");
		const means = new Set(rowsWith(spec, "mean").map(({ mean }) => mean));
		expect(new Set(table.rows.map((row) => row[5]))).toEqual(means);
		const spans = new Set(
			rowsWith(spec, "low", "high").map(({ low, high }) => `${low} ${high}`),
		);
		for (const row of table.rows) {
			expect(spans).toContain(`${row[6]} ${row[7]}`);
			expect(spans).toContain(`${row[8]} ${row[9]}`);
		}
	});

	it("of a story holds the plotted price, and every event shown with its number", () => {
		const { spec, table, description } = drawn("story");
		const plotted = rowsWith(spec, "month", "price").map(({ price }) => price);
		expect(table.rows.map((row) => row[1])).toEqual(plotted);
		const told = table.rows.flatMap((row) => row[5] ?? []);
		expect(told).toHaveLength(12);
		for (const event of told)
			expect(description).toContain(String(event).split(": ")[1]);
	});

	it("of flows holds the plotted tonnes, which stand upon each other", () => {
		const { spec, table } = drawn("flows");
		const plotted = rowsWith(spec, "quarter", "tonnes", "low", "high");
		expect(table.rows.map((row) => row[3])).toEqual(
			plotted.map(({ tonnes }) => tonnes),
		);
		for (const { tonnes, low, high } of plotted)
			expect(Number(low) + Number(tonnes)).toBeCloseTo(Number(high), 0);
	});

	it("of a tornado holds the plotted bars and intervals", () => {
		const { spec, table } = drawn("tornado");
		const bars = rowsWith(spec, "mean", "end").map(({ end }) => end);
		expect(table.rows.flatMap((row) => row.slice(4, 6))).toEqual(bars);
		const spans = rowsWith(spec, "from", "to").flatMap(({ from, to }) => [
			from,
			to,
		]);
		expect(table.rows.flatMap((row) => row.slice(6, 10))).toEqual(spans);
	});

	it("of a history holds the plotted bands and quotes", () => {
		const { spec, table } = drawn("history");
		const quotes = rowsWith(spec, "price").map(({ date, price }) => [
			date,
			price,
		]);
		const tabled = table.rows
			.filter((row) => row[9] !== null)
			.map((row) => [row[1], row[9]]);
		expect(tabled).toEqual(quotes);
		const bands = rowsWith(spec, "month", "p50");
		expect(table.rows).toHaveLength(bands.length + quotes.length);
	});
});

describe("a chart that cannot be drawn", () => {
	it.each(["flows", "story"] as const)(
		"%s without a replicate run again says so",
		(kind) => {
			const { replay: _, ...input } = syntheticInput();
			expect(() => drawChart(kind, input)).toThrow(/none was run again/);
		},
	);

	it.each(
		Object.entries(REFUSED).flatMap(([batch, kinds]) =>
			kinds.map((kind) => [kind, batch] as const),
		),
	)("%s of %s says why", (kind, batch) => {
		const input = syntheticInput(BATCHES[batch] ?? {});
		expect(() => drawChart(kind, input)).toThrow(ChartError);
	});
});
