import type { MetricDefinition } from "../market/record.ts";
import { quantile, type SortedSamples } from "../statistics/quantile.ts";
import { chanceOf, chancesOf } from "./chances.ts";
import {
	type ChartDraft,
	ChartError,
	type ChartInput,
	type ChartTable,
	inOrder,
	type Threshold,
} from "./chart.ts";
import { exceedanceMetric, exceedanceThresholds } from "./exceedance-choice.ts";
import {
	type Curve,
	type CurvePoint,
	countedSamples,
	curvePoints,
	pointAt,
} from "./exceedance-curve.ts";
import { type ExceedancePlot, exceedancePlot } from "./exceedance-plot.ts";
import { chanceTitle, metricTitle } from "./headline.ts";
import {
	chanceInWords,
	chanceSpanInWords,
	countInWords,
	decimalsFor,
	inWords,
} from "./numbers.ts";
import { page, sourceLines, subtitleLines } from "./page.ts";
import { periodOf } from "./period.ts";
import { roundDomain } from "./scale.ts";
import { hueAt } from "./theme.ts";
import {
	eventOf,
	labelWithUnit,
	nameForFile,
	nounOf,
	nullWord,
	shownAs,
} from "./words.ts";

/** Amounts at which a curve is drawn. */
const STEPS = 160;
/** Level of the highest value that the axis must hold. */
const HIGHEST = 0.995;

/**
 * The share of runs in which a metric is above an amount, one curve a scenario, with 95 %
 * Wilson intervals and the amounts that matter marked.
 *
 * @throws {ChartError} when no run of any scenario has a value
 */
export function exceedanceChart(input: ChartInput): ChartDraft {
	const { context, runs } = input;
	const metric = exceedanceMetric(input);
	const { factor, suffix } = shownAs(metric);
	const samples = inOrder(context).map(({ name }) =>
		countedSamples(runs.column(name, metric.name), metric),
	);
	if (samples.every(({ length }) => length === 0))
		throw new ChartError(`no run has a value of ${metric.name} to draw`);
	const thresholds = exceedanceThresholds(metric, input);
	const shown = thresholds.map((threshold) => ({
		...threshold,
		value: factor * threshold.value,
	}));
	const domain = domainOf(samples, shown);
	const amounts = amountsOn(domain, shown);
	const curves = inOrder(context).map(
		(scenario, i): Curve => ({
			scenario,
			hue: hueAt(i),
			points: curvePoints(samples[i]!, amounts),
		}),
	);
	const plot: ExceedancePlot = {
		curves,
		domain,
		axisTitle: labelWithUnit(metric),
		marks: shown.map(({ value, label }) => ({
			value,
			label: `${amountInWords(value)}${suffix}: ${label}`,
			points: samples.map((each) =>
				each.length === 0 ? null : pointAt(each, value),
			),
		})),
	};
	const title = titleOf(metric, thresholds, input);
	const subtitle = subtitleOf(input, metric, thresholds);
	const source = sourceLines(context);
	return {
		kind: "exceedance",
		name: nameForFile(metric.name),
		title,
		subtitle,
		source,
		description: describe(title, metric, plot),
		spec: page(
			{ title, subtitle, source },
			{
				direction: "column",
				spacing: 0,
				below: 30,
				panels: [exceedancePlot(plot)],
			},
		),
		table: tableOf(curves, metric),
	};
}

const amountInWords = (value: number) => inWords(value, decimalsFor([value]));

/** From 0, or from the lowest value below it, to what holds nearly all runs and every mark. */
function domainOf(
	samples: readonly SortedSamples[],
	marks: readonly Threshold[],
): readonly [number, number] {
	const ends = samples
		.filter(({ length }) => length > 0)
		.flatMap((each) => [each[0]!, finiteQuantile(each)]);
	return roundDomain([
		...ends.filter(Number.isFinite),
		...marks.map(({ value }) => value),
	]);
}

/** A high quantile of the runs whose value is finite. */
function finiteQuantile(samples: SortedSamples): number {
	const level =
		(HIGHEST * samples.findLastIndex(Number.isFinite)) /
		Math.max(1, samples.length - 1);
	return level >= 0 ? quantile(samples, level) : Number.NaN;
}

function amountsOn(
	[low, high]: readonly [number, number],
	marks: readonly Threshold[],
): readonly number[] {
	const even = Array.from(
		{ length: STEPS + 1 },
		(_, i) => low + ((high - low) * i) / STEPS,
	);
	return [...even, ...marks.map(({ value }) => value)].sort((a, b) => a - b);
}

/** The chance of exceeding the first mark; without one, the effect on the metric itself. */
function titleOf(
	metric: MetricDefinition,
	[threshold]: readonly Threshold[],
	input: ChartInput,
): string {
	if (!threshold) return metricTitle(metric, input);
	const { factor, suffix } = shownAs(metric);
	const amount = `${amountInWords(factor * threshold.value)}${suffix}`;
	const isWait = eventOf(metric) !== null;
	const isAbove = (value: number) =>
		value > threshold.value || (isWait && Number.isNaN(value));
	return chanceTitle(
		`${nounOf(metric)} exceeds ${amount}`,
		chancesOf(input, metric.name, isAbove),
		input,
		chanceOf(input.runs.column(input.context.base, metric.name), isAbove),
	);
}

function subtitleOf(
	input: ChartInput,
	metric: MetricDefinition,
	thresholds: readonly Threshold[],
): readonly string[] {
	const isWait = eventOf(metric) !== null;
	return subtitleLines([
		`Share of ${countInWords(input.context.replicates)} runs in which the amount on the horizontal axis is exceeded: ${labelWithUnit(metric)}, ${periodOf(metric, input)}.`,
		"Shading: 95% Wilson interval.",
		...(thresholds.length > 0
			? ["Dots: chance of exceeding the marked amount."]
			: []),
		...(isWait
			? [`Runs without it (${nullWord(metric)}) exceed every amount.`]
			: []),
	]);
}

function describe(
	title: string,
	metric: MetricDefinition,
	{ curves, marks }: ExceedancePlot,
): string {
	const marked = marks.flatMap(({ label, points }) =>
		points.map((point, i) => ({ i, point, above: label })),
	);
	const told =
		marked.length > 0
			? marked
			: curves.map(({ points: [point] }, i) => ({
					i,
					point: point ?? null,
					above: amountInWords(point?.amount ?? 0),
				}));
	const chances = told.flatMap(({ i, point, above }) =>
		point === null
			? []
			: [
					`${curves[i]!.scenario.title}: ${pointInWords(point)} above ${above}.`,
				],
	);
	return `${title}. Share of runs above each amount, by scenario: ${labelWithUnit(metric)}. ${chances.join(" ")}`;
}

const pointInWords = ({ share, low, high }: CurvePoint) =>
	`${chanceInWords(share / 100)} (${chanceSpanInWords(low / 100, high / 100)})`;

function tableOf(
	curves: readonly Curve[],
	metric: MetricDefinition,
): ChartTable {
	const { unit } = shownAs(metric);
	return {
		columns: [
			{ name: "scenario", unit: "" },
			{ name: metric.name, unit },
			{ name: "runs above", unit: "%" },
			{ name: "low", unit: "%" },
			{ name: "high", unit: "%" },
		],
		rows: curves.flatMap(({ scenario, points }) =>
			points.map(({ amount, share, low, high }) => [
				scenario.name,
				amount,
				share,
				low,
				high,
			]),
		),
	};
}
