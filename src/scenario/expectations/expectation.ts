/** Statements that a batch must keep: read, written and judged. */

import { quantile, sortSamples } from "../../statistics/quantile.ts";
import { didYouMean } from "../nearest.ts";
import { type Word, WordProblem, Words } from "./expectation-words.ts";

/** `<` and its kin. */
export type Comparison = "<" | "<=" | ">" | ">=";

/** A figure taken of a metric over replicates: the share that meet a condition, or a statistic. */
export type Statistic =
	| {
			readonly kind: "p";
			readonly comparison: Comparison;
			readonly limit: number;
	  }
	| { readonly kind: "mean" }
	| { readonly kind: "quantile"; readonly level: number };

/** `stat(metric [cmp x]) cmp y`, or `stat(metric) between a and b`. */
export interface Expectation {
	readonly text: string;
	readonly metric: string;
	readonly statistic: Statistic;
	readonly bound:
		| {
				readonly kind: "compare";
				readonly comparison: Comparison;
				readonly limit: number;
		  }
		| { readonly kind: "between"; readonly low: number; readonly high: number };
}

/** Longest statement that is read, characters. */
const LONGEST = 200;

/** Why a statement cannot be read, and the column of it where that shows, from 1. */
export interface ExpectationProblem {
	readonly problem: string;
	readonly column: number;
}

function statisticOf(name: Word): Statistic | null {
	const word = name.text.toLowerCase();
	if (word === "mean") return { kind: "mean" };
	if (word === "median") return { kind: "quantile", level: 0.5 };
	const percent = /^p(\d{1,2})$/.exec(word);
	return percent === null || Number(percent[1]) === 0
		? null
		: { kind: "quantile", level: Number(percent[1]) / 100 };
}

/** `(metric)` or `(metric cmp x)` after the name of a statistic. */
function readTaken(
	words: Words,
	metrics: readonly string[] | undefined,
): { readonly metric: string; readonly statistic: Statistic } {
	const name = words.next(
		"name",
		"p, mean, median or a percentile such as p95",
	);
	const share = name.text.toLowerCase() === "p";
	const statistic = statisticOf(name);
	if (!share && statistic === null)
		words.refuse(
			name,
			`knows no statistic "${name.text}"; there are p, mean, median and p01 to p99`,
		);
	words.next("(", "(");
	const metric = words.next("name", "the name of a metric");
	if (metrics !== undefined && !metrics.includes(metric.text))
		words.refuse(
			metric,
			`names no metric "${metric.text}"${didYouMean(metric.text, metrics) || `; expected one such as ${metrics.slice(0, 4).join(", ")}`}`,
		);
	const inner = words.peek();
	if (!share && inner.kind === "comparison")
		words.refuse(
			inner,
			`has a condition inside ${name.text}; only p takes one, e.g. p(us_unmet_t > 0) < 0.1`,
		);
	if (!share) {
		words.next(")", ")");
		return { metric: metric.text, statistic: statistic as Statistic };
	}
	const comparison = words.next(
		"comparison",
		"a condition inside p, e.g. p(us_unmet_t > 0) < 0.1",
	);
	const limit = Number(words.next("number", "a number").text);
	words.next(")", ")");
	return {
		metric: metric.text,
		statistic: { kind: "p", comparison: comparison.text as Comparison, limit },
	};
}

/** `cmp y`, or `between a and b`. */
function readBound(words: Words): Expectation["bound"] {
	if (words.peek().kind === "comparison") {
		const comparison = words.next("comparison", "<").text as Comparison;
		const limit = Number(words.next("number", "a number").text);
		return { kind: "compare", comparison, limit };
	}
	words.keyword("between", "<, <=, >, >= or between … and …");
	const low = words.next("number", "a number");
	words.keyword("and", "and");
	const high = words.next("number", "a number");
	if (Number(low.text) > Number(high.text))
		words.refuse(
			low,
			`is between ${low.text} and ${high.text}; the lower comes first`,
		);
	return { kind: "between", low: Number(low.text), high: Number(high.text) };
}

/**
 * Reads a statement of the grammar shared by `expect`, `--until` and `--threshold`.
 *
 * @param metrics names that may stand in it; any word when absent
 */
export function parseExpectation(
	text: string,
	metrics?: readonly string[],
): { readonly expectation: Expectation } | ExpectationProblem {
	if (text.length > LONGEST)
		return {
			problem: `is ${text.length} characters long; at most ${LONGEST} are read`,
			column: 1,
		};
	try {
		const words = new Words(text);
		const taken = readTaken(words, metrics);
		const bound = readBound(words);
		words.next("end", "nothing more");
		return { expectation: { text, ...taken, bound } };
	} catch (error) {
		if (error instanceof WordProblem)
			return { problem: error.message, column: error.column };
		throw error;
	}
}

/** Compares a value with a limit. */
export function compares(
	value: number,
	comparison: Comparison,
	limit: number,
): boolean {
	switch (comparison) {
		case "<":
			return value < limit;
		case "<=":
			return value <= limit;
		case ">":
			return value > limit;
		case ">=":
			return value >= limit;
	}
}

function take(statistic: Statistic, values: Float64Array): number {
	const samples = sortSamples(values);
	switch (statistic.kind) {
		case "p":
			return (
				samples.filter((x) =>
					compares(x, statistic.comparison, statistic.limit),
				).length / samples.length
			);
		case "mean":
			return samples.reduce((sum, x) => sum + x, 0) / samples.length;
		case "quantile":
			return quantile(samples, statistic.level);
	}
}

/**
 * The verdict on a statement over replicates, and the value it was judged by.
 * Values with nothing to report are left out; without any it does not hold.
 *
 * @param column values of a metric, one a replicate
 */
export function judgeExpectation(
	expectation: Expectation,
	column: (metric: string) => Float64Array,
): { readonly value: number; readonly holds: boolean } {
	const value = take(expectation.statistic, column(expectation.metric));
	const { bound } = expectation;
	return {
		value,
		holds:
			bound.kind === "between"
				? value >= bound.low && value <= bound.high
				: compares(value, bound.comparison, bound.limit),
	};
}
