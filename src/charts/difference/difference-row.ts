/** Rows of a chart of differences: paired changes from the base, and their verdicts in words. */

import type { PairedSummary } from "../../experiment/tables.ts";
import { isClear, type Verdict, verdictOf } from "../../experiment/verdict.ts";
import {
	HEADLINE_METRICS,
	type MetricDefinition,
} from "../../market/record/record.ts";
import {
	differenceWords,
	relativeWords,
	shownAs,
	shownDifference,
} from "../../words/amounts.ts";
import { eventOf, metricOf, nullWord } from "../../words/metrics.ts";
import {
	chanceInWords,
	countInWords,
	figure,
	plotted,
} from "../../words/numbers.ts";
import { type ChartInput, type ChartScenario, inOrder } from "../chart.ts";
import { type ChanceComparison, chancesOf } from "../finding/chances.ts";
import { pairedWithBase } from "../finding/effects.ts";
import { type Hue, hueAt } from "../frame/theme.ts";

/** Meaning of a difference for the United States; `higher` or `lower` where neither is good. */
export type Meaning = Verdict | "worse" | "better";

/** Other less base in one metric, in the unit shown. */
export interface DifferenceRow {
	readonly scenario: ChartScenario;
	readonly hue: Hue;
	/** on the pairs that both have a value */
	readonly verdict: Verdict;
	/** the same for the United States, or the change in how often there is a value at all */
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
	/** the meaning with its figures */
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
	const { factor } = shownAs(metric);
	return {
		metric,
		unit: shownDifference(metric).unit,
		baseMean: factor * (base?.mean.value ?? Number.NaN),
		rows: differenceRows(metric, factor, input),
	};
}

/** The mean of the base in words. */
export function baseInWords(mean: number): string {
	return Number.isNaN(mean) ? "none" : figure(mean);
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
				...readingOf({ metric, factor }, paired, chance ?? null, input),
			},
		];
	});
}

/**
 * Reading of a row, better or worse. Where a run may wait for an event for ever, a clear change in how often
 * it comes at all weighs more than a change in the wait of those runs in which it comes
 * in both scenarios.
 */
function readingOf(
	{ metric, factor }: { metric: MetricDefinition; factor: number },
	paired: PairedSummary,
	chance: ChanceComparison | null,
	input: ChartInput,
): Pick<DifferenceRow, "verdict" | "meaning" | "words"> {
	const verdict = verdictOf(paired);
	const meaning = meaningOf(metric, verdict);
	const base = input.summary.scenarios[paired.base]?.[metric.name]?.mean.value;
	const part = relativeWords(metric, paired.mean, base ?? Number.NaN);
	const wait = verdictInWords(meaning, paired, factor, part?.mean ?? null);
	const nulls = nullsInWords(metric, paired, input);
	if (!chance?.isClear)
		return { verdict, meaning, words: [wait, ...nulls].join("; ") };
	const isOftener = chance.other > chance.base;
	const told = meaningOf(metric, isOftener ? "lower" : "higher");
	const also = waitInWords(meaning, wait, paired.n);
	const change = nullChange(metric, 1 - chance.base, 1 - chance.other);
	return { verdict, meaning: told, words: `${told}: ${change}${also}` };
}

/** The wait of the pairs in which the event comes in both, behind the chance that it comes. */
function waitInWords(meaning: Meaning, verdict: string, pairs: number): string {
	if (pairs === 0) return "";
	const wait = verdict.replace(/^(worse|better|higher|lower): /, "");
	const count = pairs === 1 ? "1 pair" : `${countInWords(pairs)} pairs`;
	if (meaning === "equal") return `; wait equal, ${count}`;
	return meaning === "no clear difference"
		? `; no clear difference in wait, ${count}`
		: `; wait ${wait}, ${count}`;
}

function meaningOf({ worse }: MetricDefinition, verdict: Verdict): Meaning {
	if (worse === 0 || !isClear(verdict)) return verdict;
	return (verdict === "higher") === (worse === 1) ? "worse" : "better";
}

function verdictInWords(
	meaning: Meaning,
	{ n, mean }: PairedSummary,
	factor: number,
	part: string | null,
): string {
	if (meaning === "no pair has both") return meaning;
	if (meaning === "equal") return "equal in every pair";
	const less = differenceWords(mean, { factor });
	if (n === 1) return `one pair only: ${less.mean}`;
	const interval = /[1-9]/.test(less.span) ? less.span : "nearly 0";
	if (meaning === "no clear difference") return `${meaning} (${interval})`;
	return mean.low === mean.high
		? `${meaning}: ${less.mean} in every pair`
		: `${meaning}: ${less.mean} (${interval})${part === null ? "" : `, ${part}%`}`;
}

/** Shares of runs without a value in the base and in the other, and the pairs that are left. */
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
