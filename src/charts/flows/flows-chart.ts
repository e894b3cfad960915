/** Chart of trade: refined metal by importer and exporter, in one replicate. */

import { REGIONS, type Region } from "../../calibration/row.ts";
import { quantile, sortSamples } from "../../statistics/quantile.ts";
import { instantOfText, monthInWords } from "../../words/dates.ts";
import { inWords } from "../../words/numbers.ts";
import type {
	ChartDraft,
	ChartInput,
	ChartReplay,
	ChartTable,
} from "../chart.ts";
import { ChartError } from "../chart-error.ts";
import { firstThatFits } from "../finding/title-forms.ts";
import { markStrip } from "../frame/mark-strip.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import { SHOWN_REGIONS } from "../frame/region-hues.ts";
import { roundDomain } from "../frame/scale.ts";
import { marksWorthShowing } from "../frame/shock-marks.ts";
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
} from "../story/replay.ts";
import {
	bandName,
	type FlowStack,
	flowLayers,
	flowStack,
	panelName,
	quartersOf,
	shareFrom,
} from "./flows-panel.ts";

/** Most panels, and how many stand in a row: two of four, three of more. */
const MOST_PANELS = 6;
const columnsOf = (panels: number) => (panels <= 4 ? 2 : 3);
/** Importers below this share of all trade get no panel. */
const SMALLEST = 0.01;
/** px: values at the left, names right of a plot, between panels and rows, the plot, from it to its name. */
const LEFT = 40;
const GUTTER = 122;
const BETWEEN = 14;
const ROWS_APART = 66;
const HEIGHT = 190;
const ABOVE = 16;
const MARKS = 3;

/**
 * Trade in refined metal in one replicate: a panel an importing region, the United States
 * first, exporters stacked by quarter on shared axes.
 *
 * @throws {ChartError} when no replicate was run again, or nothing was traded
 */
export function flowsChart(input: ChartInput): ChartDraft {
	const { replay } = replayOf(input);
	const window = replayWindow(input, replay);
	const stacks = stacksOf(replay, window);
	if (stacks.length === 0)
		throw new ChartError("no region bought metal abroad in this replicate");
	const axes = axesOf(stacks, window);
	const columns = columnsOf(stacks.length);
	const title = titleOf(replay, countedFrom(input, window));
	const subtitle = subtitleOf(input, replay, window, cutWords(stacks, axes));
	const source = sourceLines(input.context);
	return {
		kind: "flows",
		name: replayName(replay),
		title,
		subtitle,
		source,
		description: `${title}. ${subtitle.join(" ")} ${stacks.map(stackWords).join(" ")}`,
		spec: page(
			{ title, subtitle, source },
			{
				direction: "grid",
				columns,
				spacing: { row: ROWS_APART, column: GUTTER + BETWEEN },
				below: 26,
				panels: stacks.map((stack, place) =>
					panelOf(input, stack, axes, { place, columns }),
				),
			},
		),
		table: tableOf(stacks),
	};
}

/** The importers that matter, the United States first, then by what they bought. */
function stacksOf(
	{ months, routes }: ChartReplay,
	window: MonthWindow,
): readonly FlowStack[] {
	const quarters = quartersOf(months, window);
	const all = REGIONS.map((importer) => flowStack(importer, quarters, routes));
	const total = all.reduce((sum, stack) => sum + stack.total, 0);
	const isFirst = ({ to: importer }: FlowStack) => Number(importer === "US");
	return all
		.filter((stack) => stack.total > SMALLEST * total)
		.sort((a, b) => isFirst(b) - isFirst(a) || b.total - a.total)
		.slice(0, MOST_PANELS);
}

/** A quarter that stands above this share of all others is no measure for the axis. */
const MOST_QUARTERS = 0.98;
/** An axis is cut where the highest quarter is this much above those. */
const FAR_ABOVE = 1.5;

const heightsOf = ({ bands }: FlowStack) =>
	bands.at(-1)?.rows.map(({ high }) => high) ?? [];

/** Shared axes; a rush does not press all other quarters flat. */
function axesOf(stacks: readonly FlowStack[], window: MonthWindow): FanAxes {
	const most = Math.max(...stacks.flatMap(heightsOf));
	const usual = Math.max(
		...stacks.map((stack) =>
			quantile(sortSamples(heightsOf(stack)), MOST_QUARTERS),
		),
	);
	const columns = columnsOf(stacks.length);
	const room = PAGE_WIDTH - LEFT - columns * GUTTER - (columns - 1) * BETWEEN;
	return {
		window: instantsOf(window),
		top: roundDomain([most > FAR_ABOVE * usual ? usual : most])[1],
		width: Math.floor(room / columns),
		height: HEIGHT,
	};
}

/** Says which quarters go on above the axis. */
function cutWords(
	stacks: readonly FlowStack[],
	{ top }: FanAxes,
): readonly string[] {
	return stacks.flatMap((stack) => {
		const heights = heightsOf(stack);
		const most = Math.max(...heights);
		const quarter = stack.bands[0]?.rows[heights.indexOf(most)]?.quarter ?? "";
		return most <= top
			? []
			: [
					`The panel of ${SHOWN_REGIONS[stack.to].name} is cut at ${inWords(top, 0)} t; it reaches ${inWords(most, 0)} t in ${quarter.replace("-", " ")}.`,
				];
	});
}

function panelOf(
	input: ChartInput,
	stack: FlowStack,
	axes: FanAxes,
	{ place, columns }: { readonly place: number; readonly columns: number },
) {
	const strip = stripOf(input, axes);
	const isFirstRow = place < columns;
	const months = axes.window[1] - axes.window[0];
	return {
		width: axes.width,
		height: axes.height,
		layer: [
			...flowLayers(stack, axes, place % columns === 0),
			...(place === 0 ? strip.layers : []),
			...panelName(stack, months, ABOVE + (isFirstRow ? strip.height : 0)),
		],
	};
}

/** The scenario's dated policy, above the panel of the United States. */
function stripOf(input: ChartInput, { window, width, height }: FanAxes) {
	const { scenario } = replayOf(input);
	const marks = marksWorthShowing(scenario.marks, [], window, MARKS);
	return markStrip(marks, { window, width, height, gutter: GUTTER });
}

/** Title: the origins of US purchases from a month on. */
function titleOf(replay: ChartReplay, first: string): string {
	const last = replay.months.at(-1) ?? first;
	const quarters = quartersOf(replay.months, [first, last]);
	const { bands } = flowStack("US", quarters, replay.routes);
	const since = monthInWords(instantOfText(first));
	const top = [...bands].sort((a, b) => b.share - a.share)[0];
	if (top === undefined)
		return firstThatFits([
			`One run: the US buys no antimony abroad since ${since}`,
		]);
	const from = (region: Region) =>
		shareFrom(region, bands.find((band) => band.from === region)?.share ?? 0);
	const others = (["CN", "PK"] as const).filter(
		(region) => region !== top.from,
	);
	const start = `One run: since ${since} US metal imports come`;
	return firstThatFits([
		`${start} ${[top.from, ...others].map(from).join(", ")}`,
		`${start} ${[top.from, ...others.slice(0, 1)].map(from).join(", ")}`,
		`${start} ${from(top.from)}`,
	]);
}

function subtitleOf(
	{ context }: ChartInput,
	replay: ChartReplay,
	[from, to]: MonthWindow,
	cut: readonly string[],
): readonly string[] {
	const period = [from, to].map((month) => monthInWords(instantOfText(month)));
	return subtitleLines([
		`Refined antimony bought abroad, by importing region and origin, tonnes a month, mean of each quarter, ${period.join(" to ")}; shares are of the whole period.`,
		replayWords(replay, context.replicates),
		"The market clears at a hub: who sold to whom is traced from ties that adapt slowly; Chinese metal on grey routes reaches the US as S and SE Asian.",
		...cut,
	]);
}

function stackWords({ to, bands }: FlowStack): string {
	const names = bands.map(({ from, share }) => bandName(from, share));
	return `${SHOWN_REGIONS[to].name} buys from ${names.join(", ")}.`;
}

function tableOf(stacks: readonly FlowStack[]): ChartTable {
	return {
		columns: [
			{ name: "importer", unit: "" },
			{ name: "exporter", unit: "" },
			{ name: "quarter", unit: "" },
			{ name: "metal a month", unit: "tonnes of antimony" },
		],
		rows: stacks.flatMap(({ to, bands }) =>
			bands.flatMap(({ from, rows }) =>
				rows.map(({ quarter, tonnes }) => [
					SHOWN_REGIONS[to].name,
					SHOWN_REGIONS[from].name,
					quarter,
					tonnes,
				]),
			),
		),
	};
}
