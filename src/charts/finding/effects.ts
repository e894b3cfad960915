/** Effects of other scenarios on a metric, sized for a title. */

import type { PairedSummary } from "../../experiment/tables.ts";
import { type Verdict, verdictOf } from "../../experiment/verdict.ts";
import type { MetricDefinition } from "../../market/record/record.ts";
import {
	type DifferenceWords,
	differenceWords,
	relativeWords,
	shownDifference,
} from "../../words/amounts.ts";
import { type ChartInput, type ChartScenario, othersOf } from "../chart.ts";

/** Other less base, for one metric. */
export interface Effect {
	readonly other: ChartScenario;
	readonly verdict: Verdict;
	/** mean difference in the metric's unit: only sizes of one metric compare */
	readonly size: number;
	/** without sign, e.g. `62%` or `120 t` */
	readonly amount: string;
	/** 95 % interval without sign, and without the unit that the amount has, e.g. `58–66%`; with both when unclear */
	readonly interval: string;
}

/** The paired summary of one metric in one other scenario, if the batch has it. */
export function pairedWithBase(
	{ context, summary }: ChartInput,
	other: string,
	metric: string,
): PairedSummary | null {
	const found = summary.paired.find(
		(paired) =>
			paired.base === context.base &&
			paired.other === other &&
			paired.metric === metric,
	);
	return found ?? null;
}

/** The effect of every other scenario on a metric, in the order shown. */
export function effectsOn(
	metric: MetricDefinition,
	input: ChartInput,
): readonly Effect[] {
	const { context, summary } = input;
	const base = summary.scenarios[context.base]?.[metric.name]?.mean.value;
	return othersOf(context).flatMap((other) => {
		const paired = pairedWithBase(input, other.name, metric.name);
		return paired ? [effectOf(metric, other, paired, base ?? Number.NaN)] : [];
	});
}

function effectOf(
	metric: MetricDefinition,
	other: ChartScenario,
	paired: PairedSummary,
	base: number,
): Effect {
	const verdict = verdictOf(paired);
	const relative = relativeWords(metric, paired.mean, base);
	const { words, suffix } =
		relative === null
			? ownWords(metric, paired)
			: { words: relative, suffix: "%" };
	const isUnclear = verdict === "no clear difference";
	const behind = suffix === "%" ? suffix : "";
	return {
		other,
		verdict,
		size: paired.mean.value,
		amount: `${isUnclear ? words.mean : words.size}${suffix}`,
		interval: isUnclear ? `${words.span}${suffix}` : `${words.range}${behind}`,
	};
}

interface EffectWords {
	readonly words: DifferenceWords;
	readonly suffix: string;
}

/** In the metric's own unit; in points for shares. */
function ownWords(
	metric: MetricDefinition,
	{ mean }: PairedSummary,
): EffectWords {
	const shown = shownDifference(metric);
	return { words: differenceWords(mean, shown), suffix: shown.suffix };
}
