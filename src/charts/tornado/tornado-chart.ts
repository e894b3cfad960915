/** Tornado chart: inputs ranked by their pull on a metric. */

import type { Method } from "../../inference/sensitivity/ranking.ts";
import { labelWithUnit, shownAs } from "../../words/amounts.ts";
import { metricOf, nameForFile, nounOf } from "../../words/metrics.ts";
import { chanceInWords, figure, plotted } from "../../words/numbers.ts";
import {
	type ChartContext,
	type ChartDraft,
	type ChartTable,
	scenarioOf,
	type WeighedInputs,
} from "../chart.ts";
import { ChartError } from "../chart-error.ts";
import { firstThatFits } from "../finding/title-forms.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import { monthsOf } from "../frame/period.ts";
import { tornadoPanel } from "./tornado-panel.ts";
import { sureLength, type TornadoRow, tornadoRows } from "./tornado-rows.ts";

/** Measure at the right, by method: its short name above the numbers, and its name in full. */
const MEASURES: Readonly<Record<Method, readonly [string, string]>> = {
	sobol: [
		"total index",
		"total Sobol index, the share of variance that an input makes by itself and with others",
	],
	morris: [
		"mu*",
		"Morris's mu*, the mean size of the effect of an input over its whole range",
	],
	prcc: [
		"partial rank correlation",
		"partial rank correlation with the metric, other inputs held",
	],
};

/** Size from which a measure is bold, by method. */
const HEAVY: Readonly<Record<Method, string>> = {
	sobol: "above 1%",
	morris: "above a tenth of the largest",
	prcc: "farther from zero than the dummy's reaches",
};

/**
 * Pull of each input on a metric: its mean with the input low and high, the longest bar first,
 * the dummy last.
 *
 * @throws {ChartError} when no run has a value of the metric
 */
export function tornadoChart(
	weighed: WeighedInputs,
	context: ChartContext,
): ChartDraft {
	const metric = metricOf(weighed.metric);
	const mean = plotted(shownAs(metric).factor * weighed.ranking.mean);
	if (Number.isNaN(mean))
		throw new ChartError(`no run has a value of ${metric.name}`);
	const rows = tornadoRows(weighed);
	const title = titleOf(rows, weighed);
	const subtitle = subtitleOf(rows, weighed, context);
	const source = sourceLines(context);
	return {
		kind: "tornado",
		name: nameForFile(metric.name),
		title,
		subtitle,
		source,
		description: describe(title, rows, weighed, mean),
		spec: page(
			{ title, subtitle, source },
			{
				direction: "column",
				spacing: 0,
				below: 34,
				panels: [
					tornadoPanel(rows, {
						metric: labelWithUnit(metric),
						measure: MEASURES[weighed.ranking.method][0],
						mean,
						centre: `mean ${figure(mean)}`,
					}),
				],
			},
		),
		table: tableOf(rows, weighed),
	};
}

/** The metric over the bar of an input, in words: `12,100 to 18,400 USD/t`. */
function swingInWords(
	{ low, high }: TornadoRow,
	weighed: WeighedInputs,
): string {
	if (Number.isNaN(low + high)) return "not known";
	const { suffix } = shownAs(metricOf(weighed.metric));
	return `${figure(low)} to ${figure(high)}${suffix}`;
}

/** The input that moves the metric most, and by how much; or that none stands above the noise. */
function titleOf(rows: readonly TornadoRow[], weighed: WeighedInputs): string {
	const noun = nounOf(metricOf(weighed.metric));
	const count = rows.reduce(
		(all, { isDummy }) => all - Number(isDummy),
		weighed.ranking.inputs.length,
	);
	const [most] = rows
		.filter((row) => row.input.isAbove && sureLength(row) > 0)
		.sort((one, other) => sureLength(other) - sureLength(one));
	if (most === undefined)
		return firstThatFits([
			`No input moves ${noun} clearly: none of ${count} stands out of the noise`,
			`No input of ${count} moves ${noun} clearly`,
		]);
	const { path, measure } = most.input;
	const swing = swingInWords(most, weighed);
	const share =
		weighed.ranking.method === "sobol"
			? [
					`${noun} hangs most on ${path}: ${swing}, ${chanceInWords(Math.min(1, measure.value))} of variance`,
				]
			: [];
	return firstThatFits([
		...share,
		`${noun} hangs most on ${path}: ${swing}`,
		`${noun} hangs on ${path}: ${swing}`,
		`It hangs most on ${path}: ${swing}`,
	]);
}

function subtitleOf(
	rows: readonly TornadoRow[],
	weighed: WeighedInputs,
	context: ChartContext,
): readonly string[] {
	const { ranking, luckShare } = weighed;
	const metric = metricOf(weighed.metric);
	const { title } = scenarioOf(context, weighed.scenario);
	const shown = rows.filter(({ isDummy }) => !isDummy).length;
	const all = ranking.inputs.length - (rows.length - shown);
	return subtitleLines([
		`${title}: ${labelWithUnit(metric)}, ${monthsOf(metric, context.reference, weighed.last)}; ${weighed.runs}.`,
		howToRead(ranking.method),
		`Right: ${MEASURES[ranking.method][1]}, with its 95% interval; bold where all of it is ${HEAVY[ranking.method]}.`,
		...(shown < all ? [`The ${shown} heaviest of ${all} inputs.`] : []),
		...noiseWords(rows, weighed),
		...(luckShare === null
			? []
			: [
					`Luck makes ${chanceInWords(luckShare)} of the variance of single runs.`,
				]),
	]);
}

function howToRead(method: Method): string {
	const bars =
		method === "morris"
			? "Bars: the straight line through the mean effects of an input, from its 10% point (blue) to its 90% point (orange)"
			: "Bars: mean with an input in its lowest fifth (blue) and in its highest (orange), around its 10 and 90% points";
	return `${bars}, which stand beside them; thin lines: 95% intervals.`;
}

/** Noise in the measures, told by the dummy: an input that moves nothing. */
function noiseWords(
	rows: readonly TornadoRow[],
	{ ranking }: WeighedInputs,
): readonly string[] {
	const dummy = rows.find(({ isDummy }) => isDummy);
	if (dummy === undefined) return [];
	return ranking.method === "prcc"
		? [
				"Grey stripe: as far as chance alone moves the dummy, which touches nothing.",
			]
		: [
				"All points share their luck, so the dummy, which touches nothing, is exactly zero.",
			];
}

function describe(
	title: string,
	rows: readonly TornadoRow[],
	weighed: WeighedInputs,
	mean: number,
): string {
	const metric = metricOf(weighed.metric);
	const each = rows.map(
		(row) =>
			`${row.input.path} from ${row.ends.join(" to ")}: ${swingInWords(row, weighed)}, ${row.measure}${row.input.isAbove ? "" : ", light or not clear of noise"}.`,
	);
	return `${title}. Tornado of ${labelWithUnit(metric)} around its mean of ${figure(mean)}: by input, its value at the 10 and 90% points, the metric there, and the ${MEASURES[weighed.ranking.method][0]} with its 95% interval. ${each.join(" ")}`;
}

function tableOf(
	rows: readonly TornadoRow[],
	{ ranking, metric }: WeighedInputs,
): ChartTable {
	const { unit, factor } = shownAs(metricOf(metric));
	const measured = ranking.method === "morris" ? factor : 1;
	const orNull = (value: number) =>
		Number.isNaN(value) ? null : plotted(value);
	const [measure] = MEASURES[ranking.method];
	const measureUnit = ranking.method === "morris" ? unit : "";
	return {
		columns: [
			{ name: "input", unit: "" },
			{ name: "unit of input", unit: "" },
			{ name: "input low", unit: "" },
			{ name: "input high", unit: "" },
			{ name: "metric with input low", unit },
			{ name: "metric with input high", unit },
			...["low from", "low to", "high from", "high to"].map((name) => ({
				name: `metric with input ${name}`,
				unit,
			})),
			{ name: measure, unit: measureUnit },
			{ name: "low", unit: measureUnit },
			{ name: "high", unit: measureUnit },
			{ name: "above the floor", unit: "" },
		],
		rows: rows.map(({ input, low, high, lowSpan, highSpan }) => [
			input.path,
			input.unit,
			...input.at.map(orNull),
			...[low, high, ...lowSpan, ...highSpan].map(orNull),
			orNull(measured * input.measure.value),
			orNull(measured * input.measure.low),
			orNull(measured * input.measure.high),
			input.isAbove ? "yes" : "no",
		]),
	};
}
