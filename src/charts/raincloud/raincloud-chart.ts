/** Raincloud chart: every run of a metric, scenario below scenario. */

import type {
	MetricDefinition,
	MetricName,
} from "../../market/record/record.ts";
import { labelWithUnit, shownAs } from "../../words/amounts.ts";
import { metricOf, nameForFile, nullWord } from "../../words/metrics.ts";
import { countInWords } from "../../words/numbers.ts";
import {
	type ChartDraft,
	type ChartInput,
	type ChartTable,
	inOrder,
} from "../chart.ts";
import { metricFinding } from "../finding/headline.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import { periodOf } from "../frame/period.ts";
import { hueAt } from "../frame/theme.ts";
import { type ValueAxis, valueAxis } from "../frame/value-axis.ts";
import { DOTS, dotLevel } from "./quantile-dots.ts";
import { MANY_ZEROS } from "./rain-layers.ts";
import { plotWidth, rainPlot } from "./rain-plot.ts";
import {
	BAR_LEVELS,
	figuresInWords,
	type RainRow,
	rainRow,
} from "./rain-row.ts";

/**
 * The price over the next year: the first headline metric, clear soon after a fork, and
 * without the tail of a peak, whose mean says little.
 */
export const RAINCLOUD_METRIC: MetricName = "mean_price_12m_usd_t";

/**
 * The distribution of a metric, one row a scenario on a shared axis: its density, a bar of
 * median and middle 50 and 90 %, and 20 dots that each stand for a 1-in-20 chance. Runs
 * without a value are dots in a column of their own.
 */
export function raincloudChart(input: ChartInput): ChartDraft {
	const { context, choices, runs } = input;
	const metric = metricOf(choices?.metric ?? RAINCLOUD_METRIC);
	const rows = inOrder(context).map((scenario, i) =>
		rainRow(
			scenario,
			hueAt(i),
			runs.column(scenario.name, metric.name),
			metric,
		),
	);
	const axis = valueAxis(
		rows.map(({ samples }) => samples),
		plotWidth(rows),
	);
	const { title, key } = metricFinding(metric, input);
	const subtitle = subtitleOf(input, metric, rows, axis, key);
	const source = sourceLines(context);
	return {
		kind: "raincloud",
		name: nameForFile(metric.name),
		title,
		subtitle,
		source,
		description: describe(title, metric, rows),
		spec: page(
			{ title, subtitle, source },
			{
				direction: "column",
				spacing: 0,
				below: 30,
				panels: [rainPlot(rows, axis, metric)],
			},
		),
		table: tableOf(rows, metric),
	};
}

function subtitleOf(
	input: ChartInput,
	metric: MetricDefinition,
	rows: readonly RainRow[],
	axis: ValueAxis,
	key: string | null,
): readonly string[] {
	const word = nullWord(metric);
	const hasNever = rows.some(({ known }) => known.share < 1);
	const hasZeros = rows.some(({ zeros }) => zeros.share >= MANY_ZEROS);
	return subtitleLines([
		`${labelWithUnit(metric)}, ${periodOf(metric, input)}.`,
		`Each row: density of ${countInWords(input.context.replicates)} runs (height scaled by row), bar (median, middle 50 and 90%), 20 dots, each a 1-in-20 chance.`,
		"Under the names: median (5th to 95th percentile).",
		...(key ? [`In the title: ${key}.`] : []),
		...(hasZeros ? ["Densities leave out runs at zero."] : []),
		...(hasNever
			? [`Dots at the right: ${word}; bars and figures are of the other runs.`]
			: []),
		...(axis.isCut ? ["Runs beyond the axis, 1% at most, are not drawn."] : []),
	]);
}

function describe(
	title: string,
	metric: MetricDefinition,
	rows: readonly RainRow[],
): string {
	const each = rows.map(
		(row) =>
			`${row.scenario.title}: ${figuresInWords(row, metric).join(", ")}.`,
	);
	return `${title}. Distribution by scenario, median (5th to 95th percentile): ${labelWithUnit(metric)}. ${each.join(" ")}`;
}

function tableOf(
	rows: readonly RainRow[],
	metric: MetricDefinition,
): ChartTable {
	const { unit } = shownAs(metric);
	const levels = Array.from({ length: DOTS }, (_, i) => 100 * dotLevel(i));
	return {
		columns: [
			{ name: "scenario", unit: "" },
			{ name: "runs", unit: "" },
			{ name: "runs without a value", unit: "" },
			{ name: "runs at zero", unit: "" },
			...BAR_LEVELS.map((level) => ({ name: `p${100 * level}`, unit })),
			...levels.map((level) => ({ name: `dot at ${level}%`, unit })),
		],
		rows: rows.map(({ scenario, known, zeros, bar, dots }) => [
			scenario.name,
			known.n,
			known.n - known.count,
			zeros.count,
			...(bar ?? BAR_LEVELS.map(() => null)),
			...dots,
		]),
	};
}
