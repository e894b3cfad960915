/** Exceedance curve of one scenario: shares of runs above an amount, with their intervals. */

import type { MetricDefinition } from "../../market/record/record.ts";
import { shareInterval } from "../../statistics/interval.ts";
import { type SortedSamples, sortSamples } from "../../statistics/quantile.ts";
import { shownAs } from "../../words/amounts.ts";
import { eventOf } from "../../words/metrics.ts";
import { plotted } from "../../words/numbers.ts";
import type { ChartScenario } from "../chart.ts";
import type { Hue } from "../frame/theme.ts";

/** A point of an exceedance curve. */
export interface CurvePoint {
	/** amount, in the unit shown */
	readonly amount: number;
	/** share of runs above it, or in which the event has come by then, per cent, with its 95 % Wilson interval */
	readonly share: number;
	readonly low: number;
	readonly high: number;
}

/** The curve of a scenario. */
export interface Curve {
	readonly scenario: ChartScenario;
	readonly hue: Hue;
	readonly points: readonly CurvePoint[];
}

/**
 * A column as the curve counts it, in the unit shown, ascending: a run that waits for an
 * event for ever is above every amount; any other run without a value is left out.
 */
export function countedSamples(
	column: Float64Array,
	metric: MetricDefinition,
): SortedSamples {
	const { factor } = shownAs(metric);
	const isWait = eventOf(metric) !== null;
	return sortSamples(
		column.map((value) =>
			Number.isNaN(value) && isWait ? Number.POSITIVE_INFINITY : factor * value,
		),
	);
}

/** Number of samples above an amount, found by halving, as they are sorted. */
export function countAbove(samples: SortedSamples, amount: number): number {
	let [low, high] = [0, samples.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (samples[middle]! > amount) high = middle;
		else low = middle + 1;
	}
	return samples.length - low;
}

/** Runs that a curve counts: those above an amount or, for a wait, those in which it is over. */
export type Counted = "above" | "come";

/** Runs that the curve of a metric counts. */
export function countedOf(metric: MetricDefinition): Counted {
	return eventOf(metric) === null ? "above" : "come";
}

/** The point of the curve at an amount. */
export function pointAt(
	samples: SortedSamples,
	amount: number,
	counted: Counted,
): CurvePoint {
	const above = countAbove(samples, amount);
	const count = counted === "above" ? above : samples.length - above;
	const { value, low, high } = shareInterval(count, samples.length);
	return {
		amount: plotted(amount),
		share: plotted(100 * value),
		low: plotted(100 * low),
		high: plotted(100 * high),
	};
}

/**
 * The curve over ascending amounts. One of runs above ends where no run is left, unless it
 * is at zero from the start, when it runs along the axis.
 */
export function curvePoints(
	samples: SortedSamples,
	amounts: readonly number[],
	counted: Counted,
): readonly CurvePoint[] {
	if (samples.length === 0) return [];
	const points = amounts.map((amount) => pointAt(samples, amount, counted));
	if (counted === "come") return points;
	const end = points.findIndex(({ share }) => share === 0);
	return end <= 0 ? points : points.slice(0, end + 1);
}

/** Ends that the axis of shares may have, per cent. */
const TOPS = [5, 10, 20, 50, 100] as const;

/** The end of the axis of shares: as low as holds every interval, so that small chances can be read. */
export function topOfShares(curves: readonly Curve[]): number {
	const highest = Math.max(
		...curves.flatMap(({ points }) => points.map(({ high }) => high)),
	);
	return TOPS.find((top) => highest <= top) ?? 100;
}
