/** Chart of the record: quoted prices in Rotterdam and China over the simulated past. */

import { PRICES } from "../../calibration/prices/prices.ts";
import { shownAs } from "../../words/amounts.ts";
import { instantOfText, monthInWords } from "../../words/dates.ts";
import { nameForFile, seriesOf } from "../../words/metrics.ts";
import { countInWords } from "../../words/numbers.ts";
import {
	baseOf,
	type ChartContext,
	type ChartDraft,
	type ChartInput,
	type ChartScenario,
	type ChartTable,
	type Quote,
} from "../chart.ts";
import { ChartError } from "../chart-error.ts";
import { FAN_COLUMNS, type FanRow, fanRows } from "../fan/fan-panel.ts";
import { quoteLayers, type ShownQuote, shownQuotes } from "../fan/quotes.ts";
import { cutInWords, type TimePanel, timePanels } from "../fan/time-panels.ts";
import { type WalkRow, walkKey, walkRows } from "../fan/walk-band.ts";
import { firstThatFits } from "../finding/title-forms.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import { marksWorthShowing } from "../frame/shock-marks.ts";
import { HUES, type Hue } from "../frame/theme.ts";
import { instantsOf, type MonthWindow } from "../frame/time-axis.ts";

/** The scenario that follows the dated record. */
const RECORD = "as-happened";
/** Fewer months than this are no history. */
const FEWEST = 6;
/** Worth of agreement with the record, by the origin of the parameters. */
const FITTED = {
	posterior: [
		"Parameters and the luck of these years were fitted to this record, so agreement is no test.",
	],
	screened: [
		"Parameters were screened on facts of this record, so agreement is no test.",
	],
	prior: [],
} as const;
/** Worth of agreement where parameters were fitted but every replicate has luck of its own. */
const FITTED_FREE = [
	"Parameters were fitted to facts of this record, the luck of its years was not; agreement is no proof.",
];
/** Marks in a panel. */
const MARKS = 5;

/** Markets with a record: one colour is one region. */
const MARKETS = [
	{ place: "rotterdam", name: "Rotterdam", series: "price_rotterdam_usd_t" },
	{ place: "china", name: "China, without VAT", series: "price_china_usd_t" },
] as const;
const HUE_OF = { rotterdam: HUES[0]!, china: HUES[1]! } as const;

/** One market: what was simulated and what was quoted, in the unit of the axis. */
interface Market {
	readonly name: string;
	readonly hue: Hue;
	readonly rows: readonly FanRow[];
	readonly walk: readonly WalkRow[];
	readonly quotes: readonly ShownQuote[];
}

/** Input of a history chart, which needs no metric of a run. */
export type HistoryInput = Pick<ChartInput, "context" | "months" | "choices">;

/**
 * The record beside the simulation, for Rotterdam and for China: quoted prices with their
 * ranges over the fan of the months that the horizon and the record share.
 *
 * @throws {ChartError} when they share fewer than six months
 */
export function historyChart(input: HistoryInput): ChartDraft {
	const { context, choices } = input;
	const scenario = recordOf(input);
	const quotes = choices?.quotes ?? PRICES;
	const window = sharedWindow(scenario, quotes, input);
	const markets = MARKETS.map(({ place, name, series }): Market => {
		const rows = fanRows(
			input.months.bands(scenario.name, series),
			input.months.months(scenario.name),
			window,
			shownAs(seriesOf(series)).factor,
		);
		const ofPlace = quotes.filter((quote) => quote.series === place);
		return {
			name,
			hue: HUE_OF[place],
			rows,
			walk: walkRows(series, rows, window[0]),
			quotes: shownQuotes(ofPlace, rows, shownAs(seriesOf(series)).factor),
		};
	});
	const title = titleOf(markets);
	const panels = markets.map((market) => panelOf(market, scenario, window));
	const notes = [
		...walkKey(markets.map(({ walk }) => walk)),
		...cutInWords(panels),
	];
	const subtitle = subtitleOf(input, scenario, window, notes);
	const source = sourceLines(context);
	return {
		kind: "history",
		name: nameForFile(scenario.name),
		title,
		subtitle,
		source,
		description: `${title}. ${subtitle.join(" ")}`,
		spec: page(
			{ title, subtitle, source },
			timePanels(panels, instantsOf(window)),
		),
		table: tableOf(markets, shownAs(seriesOf(MARKETS[0].series)).unit),
	};
}

/** The first instant after the record of prices. */
const RECORD_END = instantOfText("2025-01");

/**
 * The scenario that follows the record. Where it is not in the batch, the one with the most
 * dated changes before the record ends, for one that leaves some out is no history; the
 * base of equals.
 */
function recordOf({ context }: HistoryInput): ChartScenario {
	const found = context.scenarios.find(({ name }) => name === RECORD);
	if (found) return found;
	const dated = ({ marks }: ChartScenario) =>
		marks.filter(({ from }) => from < RECORD_END).length;
	return context.scenarios.reduce(
		(most, scenario) => (dated(scenario) > dated(most) ? scenario : most),
		baseOf(context),
	);
}

function sharedWindow(
	{ name }: ChartScenario,
	quotes: readonly Quote[],
	{ months }: HistoryInput,
): MonthWindow {
	const last =
		quotes
			.map(({ date }) => date.slice(0, "YYYY-MM".length))
			.sort()
			.at(-1) ?? "";
	const shared = months.months(name).filter((month) => month <= last);
	const [from, to] = [shared[0], shared.at(-1)];
	if (shared.length < FEWEST || from === undefined || to === undefined)
		throw new ChartError(
			`a history needs ${FEWEST} months of the record; the horizon begins ${months.months(name)[0]} and the record ends ${last}`,
		);
	return [from, to];
}

function panelOf(
	{ name, hue, rows, walk, quotes }: Market,
	scenario: ChartScenario,
	window: MonthWindow,
): TimePanel {
	return {
		title: name,
		hue,
		rows,
		walk,
		marks: marksWorthShowing(scenario.marks, [], instantsOf(window), MARKS),
		over: (axes, labelled) => quoteLayers(quotes, axes, labelled),
		overValues: quotes.flatMap(({ price, high }) => [price, high ?? price]),
	};
}

const isInside = ({ inside }: ShownQuote) => inside;

/** Title: the number of quotes that the middle 80 % of runs hold, by market. */
function titleOf(markets: readonly Market[]): string {
	const all = markets.flatMap(({ quotes }) => quotes);
	const inside = all.filter(isInside).length;
	if (all.length === 0)
		return firstThatFits(["No quoted price falls in the simulated months"]);
	const each = markets
		.map(
			({ name, quotes }) =>
				`${name.split(",")[0]} ${quotes.filter(isInside).length} of ${quotes.length}`,
		)
		.join(", ");
	return firstThatFits([
		`${inside} of ${all.length} quoted prices lie in the middle 80% of runs: ${each}`,
	]);
}

function subtitleOf(
	{ context }: HistoryInput,
	scenario: ChartScenario,
	[from, to]: MonthWindow,
	notes: readonly string[],
): readonly string[] {
	const period = [from, to].map((month) => monthInWords(instantOfText(month)));
	return subtitleLines([
		`Antimony price, USD/t, ${period.join(" to ")}.`,
		"Dots: quotes of a day, with the quoted range where there is one.",
		`Line: median of ${countInWords(context.replicates)} runs of "${scenario.title}", by month; bands hold the middle 50, 80 and 95%.`,
		...notes,
		...fittedWords(context),
	]);
}

function fittedWords({ parameters, history }: ChartContext): readonly string[] {
	const isFree = history === "free" && parameters !== "prior";
	return isFree ? FITTED_FREE : FITTED[parameters];
}

function tableOf(markets: readonly Market[], unit: string): ChartTable {
	const empty = FAN_COLUMNS.map(() => null);
	return {
		columns: [
			{ name: "market", unit: "" },
			{ name: "date", unit: "" },
			...FAN_COLUMNS.map((name) => ({ name, unit })),
			...["quote", "quote low", "quote high"].map((name) => ({ name, unit })),
		],
		rows: markets.flatMap(({ name, rows, quotes }) => [
			...rows.map((row) => [
				name,
				row.month.slice(0, "YYYY-MM".length),
				...FAN_COLUMNS.map((column) => row[column]),
				null,
				null,
				null,
			]),
			...quotes.map(({ date, price, low, high }) => [
				name,
				date,
				...empty,
				price,
				low,
				high,
			]),
		]),
	};
}
