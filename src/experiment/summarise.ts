import { METRICS } from "../market/record.ts";
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
 * replicate. One metric is in memory at a time.
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
	for (const { name: metric } of METRICS) {
		const columns = await columnsOf(runs, metric);
		for (const [scenario, values] of columns)
			scenarios.get(scenario)![metric] = summariseMetric(values);
		if (base !== null)
			for (const pair of pairs(columns, base, metric))
				paired.get(pair.other)!.push(pair);
	}
	return {
		scenarios: Object.fromEntries(scenarios),
		paired: [...paired.values()].flat(),
	};
}

async function columnsOf(
	runs: RunColumns,
	metric: string,
): Promise<ReadonlyMap<string, Float64Array>> {
	const columns = new Map<string, Float64Array>();
	for (const scenario of runs.scenarios)
		columns.set(scenario, await runs.column(scenario, metric));
	return columns;
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

function pairs(
	columns: ReadonlyMap<string, Float64Array>,
	base: string,
	metric: string,
): PairedSummary[] {
	const baseValues = columns.get(base);
	if (!baseValues)
		throw new RangeError(`the base ${base} is not among the scenarios`);
	return [...columns]
		.filter(([other]) => other !== base)
		.map(([other, values]) => ({
			base,
			other,
			metric,
			...pairedStatistics(baseValues, values),
		}));
}
