/** Estimates by which a statement is judged, with their 95 % intervals. */

import {
	type Interval,
	meanInterval,
	quantileInterval,
	shareInterval,
} from "../../statistics/interval.ts";
import { type SortedSamples, sortSamples } from "../../statistics/quantile.ts";
import { compares, type Statistic } from "./expectation.ts";

/**
 * The estimate that a statement takes of a metric, with its 95 % interval: Wilson's for a share, t for a
 * mean, between order statistics for a quantile. Values with nothing to report are left out.
 */
export function estimateStatistic(
	statistic: Statistic,
	values: Float64Array,
): Interval {
	return estimateSorted(statistic, sortSamples(values));
}

function estimateSorted(
	statistic: Statistic,
	samples: SortedSamples,
): Interval {
	switch (statistic.kind) {
		case "p": {
			const { comparison, limit } = statistic;
			const hits = samples.filter((x) => compares(x, comparison, limit));
			return shareInterval(hits.length, samples.length);
		}
		case "mean":
			return meanInterval(samples);
		case "quantile":
			return quantileInterval(samples, statistic.level);
	}
}
