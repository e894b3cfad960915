/** Shared parts of the charts that judge forecasts: input, scores and horizons in words. */

import type { Horizon } from "../../inference/forecasts/forecast-pairs.ts";
import type { Score } from "../../inference/forecasts/scores.ts";
import type { Validation } from "../../inference/validation/validation.ts";
import type { ChartContext, ChartDraft } from "../chart.ts";

/** A chart of forecasts: its kind is none of those that a results folder has. */
export type ForecastChart = Omit<ChartDraft, "kind"> & {
	readonly kind: "scores" | "places" | "blind" | "nowcast";
};

/** Validation whose forecasts are drawn, and the origin of its numbers. */
export interface ForecastChartInput {
	readonly context: ChartContext;
	readonly validation: Validation;
}

/** The score of a forecaster at a horizon, both markets together. */
export function scoreAt(
	{ scores }: Validation,
	forecaster: string,
	horizon: Horizon,
): Score {
	const found = scores.find(
		(score) =>
			score.forecaster === forecaster &&
			score.horizon === horizon &&
			score.market === "both",
	);
	if (found === undefined)
		throw new RangeError(`no score of ${forecaster} at ${horizon} months`);
	return found;
}

/** `1 month`, `3 months`. */
export function monthsInWords(horizon: Horizon): string {
	return horizon === 1 ? "1 month" : `${horizon} months`;
}
