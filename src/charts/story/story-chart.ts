/** Chart of one replicate: its price with numbered events, over the band of all runs. */

import { labelWithUnit, shownAs } from "../../words/amounts.ts";
import { instantOfText, monthInWords } from "../../words/dates.ts";
import { seriesOf } from "../../words/metrics.ts";
import { figure, plotted, priceWords } from "../../words/numbers.ts";
import type {
	ChartDraft,
	ChartInput,
	ChartReplay,
	ChartTable,
	ReplayEvent,
} from "../chart.ts";
import { type FanRow, fanRows } from "../fan/fan-panel.ts";
import { firstThatFits, withNames } from "../finding/title-forms.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import { roundDomain } from "../frame/scale.ts";
import { PAGE_WIDTH } from "../frame/theme.ts";
import {
	type FanAxes,
	instantsOf,
	type MonthWindow,
} from "../frame/time-axis.ts";
import {
	countedFrom,
	replayName,
	replayOf,
	replayWindow,
	replayWords,
} from "./replay.ts";
import { markLayers, type PriceRow, priceLayers } from "./story-layers.ts";
import { storyList } from "./story-list.ts";

const SERIES = "price_rotterdam_usd_t";
/** Most events that the picture has room for. */
const MOST_EVENTS = 12;
/** px: values at the left, names at the right, the plot, from it to the marks and to the list. */
const LEFT = 52;
const RIGHT = 96;
const HEIGHT = 320;
const LIST_BELOW = 52;
const SOURCE_BELOW = 20;

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

/** The peak from the first month counted. */
function titleOf(
	input: ChartInput,
	prices: readonly PriceRow[],
	first: string,
): string {
	const { scenario } = replayOf(input);
	const counted = prices.filter(({ month }) => month >= first);
	const peak = counted.reduce((a, b) => (b.price > a.price ? b : a));
	const words = priceWords(peak.price);
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
		`${labelWithUnit(seriesOf(SERIES))}, by month, ${period.join(" to ")}.`,
		replayWords(replay, context.replicates),
		`Grey: the median and the middle 95% of all runs${cut}.`,
		"Numbers: what happened in this run, listed below; that one caused another is not said.",
	]);
}

/** Says that the grey band goes on above the axis. */
function cutWords(bands: readonly FanRow[], { top }: FanAxes): string {
	const reach = Math.max(...bands.map(({ p975 }) => p975));
	return reach > top ? `, cut at ${figure(top)}` : "";
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
				row?.p025 ?? null,
				row?.p50 ?? null,
				row?.p975 ?? null,
				told.length > 0 ? told.join("; ") : null,
			];
		}),
	};
}
