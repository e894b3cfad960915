/** Rows of a record as the model answers them, and how well an answer fits. */

import type { RecordRow } from "../../calibration/priors/ensemble.ts";
import type { SeriesName } from "../../market/record/record.ts";
import { log } from "../../math.ts";
import type { Tick } from "../../quantities.ts";
import { normalCdf } from "../../statistics/normal.ts";
import { monthSpan } from "../record-file/months.ts";
import {
	RECORD_SERIES,
	type RecordSeries,
	type RecordSeriesName,
} from "../record-file/record-series.ts";

/** Standard deviation, in logs, by which the model may miss a figure beside the error of its source. Basis: assumed. */
const DISCREPANCY = 0.1;
/** Degrees of freedom of the errors: few, so that one wild figure does not rule. */
const FREEDOM = 4;

/** A row made ready to be held against a run. */
export interface Observation {
	readonly row: RecordRow;
	readonly series: RecordSeriesName;
	readonly rule: RecordSeries;
	readonly from: Tick;
	readonly to: Tick;
	/** natural log of the figure */
	readonly figure: number;
	/** standard deviation of figure and model together, logs */
	readonly deviation: number;
}

/** Makes a row ready. @throws {RangeError} when its series or months are none */
export function observationOf(row: RecordRow): Observation {
	const span = monthSpan(`${row.from}..${row.to}`);
	const rule = Object.hasOwn(RECORD_SERIES, row.series)
		? RECORD_SERIES[row.series as RecordSeriesName]
		: undefined;
	if (span === null || rule === undefined)
		throw new RangeError(
			`no row can be of ${row.series}, ${row.from} to ${row.to}`,
		);
	return {
		row,
		series: row.series as RecordSeriesName,
		rule,
		...span,
		figure: log(Math.max(rule.least, row.value)),
		deviation: Math.sqrt(row.sd * row.sd + DISCREPANCY * DISCREPANCY),
	};
}

type SeriesAt = (name: SeriesName, tick: Tick) => number;

/** Natural log of what a run gives for a row. */
export function answerOf(
	{ series, rule, from, to }: Observation,
	at: SeriesAt,
): number {
	let sum = 0;
	for (let tick = from; tick <= to; tick += 1) sum += at(series, tick);
	const value =
		rule.span === "sum"
			? sum
			: rule.span === "mean"
				? sum / (to + 1 - from)
				: at(series, to);
	return log(Math.max(rule.least, value));
}

/** Error of an answer in logs; none on the free side of a bound. */
function errorOf({ row, figure }: Observation, answer: number): number {
	const error = answer - figure;
	if (row.bound === "at least") return Math.min(0, error);
	if (row.bound === "at most") return Math.max(0, error);
	return error;
}

/**
 * Log likelihood of an answer, 0 for one without error, as a Student t of four degrees of freedom:
 *
 *     −(4 + 1)/2 · ln(1 + e² / (4 s²)),  s² = (the row's)² + 0.1²
 */
export function fitOf(observation: Observation, answer: number): number {
	const z = errorOf(observation, answer) / observation.deviation;
	return (-(FREEDOM + 1) / 2) * log(1 + (z * z) / FREEDOM);
}

/** Place of the figure among weighted answers, 0 to 1, the error of its source spread over it. */
export function placeOf(
	{ figure, deviation }: Observation,
	answers: readonly number[],
	weights: readonly number[],
): number {
	return answers.reduce(
		(sum, answer, i) =>
			sum + weights[i]! * normalCdf((figure - answer) / deviation),
		0,
	);
}
