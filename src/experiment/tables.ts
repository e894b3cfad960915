/** Shapes of a batch's tables: monthly bands, runs, estimates with their errors, summary. */

import type { SeriesName } from "../market/record/record.ts";

/** Quantile levels kept for every month, with their column names. */
export const BAND_LEVELS = [
	["p025", 0.025],
	["p05", 0.05],
	["p10", 0.1],
	["p25", 0.25],
	["p50", 0.5],
	["p75", 0.75],
	["p90", 0.9],
	["p95", 0.95],
	["p975", 0.975],
] as const;

export type BandColumn = (typeof BAND_LEVELS)[number][0] | "mean";

/** Quantiles over replicates of one series in one scenario: one value a month in every column. */
export type Bands = Readonly<Record<BandColumn, Float64Array>>;

/** The monthly side of a batch: bands by scenario and series. */
export interface MonthTable {
	readonly scenarios: readonly string[];
	/** `YYYY-MM`, one a month of the scenario's horizon */
	months(scenario: string): readonly string[];
	bands(scenario: string, series: SeriesName): Bands;
}

/** The replicate side of a batch: metrics and parameters, one value a sound replicate. */
export interface RunTable {
	readonly scenarios: readonly string[];
	/** replicate indices that are sound in every scenario, ascending; the rows of `column` */
	readonly replicates: Uint32Array;
	/** names of metrics, then of parameters */
	readonly columns: readonly string[];
	/** NaN where a metric is null */
	column(scenario: string, name: string): Float64Array;
}

/** A statistic with its Monte Carlo error and a 95 % interval for it. */
export interface Estimate {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly error: number;
}

/** One metric in one scenario, over the replicates that have it. */
export interface MetricSummary {
	/** replicates with a value; the rest are null */
	readonly n: number;
	readonly nulls: number;
	readonly mean: Estimate;
	readonly median: Estimate;
	readonly p05: number;
	readonly p25: number;
	readonly p75: number;
	readonly p95: number;
}

/** Other less base, replicate by replicate, over the pairs that both have the metric. */
export interface PairedSummary {
	readonly base: string;
	readonly other: string;
	readonly metric: string;
	readonly n: number;
	readonly mean: Estimate;
	readonly median: Estimate;
	readonly p05: number;
	readonly p95: number;
	/** share of pairs in which the other is lower */
	readonly lower: Estimate;
}

/** Statistics of metrics by scenario, and paired differences: the content of `summary.json`. */
export interface BatchSummary {
	readonly scenarios: Readonly<
		Record<string, Readonly<Record<string, MetricSummary>>>
	>;
	readonly paired: readonly PairedSummary[];
}
