/** Choice of one replicate to show: by number, nearest the median, or worst by a metric. */

import { METRICS, type MetricName } from "../../market/record/record.ts";
import type { Results } from "../../storage/folder/read-results.ts";
import { metricOf, nounOf } from "../../words/metrics.ts";
import { safeText } from "../../words/safe-text.ts";
import { oneOf } from "../one-of.ts";
import { CommandError } from "../refusal.ts";

/** Request for one replicate of one scenario. */
export interface ReplicateRequest {
	/** null: the last that the batch was asked for */
	readonly scenario: string | null;
	/** its index, or the one nearest the median or worst by a metric */
	readonly replicate: number | "median" | "worst";
	readonly metric: MetricName;
}

/** A replicate that was picked, and why; no words when its number was given. */
export interface Picked {
	readonly scenario: string;
	readonly replicate: number;
	readonly why: string;
}

export const METRIC_NAMES = METRICS.map(({ name }) => name as MetricName);
export const DEFAULT_METRIC: MetricName = "mean_price_12m_usd_t";
/** The replicate nearest the median of the default metric, where none is asked for. */
export const MEDIAN_REPLICATE: ReplicateRequest = {
	scenario: null,
	replicate: "median",
	metric: DEFAULT_METRIC,
};

/**
 * The replicate that is meant.
 *
 * @throws {CommandError} for a scenario or replicate that these results do not have, or a
 *   metric that has no worst side or no value
 */
export function pickReplicate(
	results: Results,
	{ scenario: named, replicate, metric }: ReplicateRequest,
): Picked {
	const { order } = results.manifest.plan;
	const scenario =
		named === null ? (order.at(-1) ?? "") : oneOf(named, order, "--scenario");
	if (replicate === "median")
		return { scenario, ...nearestMedian(results, scenario, metric) };
	if (replicate === "worst")
		return { scenario, ...worst(results, scenario, metric) };
	mustBeSound(results, scenario, replicate);
	return { scenario, replicate, why: "" };
}

function mustBeSound(
	{ manifest, runs }: Results,
	scenario: string,
	replicate: number,
): void {
	if (runs.replicates.includes(replicate)) return;
	const { from, to } = manifest.plan.replicates;
	const failure = manifest.failures.find(
		(failed) => failed.scenario === scenario && failed.replicate === replicate,
	);
	throw new CommandError(
		replicate < from || replicate >= to
			? `--replicate is ${replicate}; these results have ${from} to ${to - 1}`
			: `replicate ${replicate} is not sound in every scenario${failure ? `: ${safeText(failure.message)}` : ""}; pick another`,
	);
}

/** The replicate with the least of a distance; the first of equals; NaN counts for nothing. */
function least(
	{ runs }: Results,
	scenario: string,
	metric: MetricName,
	distance: (value: number) => number,
): number {
	let best = -1;
	let shortest = Number.POSITIVE_INFINITY;
	runs.column(scenario, metric).forEach((value, i) => {
		if (distance(value) < shortest) {
			shortest = distance(value);
			best = i;
		}
	});
	const found = runs.replicates[best];
	if (found !== undefined) return found;
	throw new CommandError(`no replicate of ${scenario} has a ${metric}`);
}

function nearestMedian(
	results: Results,
	scenario: string,
	metric: MetricName,
): Omit<Picked, "scenario"> {
	const median =
		results.summary.scenarios[scenario]?.[metric]?.median.value ?? Number.NaN;
	return {
		replicate: least(results, scenario, metric, (value) =>
			Math.abs(value - median),
		),
		why: `nearest the median of ${nounOf(metricOf(metric))}`,
	};
}

function worst(
	results: Results,
	scenario: string,
	metric: MetricName,
): Omit<Picked, "scenario"> {
	const { worse } = metricOf(metric);
	if (worse === 0)
		throw new CommandError(
			`${metric} is neither good nor bad for the United States; there is no worst replicate by it`,
		);
	return {
		replicate: least(results, scenario, metric, (value) => -worse * value),
		why: `the worst by ${nounOf(metricOf(metric))}`,
	};
}
