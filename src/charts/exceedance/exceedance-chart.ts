/** Chart of exceedance: how often a shortage, or another metric, is above an amount. */

import type { MetricDefinition } from "../../market/record/record.ts";
import { quantile, type SortedSamples } from "../../statistics/quantile.ts";
import { labelWithUnit, shownAs } from "../../words/amounts.ts";
import { nameForFile } from "../../words/metrics.ts";
import { figure } from "../../words/numbers.ts";
import {
	type ChartDraft,
	type ChartInput,
	type ChartTable,
	inOrder,
	type Threshold,
} from "../chart.ts";
import { ChartError } from "../chart-error.ts";
import { page, sourceLines } from "../frame/page.ts";
import { roundDomain } from "../frame/scale.ts";
import { hueAt } from "../frame/theme.ts";
import { exceedanceMetric, exceedanceThresholds } from "./exceedance-choice.ts";
import {
	type Curve,
	countedOf,
	countedSamples,
	curvePoints,
	pointAt,
	topOfShares,
} from "./exceedance-curve.ts";
import { type ExceedancePlot, exceedancePlot } from "./exceedance-plot.ts";
import {
	exceedanceDescription,
	exceedanceFinding,
	exceedanceSubtitle,
} from "./exceedance-words.ts";

/** Amounts at which a curve is drawn, unless fewer are enough to draw every step of it. */
const STEPS = 160;
/** Level of the highest value that the axis must hold. */
const HIGHEST = 0.995;

/**
 * The share of runs in which a metric is above an amount, one curve a scenario, with 95 %
 * Wilson intervals and the amounts that matter marked. Of a wait for an event, the share
 * in which it has come by then.
 *
 * @throws {ChartError} when no run of any scenario has a value
 */
export function exceedanceChart(input: ChartInput): ChartDraft {
	const { context, runs } = input;
	const metric = exceedanceMetric(input);
	const { factor, suffix } = shownAs(metric);
	const counted = countedOf(metric);
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
	const steps = stepsInside(domain, samples);
	const amounts = amountsOn(steps ?? evenly(domain), domain, shown);
	const curves = inOrder(context).map(
		(scenario, i): Curve => ({
			scenario,
			hue: hueAt(i),
			points: curvePoints(samples[i]!, amounts, counted),
		}),
	);
	const plot: ExceedancePlot = {
		curves,
		domain,
		top: topOfShares(curves),
		isStepped: steps !== null,
		axisTitle: labelWithUnit(metric),
		marks: shown.map(({ value, label }) => ({
			value,
			label: `${figure(value)}${suffix}: ${label}`,
			points: samples.map((each) =>
				each.length === 0 ? null : pointAt(each, value, counted),
			),
		})),
	};
	const finding = exceedanceFinding(metric, thresholds, input);
	const { title } = finding;
	const subtitle = exceedanceSubtitle(finding, input, metric, thresholds);
	const source = sourceLines(context);
	return {
		kind: "exceedance",
		name: nameForFile(metric.name),
		title,
		subtitle,
		source,
		description: exceedanceDescription(title, metric, plot),
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

/** Amounts at which the curves step: each value in the domain once; null for too many. */
function stepsInside(
	[low, high]: readonly [number, number],
	samples: readonly SortedSamples[],
): readonly number[] | null {
	const values = new Set<number>();
	for (const each of samples)
		for (const value of each) {
			if (value >= low && value <= high) values.add(value);
			if (values.size > STEPS) return null;
		}
	return [...values];
}

const evenly = ([low, high]: readonly [number, number]) =>
	Array.from({ length: STEPS + 1 }, (_, i) => low + ((high - low) * i) / STEPS);

/** Amounts with both ends of the axis and the marks, ascending, each once. */
function amountsOn(
	amounts: readonly number[],
	domain: readonly [number, number],
	marks: readonly Threshold[],
): readonly number[] {
	const all = [...amounts, ...domain, ...marks.map(({ value }) => value)];
	return [...new Set(all)].sort((a, b) => a - b);
}

/** Head of the column of shares. */
const RUNS = { above: "runs above", come: "runs by then" } as const;

function tableOf(
	curves: readonly Curve[],
	metric: MetricDefinition,
): ChartTable {
	const { unit } = shownAs(metric);
	return {
		columns: [
			{ name: "scenario", unit: "" },
			{ name: metric.name, unit },
			{ name: RUNS[countedOf(metric)], unit: "%" },
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
