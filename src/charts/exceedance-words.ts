import type { MetricDefinition } from "../market/record.ts";
import { chanceTitle } from "./chance-title.ts";
import { chanceOf, chancesOf } from "./chances.ts";
import type { ChartInput, Threshold } from "./chart.ts";
import type { CurvePoint } from "./exceedance-curve.ts";
import type { ExceedancePlot } from "./exceedance-plot.ts";
import { effectKey, metricTitle } from "./headline.ts";
import {
	chanceInWords,
	chanceSpanInWords,
	countInWords,
	decimalsFor,
	inWords,
} from "./numbers.ts";
import { subtitleLines } from "./page.ts";
import { periodOf } from "./period.ts";
import { eventOf, labelWithUnit, nounOf, nullWord, shownAs } from "./words.ts";

/** An amount alone, in the unit shown. */
export function amountInWords(amount: number): string {
	return inWords(amount, decimalsFor([amount]));
}

/** The chance of exceeding the first mark; without one, the effect on the metric itself. */
export function exceedanceTitle(
	metric: MetricDefinition,
	[threshold]: readonly Threshold[],
	input: ChartInput,
): string {
	if (!threshold) return metricTitle(metric, input);
	const { factor, suffix } = shownAs(metric);
	const amount = `${amountInWords(factor * threshold.value)}${suffix}`;
	const isWait = eventOf(metric) !== null;
	const isAbove = (value: number) =>
		Number.isNaN(value) ? isWait || null : value > threshold.value;
	const noun = nounOf(metric);
	const isAny = threshold.value === 0;
	return chanceTitle(
		isAny ? `there is ${noun}` : `${noun} exceeds ${amount}`,
		chancesOf(input, metric.name, isAbove),
		input,
		chanceOf(input.runs.column(input.context.base, metric.name), isAbove),
	);
}

/** What, unit, period, and how to read it. */
export function exceedanceSubtitle(
	title: string,
	input: ChartInput,
	metric: MetricDefinition,
	thresholds: readonly Threshold[],
): readonly string[] {
	const key = effectKey(title, metric, input);
	const isWait = eventOf(metric) !== null;
	return subtitleLines([
		`Share of ${countInWords(input.context.replicates)} runs in which the amount on the horizontal axis is exceeded: ${labelWithUnit(metric)}, ${periodOf(metric, input)}.`,
		"Shading: 95% Wilson interval.",
		...(thresholds.length > 0
			? ["Dots: chance of exceeding the marked amount."]
			: []),
		...(key && thresholds.length === 0 ? [`In the title: ${key}.`] : []),
		...(isWait
			? [`Runs without it (${nullWord(metric)}) exceed every amount.`]
			: []),
	]);
}

/** The finding, then each scenario's chance at the marks, for those who cannot see it. */
export function exceedanceDescription(
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
