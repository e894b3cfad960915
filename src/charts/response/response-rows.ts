/** Numbers of a sweep: paired changes from its first point, and tests for flat or clear ones. */

import type { SweepPlan } from "../../experiment/design.ts";
import {
	isClear as isSided,
	type Verdict,
	verdictOf,
} from "../../experiment/verdict.ts";
import type { MetricDefinition } from "../../market/record/record.ts";
import { meanInterval } from "../../statistics/interval.ts";
import { pairedStatistics } from "../../statistics/paired.ts";
import { sortSamples } from "../../statistics/quantile.ts";
import { labelWithUnit, POINTS, shownDifference } from "../../words/amounts.ts";
import { eventOf } from "../../words/metrics.ts";
import { plotted } from "../../words/numbers.ts";
import type { ChartInput } from "../chart.ts";
import { ChartError } from "../chart-error.ts";

/** One point of a response curve: the change from the first point, in the unit shown. */
export interface ResponsePoint {
	/** the varied value, or its place in the list where values are no numbers */
	readonly at: number;
	readonly label: string;
	readonly verdict: Verdict;
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

/** Answer of one measure to the varied value. */
export interface ResponseCurve {
	readonly metric: MetricDefinition;
	/** the measure with its unit */
	readonly label: string;
	readonly unit: string;
	readonly suffix: string;
	/** its level at the first point, in the unit shown */
	readonly level: number;
	readonly points: readonly ResponsePoint[];
}

/** The sweep of a chart, when it varies one path. @throws {ChartError} */
export function sweepOf({ design }: ChartInput): SweepPlan {
	if (design?.kind !== "sweep")
		throw new ChartError("these results are of no sweep");
	if (design.axes.length > 1)
		throw new ChartError(
			`a response curve shows one varied path; this sweep has ${design.axes.length}, see sweep.csv`,
		);
	if (design.points.length < 2)
		throw new ChartError("a response curve needs two points");
	return design;
}

/** Statistic of a measure: the chance of its event where it waits for one, else its mean. */
function takenOf(metric: MetricDefinition) {
	const event = eventOf(metric);
	if (event === null)
		return {
			...shownDifference(metric),
			label: labelWithUnit(metric),
			take: null,
		};
	return {
		...POINTS,
		label: `Chance that ${event}, %`,
		take: (value: number) => (Number.isNaN(value) ? 0 : 1),
	};
}

/** The answer of a measure along a sweep: paired changes from its first point. */
export function responseCurve(
	metric: MetricDefinition,
	{ points }: SweepPlan,
	{ runs }: ChartInput,
): ResponseCurve {
	const { factor, unit, suffix, label, take } = takenOf(metric);
	const columnOf = (scenario: string) => {
		const values = runs.column(scenario, metric.name);
		return take === null ? values : values.map(take);
	};
	const first = columnOf(points[0]!.scenario);
	const isNumeric = points.every(({ values: [x] }) => typeof x === "number");
	const shown = (value: number) =>
		Number.isNaN(value) ? 0 : plotted(factor * value);
	return {
		metric,
		label,
		unit,
		suffix,
		level: factor * meanInterval(sortSamples(first)).value,
		points: points.map(({ scenario, values: [x = ""] }, i) => {
			const { n, mean } = pairedStatistics(first, columnOf(scenario));
			const { value, low, high } = mean;
			return {
				verdict: verdictOf({ n, mean }),
				at: isNumeric ? Number(x) : i,
				label: String(x),
				value: shown(value),
				low: shown(low),
				high: shown(high),
			};
		}),
	};
}

/** True when a measure is the same at every point, in every run. */
export function isFlat({ points }: ResponseCurve): boolean {
	return points.every(({ low, high }) => low === 0 && high === 0);
}

/** True when the change from the first point is clearly up or clearly down. */
export const isClearAt = ({ verdict }: ResponsePoint): boolean =>
	isSided(verdict);

/** True when a measure changes clearly at some point. */
export const isClear = ({ points }: ResponseCurve): boolean =>
	points.some(isClearAt);

/** `shocks.refinery.capacity` reads `refinery capacity`. */
export function pathInWords(path: string): string {
	return path.replace(/^(shocks|parameters)\./, "").replaceAll(/[.-]/g, " ");
}
