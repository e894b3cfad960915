import { describe, expect, it } from "vitest";
import type { Chart, ChartInput } from "../../src/charts/chart.ts";
import { drawChart } from "../../src/charts/draw-chart.ts";
import { batchObject } from "../../src/cli/ending/batch-json.ts";
import { closingTable } from "../../src/cli/ending/closing-table.ts";
import { verdictSentence } from "../../src/cli/ending/verdict.ts";
import { isClear } from "../../src/experiment/verdict.ts";
import {
	HEADLINE_METRICS,
	type MetricName,
} from "../../src/market/record/record.ts";
import type { ReportBatch } from "../../src/report/page/batch.ts";
import { headlineTable } from "../../src/report/page/headline-table.ts";
import { priceSentence } from "../../src/report/page/sentences.ts";
import { eventOf, metricOf, nounOf } from "../../src/words/metrics.ts";
import { wordsIn } from "../charts/spec-data.ts";
import { INVENTED, type Shape, syntheticInput } from "../charts/synthetic.ts";
import { manifestOf } from "../report/invented-manifest.ts";

/** What one tongue says of a scenario in a metric. */
interface Said {
	readonly median: string;
	readonly range: string;
	/** mean difference, its interval, the same in per cent of the base, and the verdict; empty for the base */
	readonly mean: string;
	readonly span: string;
	readonly part: string;
	readonly verdict: string;
}

/** What one tongue says of a metric: its name with the unit, and every scenario that it tells. */
interface Group {
	readonly name: string;
	readonly rows: readonly Said[];
}

const said = (cells: readonly (string | undefined)[]): Said => {
	const [median = "", range = "", mean = "", span = "", ...rest] = cells;
	const verdict = rest.at(-1) ?? "";
	const part = rest.length > 1 ? (rest[0] ?? "") : "";
	return { median, range, mean, span, part, verdict };
};

const nameOf = (title: string): string =>
	title.replace(
		/: [^:]*(in every run|runs of every scenario|in any run|runs of any scenario)$/,
		"",
	);

/** The closing table of the terminal, read back. */
function ofTerminal({ context, summary }: ChartInput): readonly Group[] {
	const lines = closingTable({
		...{ order: context.scenarios.map(({ name }) => name), summary },
		...{ base: context.base, width: 1000 },
		...{ bold: (text) => text, dim: (text) => text },
	}).slice(1);
	return lines.flatMap((line, i) => {
		if (line.startsWith(" ")) return [];
		const rest = lines.slice(i + 1);
		const end = rest.findIndex((each) => !each.startsWith(" "));
		const rows = (end < 0 ? rest : rest.slice(0, end)).map((row) => {
			const [, median, , range, ...less] = row.trim().split(/ {2,}/);
			return said([median, range, ...less]);
		});
		return [{ name: nameOf(line), rows }];
	});
}

const text = (markup: string): string =>
	markup
		.replaceAll(/<[^>]*>/g, "")
		.replaceAll("&#39;", "'")
		.trim();

function pageOf(input: ChartInput): ReportBatch {
	const names = input.context.scenarios.map(({ name }) => name);
	return {
		...{ id: "r1", name: "n", input, manifest: manifestOf(names) },
		...{ scenarios: [], figures: [], missing: [] },
		...{ settling: null, story: null, weighed: null },
	};
}

/** The table of the report, read back. */
function ofReport(input: ChartInput): readonly Group[] {
	const { markup } = headlineTable(pageOf(input));
	const [table = ""] = markup.split("</table>");
	return table
		.split('<tr class="group">')
		.slice(1)
		.map((group) => {
			const [title = "", ...rows] = group.split("<tr>");
			return {
				name: nameOf(text(title)),
				rows: rows.map((row) => {
					const cells = row.split("</td>").map(text);
					const median = cells[0]?.split("t").at(-1);
					return said([median, cells[1], ...cells.slice(3, 7)]);
				}),
			};
		});
}

/** The row of the chart of differences on a pair: its unit, verdict and plotted mean. */
function ofChart({ table }: Chart, metric: string, other: string) {
	const cells = table.rows.find(
		([name, , , scenario]) => name === metric && scenario === other,
	);
	return {
		unit: cells?.[1],
		mean: cells?.[5],
		verdict: cells?.[10],
	};
}

/** Half a digit of the fourth decimal: no number has more of them. */
const FOURTH_DECIMAL = 0.00005;
const NOTHING_TOLD = "0.0000 to 0.0000";

/** What a stored number is multiplied by, by the unit that is said. */
const FACTORS: Readonly<Record<string, number>> = {
	"USD/t": 1,
	"million USD": 1e-6,
	"tonnes of antimony": 1,
	"percentage points": 100,
	months: 1,
};

const numberOf = (words: string): number =>
	Number(words.replaceAll(",", "").replace("−", "-"));

const SHAPES: readonly Shape[] = ["usual", "equal", "zeros", "negative"];

describe.each(SHAPES)("of one batch of %s runs", (shape) => {
	const input = syntheticInput({
		...{ scenarios: INVENTED.slice(0, 3), replicates: 80, shape },
	});
	const others = input.context.scenarios.slice(1);
	const [terminal, report] = [ofTerminal(input), ofReport(input)];
	const chart = drawChart("difference", input);

	it("terminal, chart and report name every metric alike, with its unit", () => {
		const heads = wordsIn(chart.spec);
		expect(terminal).toHaveLength(HEADLINE_METRICS.length);
		expect(report.map(({ name }) => name)).toEqual(
			terminal.map(({ name }) => name),
		);
		for (const { name } of terminal)
			expect(heads).toContain(name.replace(/%$/, "percentage points"));
	});

	it("terminal and report say the same numbers and the same verdicts", () => {
		expect(report.map(({ rows }) => rows)).toEqual(
			terminal.map(({ rows }) => rows),
		);
	});

	it("the chart of differences says them too, and so does --json", () => {
		const { paired } = batchObject({
			...{ folder: "f", summary: input.summary },
			manifest: pageOf(input).manifest,
		});
		HEADLINE_METRICS.forEach((metric, i) => {
			terminal[i]?.rows.slice(1).forEach(({ mean, span, part, verdict }, k) => {
				const { name } = others[k]!;
				const drawn = ofChart(chart, metric, name);
				const found = paired.find(
					(pair) => pair.metric === metric && pair.other === name,
				);
				if (verdict === "") return;
				expect(drawn.verdict, `${metric} in ${name}`).toBe(verdict);
				expect(found?.verdict, `${metric} in ${name}`).toBe(verdict);
				const scaled = FACTORS[String(drawn.unit)]! * found!.mean.value;
				expect(drawn.mean).toBe(Number(scaled.toPrecision(5)));
				const off = Math.abs(numberOf(mean) - scaled);
				expect(off, mean).toBeLessThanOrEqual(
					Math.max(FOURTH_DECIMAL, 0.05 * Math.abs(scaled)),
				);
				if (isClear(verdict) && eventOf(metricOf(metric)) === null)
					expect(chart.description).toContain(
						span === `${mean} to ${mean}`
							? `: ${mean} in every pair`
							: `: ${mean} (${span === NOTHING_TOLD ? "nearly 0" : span})${part === "" ? "" : `, ${part}`}`,
					);
			});
		});
	});

	it("the raincloud says the median and the range that the tables say", () => {
		HEADLINE_METRICS.forEach((metric, i) => {
			const rows = terminal[i]?.rows ?? [];
			const { spec } = drawChart("raincloud", {
				...input,
				choices: { metric },
			});
			for (const { median, range } of rows.filter(
				({ range }) => range !== "",
			)) {
				const words = `${median} (${range.replace(/ in \d+ of \d+$/, "")})`;
				const [low, high] = words.split(/[(]|to /).slice(1);
				if (`${low?.trim()})` === high) continue;
				expect(wordsIn(spec), JSON.stringify(wordsIn(spec))).toContain(words);
			}
		});
	});
});

describe("a pair whose difference is clear", () => {
	const input = syntheticInput({ scenarios: INVENTED.slice(0, 2) });
	const PRICE: MetricName = "mean_price_12m_usd_t";
	const pairs = input.summary.paired.filter(({ metric }) => metric === PRICE);

	it("has one noun in the sentence of the terminal and in the title of a chart", () => {
		const noun = nounOf(metricOf(PRICE));
		expect(verdictSentence(pairs)).toBe(`clearly higher in ${noun}`);
		expect(drawChart("raincloud", input).title).toContain(`raises ${noun} by`);
	});

	it("has one size in the table of the terminal and in the sentence of the report", () => {
		const [first] = ofTerminal(input);
		const { mean = "", span = "" } = first?.rows[1] ?? {};
		const [size, ends] = [mean, span].map((each) => each.replaceAll("+", ""));
		const contrast = { other: "as-happened", base: "no-restrictions" };
		expect(priceSentence(pageOf(input), contrast)).toContain(
			`costs ${size} USD/t more`,
		);
		expect(priceSentence(pageOf(input), contrast)).toContain(
			`(95% interval ${ends})`,
		);
	});
});
