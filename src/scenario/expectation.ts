import { quantile, sortSamples } from "../statistics/quantile.ts";
import { didYouMean } from "./nearest.ts";

/** `<` and its kin. */
export type Comparison = "<" | "<=" | ">" | ">=";

/** What is taken of a metric over replicates: the share that meet a condition, or a statistic. */
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
const NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?";
const COMPARE = "<=|>=|<|>";
const WHOLE = new RegExp(
	`^\\s*([a-z]+\\d*)\\s*\\(\\s*([a-z0-9_]+)\\s*(?:(${COMPARE})\\s*(${NUMBER})\\s*)?\\)\\s*(?:(${COMPARE})\\s*(${NUMBER})|between\\s+(${NUMBER})\\s+and\\s+(${NUMBER}))\\s*$`,
	"i",
);

function statisticOf(
	word: string,
	comparison: string | undefined,
	limit: string | undefined,
): Statistic | string {
	if (word === "p")
		return comparison === undefined || limit === undefined
			? "p needs a condition inside, e.g. p(us_unmet_t > 0) < 0.1"
			: {
					kind: "p",
					comparison: comparison as Comparison,
					limit: Number(limit),
				};
	if (comparison !== undefined)
		return `only p takes a condition inside; ${word} does not`;
	if (word === "mean") return { kind: "mean" };
	if (word === "median") return { kind: "quantile", level: 0.5 };
	const percent = /^p(\d{1,2})$/.exec(word);
	if (percent !== null)
		return { kind: "quantile", level: Number(percent[1]) / 100 };
	return `knows no statistic "${word}"; there are p, mean, median and p01 to p99`;
}

/**
 * Reads a statement of the grammar shared by `expect`, `--until` and `--threshold`.
 *
 * @param metrics names that may stand in it; any word when absent
 */
export function parseExpectation(
	text: string,
	metrics?: readonly string[],
): { readonly expectation: Expectation } | { readonly problem: string } {
	const found = text.length > LONGEST ? null : WHOLE.exec(text);
	if (found === null)
		return {
			problem: `is ${JSON.stringify(text.slice(0, 60))}; expected stat(metric) < x or stat(metric) between a and b`,
		};
	const [, word, metric, inner, innerLimit, outer, outerLimit, low, high] =
		found;
	if (metrics !== undefined && !metrics.includes(metric as string))
		return {
			problem: `names no metric "${metric}"${didYouMean(metric as string, metrics)}`,
		};
	const statistic = statisticOf(
		(word as string).toLowerCase(),
		inner,
		innerLimit,
	);
	if (typeof statistic === "string") return { problem: statistic };
	if (outer === undefined && Number(low) > Number(high))
		return { problem: `is between ${low} and ${high}; the lower comes first` };
	return {
		expectation: {
			text,
			metric: metric as string,
			statistic,
			bound:
				outer === undefined
					? { kind: "between", low: Number(low), high: Number(high) }
					: {
							kind: "compare",
							comparison: outer as Comparison,
							limit: Number(outerLimit),
						},
		},
	};
}

function holds(value: number, comparison: Comparison, limit: number): boolean {
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
				samples.filter((x) => holds(x, statistic.comparison, statistic.limit))
					.length / samples.length
			);
		case "mean":
			return samples.reduce((sum, x) => sum + x, 0) / samples.length;
		case "quantile":
			return quantile(samples, statistic.level);
	}
}

/**
 * Whether a statement holds over replicates, and the value it was judged by.
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
				: holds(value, bound.comparison, bound.limit),
	};
}
