/** Choices of an exceedance chart where none is made: its metric, and amounts worth a mark. */

import type {
	MetricDefinition,
	MetricName,
} from "../../market/record/record.ts";
import { metricOf } from "../../words/metrics.ts";
import { type ChartInput, inOrder, type Threshold } from "../chart.ts";

/** The question of the product comes first, the wider one when it has no answer to show. */
const FIRST: MetricName = "defence_unmet_t";
const SECOND: MetricName = "us_unmet_t";
/** Metrics among which the exceedance chart chooses where none is asked for. */
export const EXCEEDANCE_METRICS: readonly MetricName[] = [FIRST, SECOND];
/** Least share of runs, in any scenario, for a curve to be worth looking at. */
const WORTH = 0.01;

/**
 * The metric of the exceedance curve: unmet US defence need, in tonnes, as the product's
 * question asks; all unmet US use when hardly a run of any scenario leaves defence short.
 */
export function exceedanceMetric({
	context,
	runs,
	choices,
}: ChartInput): MetricDefinition {
	if (choices?.metric) return metricOf(choices.metric);
	const isWorth = inOrder(context).some(({ name }) => {
		const column = runs.column(name, FIRST);
		return column.filter((value) => value > 0).length >= WORTH * column.length;
	});
	return metricOf(isWorth ? FIRST : SECOND);
}

/** Spans of need that can be marked, longest first, months. */
const SPANS = [
	[12, "a year"],
	[3, "three months"],
	[1, "a month"],
] as const;
const YEAR = 12;
const ANY: Threshold = { value: 0, label: "any at all" };
/** Least share of runs above a span, in any scenario, for it to be marked. */
const TELLING = 0.05;

/**
 * The amounts marked on the curve, unless chosen: for unmet need, the longest of a year,
 * three months and a month of that need that some scenario exceeds in a twentieth of its
 * runs, by the need of the base in its first year; any amount at all when there is none.
 * Other metrics have no mark.
 */
export function exceedanceThresholds(
	metric: MetricDefinition,
	input: ChartInput,
): readonly Threshold[] {
	if (input.choices?.thresholds) return input.choices.thresholds;
	switch (metric.name) {
		case "defence_unmet_t":
		case "defence_unmet_t_24m":
			return spanOfNeed(metric, input, "defence_need_us_t", "US defence need");
		case "us_unmet_t":
		case "us_unmet_t_24m":
			return spanOfNeed(metric, input, "us_use_t", "US use");
		default:
			return [];
	}
}

type Need = "defence_need_us_t" | "us_use_t";

function spanOfNeed(
	metric: MetricDefinition,
	input: ChartInput,
	series: Need,
	noun: string,
): readonly Threshold[] {
	const month = meanOfFirstYear(input, series);
	if (!(month > 0)) return [];
	const spans = SPANS.map(([months, words]) => ({
		value: months * month,
		label: `${words} of ${noun}`,
	}));
	const telling = spans.find(({ value }) => isTelling(metric, input, value));
	return [telling ?? ANY];
}

function isTelling(
	metric: MetricDefinition,
	{ context, runs }: ChartInput,
	amount: number,
): boolean {
	return inOrder(context).some(({ name }) => {
		const column = runs.column(name, metric.name);
		return (
			column.filter((value) => value > amount).length >= TELLING * column.length
		);
	});
}

/** Mean of a series over the twelve months from the reference in the base, t Sb a month; 0 without them. */
function meanOfFirstYear(
	{ context, months }: ChartInput,
	series: Need,
): number {
	const start = months.months(context.base).indexOf(context.reference);
	if (start < 0) return 0;
	const year = months
		.bands(context.base, series)
		.mean.subarray(start, start + YEAR);
	return year.reduce((sum, value) => sum + value, 0) / year.length;
}
