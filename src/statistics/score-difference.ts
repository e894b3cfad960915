/** Mean difference of two forecasters' scores where their forecasts overlap in time. */

import { mean } from "simple-statistics";
import { CONFIDENCE, type Interval } from "./interval.ts";
import { studentTQuantile } from "./student-t.ts";

const UPPER = 1 - (1 - CONFIDENCE) / 2;

/**
 * Mean of score differences d whose forecasts overlap, m, with its 95 % interval:
 *
 *     var = Σ Σ k(|t − t'|) (d − m)(d' − m) / n²  · n / (n − 1),  k(s) = max(0, 1 − s / reach)
 *
 * and m ± t₍n−1₎ √var. Differences of the same month count as fully
 * dependent, those a `reach` or more apart as independent.
 *
 * @param times one a difference, months
 * @param reach months over which forecasts overlap: their horizon
 * @returns NaN bounds for fewer than two differences
 * Source: Diebold and Mariano (1995), JBES 13:253-263, with the kernel of Bartlett
 * and Student's t as in Harvey, Leybourne and Newbold (1997), IJF 13:281-291.
 */
export function scoreDifference(
	differences: readonly number[],
	times: readonly number[],
	reach: number,
): Interval {
	const n = differences.length;
	const value = n === 0 ? Number.NaN : mean([...differences]);
	if (n < 2)
		return { value, low: Number.NaN, high: Number.NaN, error: Number.NaN };
	let sum = 0;
	for (let i = 0; i < n; i += 1)
		for (let j = 0; j < n; j += 1) {
			const tie = Math.max(0, 1 - Math.abs(times[i]! - times[j]!) / reach);
			sum += tie * (differences[i]! - value) * (differences[j]! - value);
		}
	const error = Math.sqrt(Math.max(0, sum) / (n * (n - 1)));
	const half = studentTQuantile(UPPER, n - 1) * error;
	return { value, low: value - half, high: value + half, error };
}
