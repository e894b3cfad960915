import type { MetricName, SeriesName } from "../market/record.ts";
import {
	type ChartDraft,
	type ChartInput,
	type ChartTable,
	othersOf,
} from "./chart.ts";
import { instantOfText, monthInWords } from "./dates.ts";
import { type FanSubject, fanSubjects, fanWindow } from "./fan-choice.ts";
import {
	FAN_COLUMNS,
	type FanRow,
	fanRows,
	type MonthWindow,
} from "./fan-panel.ts";
import { firstThatFits, metricTitle } from "./headline.ts";
import { countInWords, decimalsFor, inWords } from "./numbers.ts";
import { page, sourceLines, subtitleLines } from "./page.ts";
import { marksWorthShowing, type ShockMark } from "./shock-marks.ts";
import { hueAt } from "./theme.ts";
import { type TimePanel, timePanels } from "./time-panels.ts";
import {
	labelWithUnit,
	metricOf,
	nameForFile,
	seriesOf,
	shownAs,
} from "./words.ts";

/** The metric that says of a whole replicate what the series says of a month. */
const METRIC_OF: Readonly<Partial<Record<SeriesName, MetricName>>> = {
	price_rotterdam_usd_t: "mean_price_12m_usd_t",
	price_ratio: "max_price_ratio",
	us_unmet_t: "us_unmet_t",
	defence_unmet_us_t: "defence_unmet_t",
	china_exports_grey_t: "grey_share",
};
const DEFAULT_SERIES = "price_rotterdam_usd_t";
/** Marks in a panel, where two share the page and where more do. */
const MARKS = { few: 5, many: 4 } as const;

/** A panel of a fan before it is drawn. */
interface Drawn extends FanSubject {
	readonly rows: readonly FanRow[];
	readonly marks: readonly ShockMark[];
}

/**
 * A monthly series over time, one panel a scenario on shared axes: bands that hold the
 * middle 50, 80 and 95 % of runs, the median, and the dated changes in the rules.
 *
 * @throws {ChartError} when there is nothing to stand beside, or no month to show
 */
export function fanChart(input: ChartInput): ChartDraft {
	const { context, choices } = input;
	const series = choices?.series ?? DEFAULT_SERIES;
	const window = fanWindow(input);
	const drawn = drawnPanels(input, fanSubjects(input, series), window);
	const title = titleOf(input, series, drawn);
	const subtitle = subtitleOf(input, series, drawn, window);
	const source = sourceLines(context);
	const panels = timePanels(
		drawn.map((each, i) => panelOf(each, i, drawn)),
		instantsOf(window),
	);
	return {
		kind: "fan",
		name: nameForFile(series),
		title,
		subtitle,
		source,
		description: describe(title, series, drawn, window),
		spec: page({ title, subtitle, source }, panels),
		table: tableOf(drawn, shownAs(seriesOf(series)).unit),
	};
}

const instantsOf = ([from, to]: MonthWindow) =>
	[instantOfText(from), instantOfText(to)] as const;

function drawnPanels(
	{ months }: ChartInput,
	subjects: readonly FanSubject[],
	window: MonthWindow,
): readonly Drawn[] {
	const most = subjects.length <= 2 ? MARKS.few : MARKS.many;
	return subjects.map(({ scenario, series }, i) => ({
		scenario,
		series,
		rows: fanRows(
			months.bands(scenario.name, series),
			months.months(scenario.name),
			window,
			shownAs(seriesOf(series)).factor,
		),
		marks: marksWorthShowing(
			scenario.marks,
			subjects.filter((_, k) => k !== i).map((other) => other.scenario.marks),
			instantsOf(window),
			most,
		),
	}));
}

/** One scenario alone names its panels by series, several by scenario. */
function panelOf(
	{ scenario, series, rows, marks }: Drawn,
	place: number,
	all: readonly Drawn[],
): TimePanel {
	const isAlone = all.every((other) => other.scenario === scenario);
	const title = isAlone ? seriesOf(series).label : scenario.title;
	return { title, hue: hueAt(place), rows, marks, over: [], overValues: [] };
}

function titleOf(
	input: ChartInput,
	series: SeriesName,
	drawn: readonly Drawn[],
): string {
	const metric = METRIC_OF[series];
	const scenarios = drawn.map(({ scenario }) => scenario);
	const shown = { ...input, context: { ...input.context, scenarios } };
	if (metric && othersOf(shown.context).length > 0)
		return metricTitle(metricOf(metric), shown);
	const { label } = seriesOf(series);
	const { suffix } = shownAs(seriesOf(series));
	const ends = drawn.map(({ rows }) => rows.at(-1)?.p50 ?? 0);
	const decimals = decimalsFor(ends);
	const medians = ends.map((end) => inWords(end, decimals)).join(", ");
	return firstThatFits([
		`${label}: medians at the end are ${medians}${suffix}`,
		`Medians at the end are ${medians}${suffix}`,
	]);
}

function subtitleOf(
	input: ChartInput,
	series: SeriesName,
	drawn: readonly Drawn[],
	window: MonthWindow,
): readonly string[] {
	const definition = seriesOf(series);
	const hasMetric = METRIC_OF[series] === "mean_price_12m_usd_t";
	const isCompared = othersOf(input.context).length > 0;
	const unseen =
		input.context.scenarios.length -
		new Set(drawn.map(({ scenario }) => scenario)).size;
	const marks = drawn.flatMap((each) => each.marks);
	return subtitleLines([
		`${labelWithUnit(definition)}, monthly, ${periodInWords(window)}.`,
		`Line: median; bands hold the middle 50, 80 and 95% of ${countInWords(input.context.replicates)} runs.`,
		...(hasMetric && isCompared
			? [
					`Title: mean of the 12 months from ${monthInWords(instantOfText(input.context.reference))}, paired run by run, 95% interval in brackets.`,
				]
			: []),
		...(marks.length > 0 ? [markKey(marks)] : []),
		...(unseen > 0 ? [`${unseen} more in the table of differences.`] : []),
	]);
}

const periodInWords = ([from, to]: MonthWindow) =>
	`${monthInWords(instantOfText(from))} to ${monthInWords(instantOfText(to))}`;

function markKey(marks: readonly ShockMark[]): string {
	const dates = "Dashed: changes in the rules";
	const hasRange = marks.some(({ from, to }) => from < to);
	return hasRange ? `${dates}; bar: 5–95% of an uncertain date.` : `${dates}.`;
}

function describe(
	title: string,
	series: SeriesName,
	drawn: readonly Drawn[],
	window: MonthWindow,
): string {
	const { unit } = shownAs(seriesOf(series));
	const panels = drawn.map(({ scenario, series, rows, marks }) => {
		const last = rows.at(-1);
		const ends = last
			? `ends at a median of ${inWords(last.p50, decimalsFor([last.p50]))}, 95% of runs between ${inWords(last.p025, decimalsFor([last.p025]))} and ${inWords(last.p975, decimalsFor([last.p975]))}`
			: "has no months";
		const dates = marks
			.map(({ label, when }) => `${label} (${when})`)
			.join(", ");
		const marked = dates === "" ? "" : `; marked: ${dates}`;
		return `${scenario.title}, ${seriesOf(series).label}: ${ends}${marked}.`;
	});
	return `${title}. Fan charts side by side, ${periodInWords(window)}, in ${unit}. ${panels.join(" ")}`;
}

function tableOf(drawn: readonly Drawn[], unit: string): ChartTable {
	return {
		columns: [
			{ name: "scenario", unit: "" },
			{ name: "series", unit: "" },
			{ name: "month", unit: "" },
			...FAN_COLUMNS.map((name) => ({ name, unit })),
		],
		rows: drawn.flatMap(({ scenario, series, rows }) =>
			rows.map((row) => [
				scenario.name,
				series,
				row.month.slice(0, "YYYY-MM".length),
				...FAN_COLUMNS.map((column) => row[column]),
			]),
		),
	};
}
