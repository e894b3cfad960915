/** Fan chart: a price or flow over time as bands of runs, scenario beside scenario. */

import type { SeriesName } from "../../market/record/record.ts";
import { shownAs } from "../../words/amounts.ts";
import { instantOfText, monthInWords } from "../../words/dates.ts";
import { nameForFile, seriesOf } from "../../words/metrics.ts";
import type {
	ChartContext,
	ChartDraft,
	ChartInput,
	ChartTable,
} from "../chart.ts";
import { page, sourceLines } from "../frame/page.ts";
import { marksWorthShowing } from "../frame/shock-marks.ts";
import { hueAt } from "../frame/theme.ts";
import { instantsOf, type MonthWindow } from "../frame/time-axis.ts";
import { type FanSubject, fanSubjects, fanWindow } from "./fan-choice.ts";
import { FAN_COLUMNS, fanRows } from "./fan-panel.ts";
import {
	type FanContent,
	fanDescription,
	fanFinding,
	fanSubtitle,
} from "./fan-words.ts";
import { quoteLayers, recordQuotes } from "./quotes.ts";
import { cutInWords, type TimePanel, timePanels } from "./time-panels.ts";
import { walkKey, walkRows } from "./walk-band.ts";

/** The price of the world's hub. */
const DEFAULT_SERIES: SeriesName = "price_rotterdam_usd_t";
/** Marks in a panel, where two share the page and where more do. */
const MARKS = { few: 5, many: 4 } as const;

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
	const finding = fanFinding(input, series, drawn);
	const { title } = finding;
	const panels = drawn.map((each, i) => panelOf(each, i, drawn, context));
	const notes = [
		...begunKey(context, panels),
		...walkKey(panels.map(({ walk }) => walk)),
		...cutInWords(panels),
	];
	const subtitle = fanSubtitle(finding, input, series, drawn, window, notes);
	const source = sourceLines(context);
	return {
		kind: "fan",
		name: nameForFile(series),
		title,
		subtitle,
		source,
		description: fanDescription(title, series, drawn, window),
		spec: page(
			{ title, subtitle, source },
			timePanels(panels, instantsOf(window)),
		),
		table: tableOf(drawn, shownAs(seriesOf(series)).unit),
	};
}

function drawnPanels(
	{ months }: ChartInput,
	subjects: readonly FanSubject[],
	window: MonthWindow,
): readonly FanContent[] {
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
	{ scenario, series, rows, marks }: FanContent,
	place: number,
	all: readonly FanContent[],
	{ reference, begun }: ChartContext,
): TimePanel {
	const { factor } = shownAs(seriesOf(series));
	const quotes = recordQuotes(begun?.record ?? [], series, rows, factor);
	const since = rows.some(({ month }) => begun && month.startsWith(begun.to));
	const isAlone = all.every((other) => other.scenario === scenario);
	const title = isAlone ? seriesOf(series).label : scenario.title;
	return {
		title,
		hue: hueAt(place),
		rows,
		marks,
		...(begun && { begun: begun.to }),
		walk: walkRows(series, rows, since && begun ? begun.to : reference),
		over: (axes, labelled) => quoteLayers(quotes, axes, labelled),
		overValues: quotes.map(({ price }) => price),
	};
}

/** Key to the record, the past that was fitted to it and what follows; nothing where no part of it is in view. */
function begunKey(
	{ begun }: ChartContext,
	panels: readonly TimePanel[],
): readonly string[] {
	const isShown = panels.some(({ rows }) =>
		rows.some(({ month }) => begun && month.slice(0, 7) < begun.to),
	);
	return begun === undefined || !isShown
		? []
		: [
				`Dots: the record; grey fan to ${monthInWords(instantOfText(begun.to))}: pasts that agree with it; in colour: what follows.`,
			];
}

function tableOf(drawn: readonly FanContent[], unit: string): ChartTable {
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
