/** A mean and its interval as the sample grows, to see whether enough has been run. */

import { CONFIDENCE, type Interval } from "./interval.ts";
import { studentTQuantile } from "./student-t.ts";

/** Number of values behind the first mean. */
const FIRST = 10;
/** Factor by which the number of values grows from one mean to the next. */
const RATIO = 1.15;

/** Mean of the first `n` values, with its interval. */
export interface RunningMean extends Interval {
	readonly n: number;
}

/**
 * Means of the first ten values, of about 15 % more, and so on to the mean of all, each with
 * its t interval. NaN does not count as a value.
 *
 *     mean_n = mean_{n−1} + (x_n − mean_{n−1}) / n
 *
 * Source: Welford (1962), Technometrics 4(3), for the squares
 */
export function runningMeans(values: Float64Array): readonly RunningMean[] {
	const known = values.filter((value) => !Number.isNaN(value));
	const means: RunningMean[] = [];
	let [mean, squares, next] = [0, 0, FIRST];
	known.forEach((value, i) => {
		const n = i + 1;
		const before = value - mean;
		mean += before / n;
		squares += before * (value - mean);
		if (n < next && n < known.length) return;
		if (n < FIRST) return;
		means.push(meanOf(n, mean, squares));
		next = Math.ceil(n * RATIO);
	});
	return means;
}

function meanOf(n: number, value: number, squares: number): RunningMean {
	const error = Math.sqrt(squares / (n - 1) / n);
	const reach = studentTQuantile(1 - (1 - CONFIDENCE) / 2, n - 1) * error;
	return { n, value, low: value - reach, high: value + reach, error };
}
