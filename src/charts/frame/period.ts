/** Months that a metric covers, as a subtitle says them. */

import type { MetricDefinition } from "../../market/record/record.ts";
import { instantOfText, monthInWords } from "../../words/dates.ts";
import type { ChartInput } from "../chart.ts";

/** The months that a metric covers, in words: it counts from the reference. */
export function periodOf(metric: MetricDefinition, input: ChartInput): string {
	const { context, months } = input;
	const last = months.months(context.base).at(-1) ?? context.reference;
	return monthsOf(metric, context.reference, last);
}

/** Months that a metric covers, in words, from the reference to the last month, both `YYYY-MM`. */
export function monthsOf(
	metric: MetricDefinition,
	reference: string,
	last: string,
): string {
	const from = instantOfText(reference);
	const to = instantOfText(last);
	const length = monthsCounted(metric);
	const end = length === null ? to : Math.min(to, from + length - 1);
	return `${monthInWords(from)} to ${monthInWords(end)}`;
}

/** Months of a metric that does not cover the whole window, else null. */
function monthsCounted({ name }: MetricDefinition): number | null {
	if (name.includes("_12m_usd")) return 12;
	return name.endsWith("_24m") ? 24 : null;
}
