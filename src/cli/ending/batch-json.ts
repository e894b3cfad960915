/** Results of a batch as one JSON object on standard output. */

import { shortPath } from "../../actions/paths.ts";
import type { BatchSummary, MetricSummary } from "../../experiment/tables.ts";
import { verdictOf } from "../../experiment/verdict.ts";
import type { Results } from "../../storage/folder/read-results.ts";

/** The one object that `--json` puts on standard output; what is not a finite number is null. */
export function batchObject({
	folder,
	manifest,
	summary,
}: Pick<Results, "folder" | "manifest" | "summary">) {
	const { seed, replicates, shard } = manifest.plan;
	return {
		results: shortPath(folder),
		digest: manifest.digest,
		seed,
		replicates: replicates.to - replicates.from,
		failed: manifest.failures.length,
		...(shard && { shard: `${shard.index}/${shard.count}` }),
		seconds: manifest.seconds,
		scenarios: scenariosOf(summary),
		paired: summary.paired.map((pair) => ({
			...pair,
			verdict: verdictOf(pair),
		})),
	};
}

function scenariosOf({ scenarios }: BatchSummary) {
	return mapValues(scenarios, (metrics) => mapValues(metrics, metricOf));
}

function metricOf({ p05, median, p95, mean, n, nulls }: MetricSummary) {
	return {
		p05,
		p50: median.value,
		p95,
		mean: mean.value,
		error: mean.error,
		n,
		nulls,
	};
}

function mapValues<From, To>(
	record: Readonly<Record<string, From>>,
	change: (value: From) => To,
): Readonly<Record<string, To>> {
	return Object.fromEntries(
		Object.entries(record).map(([key, value]) => [key, change(value)]),
	);
}
