import { oneOf } from "../../actions/one-of.ts";
import type { ReplicateRequest } from "../../actions/replay/pick-replicate.ts";
import {
	CHART_KINDS,
	type ChartChoices,
	type ChartKind,
	DESIGN_KINDS,
	INPUT_KINDS,
} from "../../charts/chart.ts";
import { FIGURE_FORMATS, type FigureFormat } from "../../figures/figure.ts";
import {
	METRICS,
	type MetricName,
	SERIES,
} from "../../market/record/record.ts";
import { type RawOptions, textOf, textsOf } from "../line/raw-options.ts";
import { replicateRequest } from "../line/replicate-request.ts";

const KINDS: readonly ChartKind[] = [
	...CHART_KINDS,
	...DESIGN_KINDS,
	...INPUT_KINDS,
];
const SERIES_NAMES = SERIES.map(({ name }) => name);
const METRIC_NAMES = METRICS.map(({ name }) => name as MetricName);

/** What is to be drawn, and in which files. */
export interface ChartRequest {
	/** null: all that fit */
	readonly kinds: readonly ChartKind[] | null;
	readonly formats: readonly FigureFormat[];
	readonly choices: ChartChoices;
	/** what `flows` and `story` show */
	readonly replicate: ReplicateRequest;
}

/** Checks the words and flags of `chart`. @throws {CommandError} for the first that is wrong */
export function chartRequest(raw: RawOptions): ChartRequest {
	const kinds = textsOf(raw, "kind").map((kind) =>
		oneOf(kind, KINDS, "the kind of chart"),
	);
	const series = textOf(raw, "series");
	const metric = textOf(raw, "metric");
	return {
		kinds: kinds.length > 0 ? [...new Set(kinds)] : null,
		formats: formatsOf(textOf(raw, "format")),
		replicate: replicateRequest(raw),
		choices: {
			...(series !== null && {
				series: oneOf(series, SERIES_NAMES, "--series"),
			}),
			...(metric !== null && {
				metric: oneOf(metric, METRIC_NAMES, "--metric"),
			}),
		},
	};
}

function formatsOf(written: string | null): readonly FigureFormat[] {
	if (written === null) return FIGURE_FORMATS;
	const formats = written
		.split(",")
		.map((word) => oneOf(word.trim(), FIGURE_FORMATS, "--format"));
	return [...new Set(formats)];
}
