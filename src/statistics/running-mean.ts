import { CONFIDENCE, type Interval } from "./interval.ts";
import { studentTQuantile } from "./student-t.ts";

/** Values before the first mean that is worth a look. */
const FIRST = 10;
/** From one look to the next, so many times as many values. */
const RATIO = 1.15;

/** A mean after so many values. */
export interface RunningMean extends Interval {
	readonly n: number;
}

/**
 * The mean of the first ten values with its t interval, and so on, each time of about 15 %
 * more values, to the mean of all. NaN is no value.
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
