import type { PairedSummary } from "../../experiment/tables.ts";
import type { MetricDefinition } from "../../market/record/record.ts";
import { shownAs, shownUpTo } from "../../words/metrics.ts";
import {
	decimalsFor,
	inWords,
	signedInWords,
	spanInWords,
} from "../../words/numbers.ts";
import { type ChartInput, type ChartScenario, othersOf } from "../chart.ts";

/**
 * What a paired comparison shows: clear when the 95 % interval of the mean difference
 * leaves out zero; `same` when every pair is equal; `unknown` without pairs.
 */
export type Verdict = "higher" | "lower" | "unclear" | "same" | "unknown";

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

/** The verdict of a paired summary. */
export function verdictOf({ n, mean, p05, p95 }: PairedSummary): Verdict {
	if (n === 0) return "unknown";
	const allEqual =
		mean.value === 0 && p05 === 0 && p95 === 0 && !(mean.error > 0);
	if (allEqual) return "same";
	if (mean.low > 0) return "higher";
	return mean.high < 0 ? "lower" : "unclear";
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
	const scale = scaleOf(metric, paired, base);
	const { value, low, high } = paired.mean;
	const [mean, from, to] = [value, low, high].map((x) => scale.factor * x);
	return {
		other,
		verdict,
		size: value,
		...words(verdict, scale, [mean ?? 0, from ?? 0, to ?? 0]),
	};
}

interface Scale {
	readonly factor: number;
	readonly suffix: string;
}

/** Beyond this multiple of the base a percentage no longer helps, nor below this part of it. */
const LARGEST_RATIO = 5;
const SMALLEST_RATIO = 0.002;

/**
 * Percent of the base's mean (taken as known) for amounts and prices that are well above
 * zero there, unless too little is left of it; otherwise the metric's own unit, a finer one
 * for what is small, points for shares.
 */
function scaleOf(
	metric: MetricDefinition,
	{ mean }: PairedSummary,
	base: number,
): Scale {
	const { factor, unit } = shownAs(metric);
	if (unit === "per cent") return { factor, suffix: " points" };
	const isAmount = !["months", "ratio"].includes(unit);
	const size = Math.abs(mean.value);
	const isTelling =
		size <= LARGEST_RATIO * base &&
		(size === 0 || size >= SMALLEST_RATIO * base);
	if (isAmount && base > 0 && isTelling)
		return { factor: 100 / base, suffix: "%" };
	return shownUpTo(metric, Math.max(Math.abs(mean.low), Math.abs(mean.high)));
}

function words(
	verdict: Verdict,
	{ suffix }: Scale,
	[mean, low, high]: readonly [number, number, number],
): { amount: string; interval: string } {
	const decimals =
		suffix === "%" ? Number(high - low < 2) : decimalsFor([low, mean, high]);
	if (verdict === "unclear")
		return {
			amount: `${signedInWords(mean, decimals)}${suffix}`,
			interval: `${spanInWords(low, high, decimals, true)}${suffix}`,
		};
	const [from, to] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
	return {
		amount: `${inWords(Math.abs(mean), decimals)}${suffix}`,
		interval: `${spanInWords(from ?? 0, to ?? 0, decimals)}${suffix === "%" ? "%" : ""}`,
	};
}
