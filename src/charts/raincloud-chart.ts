import type {
	Field,
	PositionFieldDef,
} from "vega-lite/types_unstable/channeldef.d.ts";
import type { MetricDefinition, MetricName } from "../market/record.ts";
import {
	type ChartDraft,
	type ChartInput,
	type ChartTable,
	inOrder,
} from "./chart.ts";
import { metricTitle } from "./headline.ts";
import { type Layer, strokeLayer, wordLayers } from "./layers.ts";
import { countInWords } from "./numbers.ts";
import { page, sourceLines, subtitleLines } from "./page.ts";
import { periodOf } from "./period.ts";
import { DOTS, dotLevel } from "./quantile-dots.ts";
import {
	MANY_ZEROS,
	NEVER_AT,
	ROW_HEIGHT,
	type RowPlace,
	rowLayers,
} from "./rain-layers.ts";
import {
	BAR_LEVELS,
	figuresInWords,
	type RainRow,
	rainRow,
} from "./rain-row.ts";
import { wrapToWidth } from "./text-width.ts";
import { hueAt, INK, PAGE_WIDTH, SIZE } from "./theme.ts";
import { placeOn, type ValueAxis, valueAxis } from "./value-axis.ts";
import {
	labelWithUnit,
	metricOf,
	nameForFile,
	nullWord,
	shownAs,
} from "./words.ts";

/**
 * The price over the next year: the first headline metric, clear soon after a fork, and
 * without the tail of a peak, whose mean says little.
 */
const DEFAULT_METRIC: MetricName = "mean_price_12m_usd_t";

/** px: names at the left, and the column of runs without a value at the right. */
const NAMES = 236;
const NEVER = 96;
const RIGHT = 24;

/**
 * The distribution of a metric, one row a scenario on a shared axis: its density, a bar of
 * median and middle 50 and 90 %, and 20 dots that each stand for a 1-in-20 chance. Runs
 * without a value are dots in a column of their own.
 */
export function raincloudChart(input: ChartInput): ChartDraft {
	const { context, choices, runs } = input;
	const metric = metricOf(choices?.metric ?? DEFAULT_METRIC);
	const rows = inOrder(context).map((scenario, i) =>
		rainRow(
			scenario,
			hueAt(i),
			runs.column(scenario.name, metric.name),
			metric,
		),
	);
	const hasNever = rows.some(({ dots }) => dots.includes(null));
	const width = PAGE_WIDTH - NAMES - (hasNever ? NEVER : RIGHT);
	const axis = valueAxis(
		rows.map(({ samples }) => samples),
		width,
	);
	const title = metricTitle(metric, input);
	const subtitle = subtitleOf(input, metric, rows, axis);
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
				panels: [plot(rows, axis, metric, hasNever)],
			},
		),
		table: tableOf(rows, metric),
	};
}

function plot(
	rows: readonly RainRow[],
	axis: ValueAxis,
	metric: MetricDefinition,
	hasNever: boolean,
) {
	const height = rows.length * ROW_HEIGHT;
	const x = (field: string): PositionFieldDef<Field> => ({
		field,
		type: "quantitative",
		scale: {
			type: axis.isLog ? "log" : "linear",
			domain: [...axis.domain],
			nice: false,
			zero: false,
		},
		axis: {
			title: `${labelWithUnit(metric)}${axis.isLog ? " (logarithmic scale)" : ""}`,
			titlePadding: 8,
			labelPadding: 5,
			labelFlush: false,
			tickCount: 7,
			tickSize: 4,
		},
	});
	const y = (field: string): PositionFieldDef<Field> => ({
		field,
		type: "quantitative",
		scale: { domain: [height, 0], nice: false, zero: false },
		axis: null,
	});
	return {
		width: axis.width,
		height,
		layer: [
			...zeroLine(axis, height),
			...rows.flatMap((row, i) => {
				const top = i * ROW_HEIGHT;
				const place: RowPlace = { axis, top, x, y };
				return [...rowLayers(row, place), ...nameLayers(row, top, metric)];
			}),
			...(hasNever ? neverHead(axis, nullWord(metric)) : []),
		],
	};
}

/** A line at 0 where values have both signs. */
function zeroLine(axis: ValueAxis, height: number): readonly Layer[] {
	if (!(axis.domain[0] < 0 && axis.domain[1] > 0)) return [];
	const x = placeOn(axis, 0);
	return [
		strokeLayer({ from: [x, 0], to: [x, height], color: INK.axis, width: 1.5 }),
	];
}

/** px from the names to the plot, and between their lines. */
const NAME_GAP = 18;
const LINES = { name: 18, figure: 16 } as const;

/** A scenario's name and figures, left of its row. */
function nameLayers(
	row: RainRow,
	top: number,
	metric: MetricDefinition,
): readonly Layer[] {
	const bold = { size: SIZE.panel, bold: true };
	const names = wrapToWidth(row.scenario.title, bold, NAMES - NAME_GAP, 2).map(
		(text) => ({ text, color: row.hue.text, height: LINES.name, ...bold }),
	);
	const figures = figuresInWords(row, metric).map((text) => ({
		text,
		color: INK.text,
		height: LINES.figure,
		size: SIZE.label,
	}));
	const lines = [...names, ...figures];
	const total = lines.reduce((sum, { height }) => sum + height, 0);
	return lines.flatMap(({ height, ...line }, i) => {
		const above = lines.slice(0, i).reduce((sum, each) => sum + each.height, 0);
		const y = top + (ROW_HEIGHT - total) / 2 + above + height / 2;
		return wordLayers({ ...line, x: -NAME_GAP, y, align: "right" });
	});
}

/** The head of the column of runs without a value. */
function neverHead(axis: ValueAxis, word: string): readonly Layer[] {
	return wordLayers({
		text: word,
		x: axis.width + NEVER_AT,
		y: -8,
		color: INK.text,
		align: "center",
	});
}

function subtitleOf(
	input: ChartInput,
	metric: MetricDefinition,
	rows: readonly RainRow[],
	axis: ValueAxis,
): readonly string[] {
	const word = nullWord(metric);
	const hasNever = rows.some(({ known }) => known.share < 1);
	const hasZeros = rows.some(({ zeros }) => zeros.share >= MANY_ZEROS);
	return subtitleLines([
		`${labelWithUnit(metric)}, ${periodOf(metric, input)}.`,
		`Each row: density of ${countInWords(input.context.replicates)} runs (height scaled by row), bar (median, middle 50 and 90%), 20 dots, each a 1-in-20 chance.`,
		"Under the names: median (5th to 95th percentile).",
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
