import type { ChartDraft, ChartInput, ChartTable } from "./chart.ts";
import { instantOfText, monthInWords } from "./dates.ts";
import {
	type FanAxes,
	type FanRow,
	fanRows,
	instantsOf,
	type MonthWindow,
	timeAxis,
	valueAxis,
} from "./fan-panel.ts";
import { pushApart } from "./labels.ts";
import { type Layer, strokeLayer, wordLayers } from "./layers.ts";
import { decimalsFor, inWords, plotted } from "./numbers.ts";
import { page, sourceLines, subtitleLines } from "./page.ts";
import {
	type ChartReplay,
	countedFrom,
	type ReplayEvent,
	replayName,
	replayOf,
	replayWindow,
	replayWords,
} from "./replay.ts";
import { roundDomain } from "./scale.ts";
import { MARK_RADIUS, numberLayers, storyList } from "./story-list.ts";
import { hueAt, INK, PAGE_WIDTH, SIZE } from "./theme.ts";
import { firstThatFits, withNames } from "./title-forms.ts";
import { seriesOf, shownAs } from "./words.ts";

const SERIES = "price_rotterdam_usd_t";
/** Most events that the picture has room for. */
const MOST_EVENTS = 12;
/** px: values at the left, names at the right, the plot, from it to the marks and to the list. */
const LEFT = 40;
const RIGHT = 96;
const HEIGHT = 320;
const MARKS_ABOVE = 18;
const LIST_BELOW = 52;
const SOURCE_BELOW = 20;
const HUE = hueAt(0);

interface PriceRow {
	readonly month: string;
	readonly price: number;
}

/**
 * One replicate's price with the events of its story as numbered marks, beside the median
 * and the middle 95 % of all runs.
 *
 * @throws {ChartError} when no replicate was run again
 */
export function storyChart(input: ChartInput): ChartDraft {
	const { replay } = replayOf(input);
	const window = replayWindow(input, replay);
	const prices = priceRows(replay, window);
	const bands = fanRows(
		input.months.bands(replay.scenario, SERIES),
		input.months.months(replay.scenario),
		window,
		factor(),
	);
	const events = eventsShown(replay, window);
	const axes = axesOf(prices, bands, window);
	const title = titleOf(input, prices, countedFrom(input, window));
	const subtitle = subtitleOf(input, replay, window, cutWords(bands, axes));
	const source = sourceLines(input.context);
	const list = storyList(events, HEIGHT + LIST_BELOW, -LEFT);
	return {
		kind: "story",
		name: replayName(replay),
		title,
		subtitle,
		source,
		description: `${title}. ${subtitle.join(" ")} ${events.map(eventWords).join(" ")}`,
		spec: page(
			{ title, subtitle, source },
			{
				direction: "column",
				spacing: 0,
				below: SOURCE_BELOW,
				panels: [
					{
						width: PAGE_WIDTH - LEFT - RIGHT,
						height: HEIGHT,
						layer: [
							...priceLayers(bands, prices, axes),
							...markLayers(events, prices, axes),
							...list.layers,
						],
					},
				],
			},
		),
		table: tableOf(prices, bands, events),
	};
}

const factor = () => shownAs(seriesOf(SERIES)).factor;

function priceRows(
	{ months, price }: ChartReplay,
	[from, to]: MonthWindow,
): readonly PriceRow[] {
	return months.flatMap((month, i) =>
		month < from || month > to
			? []
			: [{ month: `${month}-15`, price: plotted(factor() * price[i]!) }],
	);
}

/** The events that matter most, in order of date. */
function eventsShown(
	{ events }: ChartReplay,
	[from, to]: MonthWindow,
): readonly ReplayEvent[] {
	return events
		.filter(({ month }) => month >= from && month <= to)
		.map((event, i) => ({ event, i }))
		.sort((a, b) => b.event.weight - a.event.weight || a.i - b.i)
		.slice(0, MOST_EVENTS)
		.sort((a, b) => a.i - b.i)
		.map(({ event }) => event);
}

function axesOf(
	prices: readonly PriceRow[],
	bands: readonly FanRow[],
	window: MonthWindow,
): FanAxes {
	const top = roundDomain([
		...prices.map(({ price }) => price),
		...bands.map(({ p90 }) => p90),
	])[1];
	return {
		window: instantsOf(window),
		top,
		width: PAGE_WIDTH - LEFT - RIGHT,
		height: HEIGHT,
	};
}

function priceLayers(
	bands: readonly FanRow[],
	prices: readonly PriceRow[],
	axes: FanAxes,
): readonly Layer[] {
	const x = timeAxis("month", axes);
	const batch = { values: [...bands] };
	return [
		{
			data: batch,
			mark: { type: "area", color: INK.axis, opacity: 0.2, clip: true },
			encoding: {
				x,
				y: valueAxis("p025", axes, true),
				y2: { field: "p975" },
			},
		},
		{
			data: batch,
			mark: {
				type: "line",
				color: INK.axis,
				strokeWidth: 1.5,
				strokeDash: [5, 3],
			},
			encoding: { x, y: valueAxis("p50", axes, true) },
		},
		{
			data: { values: [...prices] },
			mark: { type: "line", color: HUE.text, strokeWidth: 2.5 },
			encoding: { x, y: valueAxis("price", axes, true) },
		},
		...endLabels(bands, prices, axes).flatMap(wordLayers),
	];
}

/** Names of the lines at their right ends, pushed apart. */
function endLabels(
	bands: readonly FanRow[],
	prices: readonly PriceRow[],
	{ top, width, height }: FanAxes,
) {
	const [price = 0, median = 0, high = 0] = [
		prices.at(-1)?.price,
		bands.at(-1)?.p50,
		bands.at(-1)?.p975,
	];
	const places = pushApart(
		[price, median, high].map((value) => height * (1 - value / top)),
		SIZE.label + 3,
		0,
		height,
	);
	return [
		{ text: "this run", color: HUE.text, bold: true },
		{ text: "median of runs", color: INK.text, bold: false },
		{ text: "95% of runs", color: INK.text, bold: false },
	].map((word, i) => ({ ...word, x: width + 7, y: places[i]! }));
}

/** Numbers above the plot, pushed apart, each with a line down to the price of its month. */
function markLayers(
	events: readonly ReplayEvent[],
	prices: readonly PriceRow[],
	{ window: [from, to], top, width, height }: FanAxes,
): readonly Layer[] {
	const dates = events.map(
		({ month }) =>
			(width * (instantOfText(`${month}-15`) - from)) / (to - from),
	);
	const places = pushApart(dates, 2 * MARK_RADIUS + 3, 0, width);
	return events.flatMap(({ month }, i) => {
		const price = prices.find((row) => row.month.startsWith(month))?.price ?? 0;
		const [date, place] = [dates[i]!, places[i]!];
		return [
			strokeLayer({
				from: [place, -MARKS_ABOVE],
				to: [date, 0],
				color: INK.axis,
				width: 1,
			}),
			strokeLayer({
				from: [date, 0],
				to: [date, height * (1 - price / top)],
				color: INK.axis,
				width: 1,
				dash: [3, 3],
			}),
			...numberLayers(i + 1, place, -MARKS_ABOVE),
		];
	});
}

/** Peak and mean of the window that metrics count. */
function titleOf(
	input: ChartInput,
	prices: readonly PriceRow[],
	first: string,
): string {
	const { scenario } = replayOf(input);
	const counted = prices.filter(({ month }) => month >= first);
	const peak = counted.reduce((a, b) => (b.price > a.price ? b : a));
	const words = `${inWords(peak.price, decimalsFor([peak.price]))} thousand US$/t`;
	const when = monthInWords(instantOfText(peak.month.slice(0, 7)));
	const since = monthInWords(instantOfText(first));
	return firstThatFits(
		withNames(
			[scenario],
			[
				(name) =>
					`One run of ${name}: since ${since} the price peaks at ${words}, in ${when}`,
				(name) => `One run of ${name}: the price peaks at ${words}, in ${when}`,
				() => `One run: the price peaks at ${words}, in ${when}`,
			],
		),
	);
}

function subtitleOf(
	{ context }: ChartInput,
	replay: ChartReplay,
	[from, to]: MonthWindow,
	cut: string,
): readonly string[] {
	const period = [from, to].map((month) => monthInWords(instantOfText(month)));
	return subtitleLines([
		`Antimony price in Rotterdam, thousand US$ per tonne, by month, ${period.join(" to ")}.`,
		replayWords(replay, context.replicates),
		`Grey: the median and the middle 95% of all runs${cut}.`,
		"Numbers: what happened in this run, listed below; that one caused another is not said.",
	]);
}

/** Says that the grey band goes on above the axis. */
function cutWords(bands: readonly FanRow[], { top }: FanAxes): string {
	const reach = Math.max(...bands.map(({ p975 }) => p975));
	return reach > top ? `, cut at ${top}` : "";
}

function eventWords({ month, text }: ReplayEvent, i: number): string {
	return `${i + 1}: ${monthInWords(instantOfText(month))}, ${text}.`;
}

function tableOf(
	prices: readonly PriceRow[],
	bands: readonly FanRow[],
	events: readonly ReplayEvent[],
): ChartTable {
	const { unit } = shownAs(seriesOf(SERIES));
	const band = new Map(bands.map((row) => [row.month, row]));
	return {
		columns: [
			{ name: "month", unit: "" },
			{ name: "price of this run", unit },
			{ name: "p025", unit },
			{ name: "p50", unit },
			{ name: "p975", unit },
			{ name: "events", unit: "" },
		],
		rows: prices.map(({ month, price }) => {
			const row = band.get(month);
			const told = events.flatMap((event, i) =>
				month.startsWith(event.month) ? [`${i + 1}: ${event.text}`] : [],
			);
			return [
				month.slice(0, "YYYY-MM".length),
				price,
				...[row?.p025 ?? null, row?.p50 ?? null, row?.p975 ?? null],
				told.length > 0 ? told.join("; ") : null,
			];
		}),
	};
}
