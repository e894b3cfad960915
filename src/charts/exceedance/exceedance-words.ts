/** Title, subtitle and description of an exceedance chart. */

import type { MetricDefinition } from "../../market/record/record.ts";
import { amountWords, labelWithUnit, shownAs } from "../../words/amounts.ts";
import { eventOf, nounOf } from "../../words/metrics.ts";
import {
	chanceInWords,
	chanceSpanInWords,
	countInWords,
	figure,
} from "../../words/numbers.ts";
import type { ChartInput, Threshold } from "../chart.ts";
import { chanceTitle } from "../finding/chance-title.ts";
import { chanceOf, chancesOf } from "../finding/chances.ts";
import { type Finding, metricFinding } from "../finding/headline.ts";
import { subtitleLines } from "../frame/page.ts";
import { periodOf } from "../frame/period.ts";
import type { CurvePoint } from "./exceedance-curve.ts";
import type { ExceedancePlot } from "./exceedance-plot.ts";

/** The chance of exceeding the first mark; without one, the effect on the metric itself. */
export function exceedanceFinding(
	metric: MetricDefinition,
	[threshold]: readonly Threshold[],
	input: ChartInput,
): Finding {
	if (!threshold) return metricFinding(metric, input);
	const amount = amountWords(threshold.value, shownAs(metric));
	const event = eventOf(metric);
	const happens = (value: number) =>
		event === null
			? Number.isNaN(value)
				? null
				: value > threshold.value
			: value <= threshold.value;
	const noun = nounOf(metric);
	const above =
		threshold.value === 0 ? `there is ${noun}` : `${noun} exceeds ${amount}`;
	const title = chanceTitle(
		event === null ? above : `${event} within ${amount}`,
		chancesOf(input, metric.name, happens),
		input,
		chanceOf(input.runs.column(input.context.base, metric.name), happens),
	);
	return { title, key: null };
}

/** Subtitle: metric, unit, period, and how to read the chart. */
export function exceedanceSubtitle(
	{ key }: Finding,
	input: ChartInput,
	metric: MetricDefinition,
	thresholds: readonly Threshold[],
): readonly string[] {
	const isAmount = eventOf(metric) === null;
	return subtitleLines([
		sharesInWords(metric, input),
		"Shading: 95% Wilson interval.",
		...(thresholds.length > 0
			? [
					`Dots: chance ${isAmount ? "of exceeding the marked amount" : "by the marked month"}.`,
				]
			: []),
		...(key ? [`In the title: ${key}.`] : []),
	]);
}

/** Runs that the curves count, the metric they are counted by, and its months. */
function sharesInWords(metric: MetricDefinition, input: ChartInput): string {
	const runs = countInWords(input.context.replicates);
	const event = eventOf(metric);
	const period = periodOf(metric, input);
	return event === null
		? `Share of ${runs} runs in which the amount on the horizontal axis is exceeded: ${labelWithUnit(metric)}, ${period}.`
		: `Share of ${runs} runs in which ${event} within the months on the horizontal axis, ${period}.`;
}

/** The finding, then each scenario's chance at the marks, for those who cannot see it. */
export function exceedanceDescription(
	title: string,
	metric: MetricDefinition,
	{ curves, marks }: ExceedancePlot,
): string {
	const isAmount = eventOf(metric) === null;
	const marked = marks.flatMap(({ label, points }) =>
		points.map((point, i) => ({ i, point, at: label })),
	);
	const told =
		marked.length > 0
			? marked
			: curves.map(({ points }, i) => {
					const point = points.at(isAmount ? 0 : -1) ?? null;
					return { i, point, at: figure(point?.amount ?? 0) };
				});
	const relation = isAmount ? "above" : "by month";
	const chances = told.flatMap(({ i, point, at }) =>
		point === null
			? []
			: [
					`${curves[i]!.scenario.title}: ${pointInWords(point)} ${relation} ${at}.`,
				],
	);
	const shares = isAmount
		? "Share of runs above each amount"
		: "Share of runs in which it has come by each month";
	return `${title}. ${shares}, by scenario: ${labelWithUnit(metric)}. ${chances.join(" ")}`;
}

const pointInWords = ({ share, low, high }: CurvePoint) =>
	`${chanceInWords(share / 100)} (${chanceSpanInWords(low / 100, high / 100)})`;
