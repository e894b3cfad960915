/** Check of a replicate's record: no metric, parameter or month may fail to be a number. */

import {
	METRICS,
	type ReplicateRecord,
	SERIES,
} from "../market/record/record.ts";
import type { BatchPlan } from "./plan.ts";

/**
 * Fault of a record, in words with the means to repeat it; null when it is
 * sound. A number that is not finite is a fault, save the null of a nullable metric.
 */
export function recordFault(
	plan: BatchPlan,
	record: ReplicateRecord,
): string | null {
	const fault =
		record.failure ??
		metricFault(record) ??
		parameterFault(plan, record) ??
		seriesFault(record);
	if (fault === null) return null;
	const scenario = plan.scenarios[record.scenario]?.name;
	return `${fault} (scenario ${scenario}, seed ${plan.seed}, replicate ${record.replicate})`;
}

function metricFault({ metrics }: ReplicateRecord): string | null {
	const at = METRICS.findIndex(({ nullable }, i) => {
		const value = metrics[i]!;
		return !Number.isFinite(value) && !(nullable && Number.isNaN(value));
	});
	return at < 0 ? null : `metric ${METRICS[at]!.name} is ${metrics[at]}`;
}

function parameterFault(
	plan: BatchPlan,
	{ parameters }: ReplicateRecord,
): string | null {
	const at = parameters.findIndex((value) => !Number.isFinite(value));
	const path = plan.scenarios[0]?.parameters[at]?.path;
	return at < 0 ? null : `parameter ${path} is ${parameters[at]}`;
}

function seriesFault({ series }: ReplicateRecord): string | null {
	let at = 0;
	while (at < series.length && Number.isFinite(series[at])) at++;
	if (at === series.length) return null;
	const months = series.length / SERIES.length;
	const name = SERIES[Math.floor(at / months)]!.name;
	return `series ${name} is ${series[at]} in its month ${(at % months) + 1}`;
}
