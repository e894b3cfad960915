/** Effects of other scenarios on a metric, sized for a title. */

import type { PairedSummary } from "../../experiment/tables.ts";
import { type Verdict, verdictOf } from "../../experiment/verdict.ts";
import type { MetricDefinition } from "../../market/record/record.ts";
import {
	type DifferenceWords,
	differenceWords,
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
	const { words, suffix } = isRelative(metric, paired, base)
		? relativeWords(paired, base)
		: ownWords(metric, paired);
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

/** Interval, per cent, below which a percentage has a decimal. */
const NARROW = 2;

/** In per cent of the base's mean, taken as known. */
function relativeWords({ mean }: PairedSummary, base: number): EffectWords {
	const factor = 100 / base;
	const decimals = Number(factor * (mean.high - mean.low) < NARROW);
	return { words: differenceWords(mean, { factor }, decimals), suffix: "%" };
}

/** Beyond this multiple of the base a percentage no longer helps, nor below this part of it. */
const LARGEST_RATIO = 5;
const SMALLEST_RATIO = 0.002;
/** Units of amounts and prices. */
const AMOUNTS: readonly string[] = ["USD/t", "USD", "t Sb"];

/** True when a percentage tells: for amounts and prices well above zero that do not nearly vanish. */
function isRelative(
	{ unit }: MetricDefinition,
	{ mean }: PairedSummary,
	base: number,
): boolean {
	const size = Math.abs(mean.value);
	const isTelling =
		size <= LARGEST_RATIO * base &&
		(size === 0 || size >= SMALLEST_RATIO * base);
	return AMOUNTS.includes(unit) && base > 0 && isTelling;
}
