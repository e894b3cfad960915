/** Chart of differences from the base scenario, over all headline metrics. */

import { countInWords } from "../../words/numbers.ts";
import {
	baseOf,
	type ChartDraft,
	type ChartInput,
	type ChartTable,
	othersOf,
} from "../chart.ts";
import { ChartError } from "../chart-error.ts";
import { page, sourceLines, subtitleLines } from "../frame/page.ts";
import {
	BELOW_PANEL,
	BETWEEN_PANELS,
	differencePanel,
} from "./difference-panel.ts";
import {
	headlineDifferences,
	type MetricDifferences,
} from "./difference-row.ts";
import { tallyTitle } from "./difference-title.ts";

/**
 * Every other scenario against the base, replicate by replicate: one panel a headline
 * metric, in its own unit around a line at zero, with the verdict in words.
 *
 * @throws {ChartError} when there is nothing to compare with
 */
export function differenceChart(input: ChartInput): ChartDraft {
	const { context } = input;
	if (othersOf(context).length === 0)
		throw new ChartError("a difference needs two scenarios; there is one");
	const differences = headlineDifferences(input);
	const title = tallyTitle(differences, input);
	const subtitle = subtitleOf(input);
	const source = sourceLines(context);
	return {
		kind: "difference",
		name: "headline",
		title,
		subtitle,
		source,
		description: describe(title, differences, input),
		spec: page(
			{ title, subtitle, source },
			{
				direction: "column",
				spacing: BETWEEN_PANELS,
				below: BELOW_PANEL,
				panels: differences.map((each) =>
					differencePanel(each, baseOf(context).title),
				),
			},
		),
		table: tableOf(differences, context.base),
	};
}

function subtitleOf(input: ChartInput): readonly string[] {
	const { context } = input;
	return subtitleLines([
		`Each scenario less ${baseOf(context).title}, run by run, ${countInWords(context.replicates)} pairs on common random numbers.`,
		"Dot: mean; thick line: its 95% interval; thin line: 5 to 95% of pairs.",
		"Worse and better are for the United States; a difference is clear when the 95% interval leaves out zero. Shares differ in percentage points.",
	]);
}

function describe(
	title: string,
	differences: readonly MetricDifferences[],
	{ context }: ChartInput,
): string {
	const metrics = differences.map(({ metric, unit, rows }) => {
		const each = rows.map(
			({ scenario, words }) => `${scenario.title}: ${words}`,
		);
		return `${metric.label}, ${unit}: ${each.join("; ")}.`;
	});
	return `${title}. Mean paired differences from ${baseOf(context).title} with 95% intervals. ${metrics.join(" ")}`;
}

function tableOf(
	differences: readonly MetricDifferences[],
	base: string,
): ChartTable {
	const orNull = (value: number | undefined) =>
		value === undefined || Number.isNaN(value) ? null : value;
	return {
		columns: [
			"metric",
			"unit",
			"base",
			"scenario",
			"pairs",
			"mean difference",
			"low",
			"high",
			"p5",
			"p95",
			"verdict",
			"for the United States",
		].map((name) => ({ name, unit: "" })),
		rows: differences.flatMap(({ metric, unit, rows }) =>
			rows.map(({ scenario, pairs, mean, spread, verdict, meaning }) => [
				metric.name,
				unit,
				base,
				scenario.name,
				pairs,
				orNull(mean?.value),
				orNull(mean?.low),
				orNull(mean?.high),
				orNull(spread?.[0]),
				orNull(spread?.[1]),
				verdict,
				meaning,
			]),
		),
	};
}
