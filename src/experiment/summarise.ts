/** Summary of a batch: statistics of each metric, and paired differences from the base. */

import { METRICS } from "../market/record/record.ts";
import { meanInterval, quantileInterval } from "../statistics/interval.ts";
import { pairedStatistics } from "../statistics/paired.ts";
import { quantile, sortSamples } from "../statistics/quantile.ts";
import type { BatchSummary, MetricSummary, PairedSummary } from "./tables.ts";

/** Runs of which one column at a time is at hand; a `RunTable` is one. */
export interface RunColumns {
	readonly scenarios: readonly string[];
	/** NaN where a metric is null */
	column(scenario: string, name: string): Float64Array | Promise<Float64Array>;
}

/**
 * Every metric of every scenario, and every scenario paired with the base, replicate by
 * replicate. Two columns are in memory at a time: a scenario's and the base's.
 *
 * @param base the scenario that others are compared with; null: none are
 */
export async function summarise(
	runs: RunColumns,
	base: string | null,
): Promise<BatchSummary> {
	const scenarios = new Map<string, Record<string, MetricSummary>>(
		runs.scenarios.map((name) => [name, {}]),
	);
	const paired = new Map<string, PairedSummary[]>(
		runs.scenarios.map((name) => [name, []]),
	);
	if (base !== null && !runs.scenarios.includes(base))
		throw new RangeError(`the base ${base} is not among the scenarios`);
	for (const { name: metric } of METRICS) {
		const baseValues = base === null ? null : await runs.column(base, metric);
		for (const name of runs.scenarios) {
			const isBase = name === base;
			const values =
				isBase && baseValues ? baseValues : await runs.column(name, metric);
			scenarios.get(name)![metric] = summariseMetric(values);
			if (base !== null && baseValues !== null && !isBase)
				paired.get(name)!.push({
					base,
					other: name,
					metric,
					...pairedStatistics(baseValues, values),
				});
		}
	}
	return {
		scenarios: Object.fromEntries(scenarios),
		paired: [...paired.values()].flat(),
	};
}

function summariseMetric(values: Float64Array): MetricSummary {
	const samples = sortSamples(values);
	return {
		n: samples.length,
		nulls: values.length - samples.length,
		mean: meanInterval(samples),
		median: quantileInterval(samples, 0.5),
		p05: quantile(samples, 0.05),
		p25: quantile(samples, 0.25),
		p75: quantile(samples, 0.75),
		p95: quantile(samples, 0.95),
	};
}
