import type { Estimate, PairedSummary } from "../../experiment/tables.ts";
import {
	HEADLINE_METRICS,
	type MetricDefinition,
} from "../../market/record/record.ts";
import { eventOf, metricOf, nullWord, shownUpTo } from "../../words/metrics.ts";
import {
	chanceInWords,
	countInWords,
	decimalsFor,
	inWords,
	plotted,
	signedInWords,
	spanInWords,
} from "../../words/numbers.ts";
import { type ChartInput, type ChartScenario, inOrder } from "../chart.ts";
import { type ChanceComparison, chancesOf } from "../finding/chances.ts";
import { pairedWithBase, type Verdict, verdictOf } from "../finding/effects.ts";
import { type Hue, hueAt } from "../frame/theme.ts";

/** What a difference means for the United States; `higher` and `lower` where it is neither. */
export type Meaning = Verdict | "worse" | "better";

/** Other less base in one metric, in the unit shown. */
export interface DifferenceRow {
	readonly scenario: ChartScenario;
	readonly hue: Hue;
	readonly meaning: Meaning;
	/** pairs in which both have a value */
	readonly pairs: number;
	/** mean of the pairs with its 95 % interval; null without pairs */
	readonly mean: {
		readonly value: number;
		readonly low: number;
		readonly high: number;
	} | null;
	/** 5 and 95 % of the pairs; null without pairs */
	readonly spread: readonly [number, number] | null;
	/** the verdict with its figures */
	readonly words: string;
}

/** A metric with the differences that the others make to it. */
export interface MetricDifferences {
	readonly metric: MetricDefinition;
	/** the unit of a difference: shares differ in percentage points */
	readonly unit: string;
	/** mean of the base, in that unit; NaN without a value */
	readonly baseMean: number;
	readonly rows: readonly DifferenceRow[];
}

/** The differences in the headline metrics, in their order. */
export function headlineDifferences(
	input: ChartInput,
): readonly MetricDifferences[] {
	return HEADLINE_METRICS.map((name) => ofMetric(name, input));
}

function ofMetric(name: string, input: ChartInput): MetricDifferences {
	const metric = metricOf(name);
	const base = input.summary.scenarios[input.context.base]?.[name];
	const shown = shownUpTo(metric, largestOf(name, input));
	return {
		metric,
		unit: shown.unit === "per cent" ? "percentage points" : shown.unit,
		baseMean: shown.factor * (base?.mean.value ?? Number.NaN),
		rows: differenceRows(metric, shown.factor, input),
	};
}

/** The largest amount of a metric's differences, without sign, in the unit of the record. */
function largestOf(name: string, input: ChartInput): number {
	const amounts = inOrder(input.context).flatMap((scenario) => {
		const paired = pairedWithBase(input, scenario.name, name);
		if (paired === null) return [];
		const { mean, p05, p95 } = paired;
		return [mean.value, mean.low, mean.high, p05, p95];
	});
	const known = amounts.filter((amount) => !Number.isNaN(amount));
	return Math.max(0, ...known.map(Math.abs));
}

/** The mean of the base in words. */
export function baseInWords(mean: number): string {
	return Number.isNaN(mean) ? "none" : inWords(mean, decimalsFor([mean]));
}

/** The rows of a metric, one for every other scenario whose pairs were summarised. */
function differenceRows(
	metric: MetricDefinition,
	factor: number,
	input: ChartInput,
): readonly DifferenceRow[] {
	const chances =
		eventOf(metric) === null
			? []
			: chancesOf(input, metric.name, Number.isFinite);
	return inOrder(input.context).flatMap((scenario, place) => {
		const paired = pairedWithBase(input, scenario.name, metric.name);
		if (paired === null) return [];
		const chance = chances.find((each) => each.scenario === scenario);
		const { n, mean, p05, p95 } = paired;
		const at = (value: number) => plotted(factor * value);
		return [
			{
				scenario,
				hue: hueAt(place),
				pairs: n,
				mean:
					n === 0
						? null
						: { value: at(mean.value), low: at(mean.low), high: at(mean.high) },
				spread: n === 0 ? null : ([at(p05), at(p95)] as const),
				...verdictOn({ metric, factor }, paired, chance ?? null, input),
			},
		];
	});
}

/**
 * What a row says. Where a run may wait for an event for ever, a clear change in how often
 * it comes at all weighs more than a change in the wait of those runs in which it comes
 * in both scenarios.
 */
function verdictOn(
	{ metric, factor }: { metric: MetricDefinition; factor: number },
	paired: PairedSummary,
	chance: ChanceComparison | null,
	input: ChartInput,
): Pick<DifferenceRow, "meaning" | "words"> {
	const meaning = meaningOf(metric, verdictOf(paired));
	const wait = verdictInWords(meaning, paired.mean, factor, paired.n);
	const nulls = nullsInWords(metric, paired, input);
	if (!chance?.isClear) return { meaning, words: [wait, ...nulls].join("; ") };
	const isOftener = chance.other > chance.base;
	const told = meaningOf(metric, isOftener ? "lower" : "higher");
	const also = waitInWords(meaning, wait, paired.n);
	const change = nullChange(metric, 1 - chance.base, 1 - chance.other);
	return { meaning: told, words: `${told}: ${change}${also}` };
}

/** The wait of the pairs in which the event comes in both, behind the chance that it comes. */
function waitInWords(meaning: Meaning, verdict: string, pairs: number): string {
	if (pairs === 0) return "";
	const wait = verdict.replace(/^(worse|better|higher|lower): /, "");
	const count = pairs === 1 ? "1 pair" : `${countInWords(pairs)} pairs`;
	if (meaning === "same") return `; wait equal, ${count}`;
	return meaning === "unclear"
		? `; wait unclear, ${count}`
		: `; wait ${wait}, ${count}`;
}

function meaningOf({ worse }: MetricDefinition, verdict: Verdict): Meaning {
	if (worse === 0 || (verdict !== "higher" && verdict !== "lower"))
		return verdict;
	return (verdict === "higher") === (worse === 1) ? "worse" : "better";
}

function verdictInWords(
	meaning: Meaning,
	mean: Estimate,
	factor: number,
	pairs: number,
): string {
	if (meaning === "unknown") return "no run has a value in both";
	if (meaning === "same") return "equal in every pair";
	const [value, low, high] = [
		factor * mean.value,
		factor * mean.low,
		factor * mean.high,
	];
	if (pairs === 1)
		return `one pair only: ${signedInWords(value, decimalsFor([value]))}`;
	const decimals = decimalsFor([low, value, high]);
	const interval = spanInWords(low, high, decimals, true);
	if (meaning === "unclear")
		return `no clear difference (${/[1-9]/.test(interval) ? interval : "nearly 0"})`;
	const amount = signedInWords(value, decimals);
	return low === high
		? `${meaning}: ${amount} in every pair`
		: `${meaning}: ${amount} (${interval})`;
}

/** How often there is no value in the base and in the other, and how many pairs that leaves. */
function nullsInWords(
	metric: MetricDefinition,
	{ base, other, n }: PairedSummary,
	{ summary }: ChartInput,
): readonly string[] {
	const shareOf = (scenario: string) => {
		const found = summary.scenarios[scenario]?.[metric.name];
		return found ? found.nulls / (found.n + found.nulls) : 0;
	};
	const [before, after] = [shareOf(base), shareOf(other)];
	if (n === 0 || (before === 0 && after === 0)) return [];
	return [nullChange(metric, before, after), `${countInWords(n)} pairs`];
}

/** The share of runs without a value, in the base and in the other. */
function nullChange(
	metric: MetricDefinition,
	before: number,
	after: number,
): string {
	const [from, to] = [chanceInWords(before), chanceInWords(after)];
	return `${nullWord(metric)} ${from === to ? `in ${from}` : `${from} → ${to}`}`;
}
