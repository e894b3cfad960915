/** Columns of runs that must be in memory before charts are drawn. */

import type { ChartChoices } from "../../charts/chart.ts";
import { EXCEEDANCE_METRICS } from "../../charts/exceedance/exceedance-choice.ts";
import { RAINCLOUD_METRIC } from "../../charts/raincloud/raincloud-chart.ts";
import type { Design } from "../../experiment/design.ts";
import {
	HEADLINE_METRICS,
	METRICS,
	type MetricName,
} from "../../market/record/record.ts";
import { eventOf, metricOf } from "../../words/metrics.ts";
import type { ReplicateRequest } from "../replay/pick-replicate.ts";

/**
 * Metrics that charts look at replicate by replicate, which must be in memory: those of
 * raincloud and exceedance, the events among those of the difference, and the one by which
 * a replicate is picked. A design's charts may ask for any.
 */
export function chartColumns(
	design: Design | null,
	choices: ChartChoices,
	{ metric }: ReplicateRequest,
): readonly MetricName[] {
	if (design) return METRICS.map(({ name }) => name as MetricName);
	const shown = choices.metric
		? [choices.metric]
		: [RAINCLOUD_METRIC, ...EXCEEDANCE_METRICS];
	const events = HEADLINE_METRICS.filter((name) => eventOf(metricOf(name)));
	return [...new Set([...shown, ...events, metric])];
}
