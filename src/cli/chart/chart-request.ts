/** Words and flags of `chart`, settled into a request. */

import {
	DEFAULT_METRIC,
	type ReplicateRequest,
} from "../../actions/replay/pick-replicate.ts";
import type { ChartChoices, ChartKind } from "../../charts/chart.ts";
import { FIGURE_FORMATS, type FigureFormat } from "../../figures/figure.ts";
import type { MetricName, SeriesName } from "../../market/record/record.ts";

/** Charts to draw, with their series, replicate and formats. */
export interface ChartRequest {
	/** null: all that fit */
	readonly kinds: readonly ChartKind[] | null;
	readonly formats: readonly FigureFormat[];
	readonly choices: ChartChoices;
	/** replicate that `flows` and `story` show */
	readonly replicate: ReplicateRequest;
}

/** Words and flags of `chart` as they are read; null for what was not written. */
export interface ChartValues {
	readonly kind: readonly ChartKind[];
	readonly format: readonly FigureFormat[] | null;
	readonly series: SeriesName | null;
	readonly metric: MetricName | null;
	readonly scenario: ReplicateRequest["scenario"];
	readonly replicate: ReplicateRequest["replicate"];
}

/** Settles kinds, formats, replicate and choices. */
export function chartRequest({
	kind,
	format,
	series,
	metric,
	scenario,
	replicate,
}: ChartValues): ChartRequest {
	return {
		kinds: kind.length > 0 ? [...new Set(kind)] : null,
		formats: format ?? FIGURE_FORMATS,
		replicate: { scenario, replicate, metric: metric ?? DEFAULT_METRIC },
		choices: {
			...(series !== null && { series }),
			...(metric !== null && { metric }),
		},
	};
}
