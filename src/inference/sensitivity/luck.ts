/** Share of the variance of single runs that is luck and not parameters. */

import { mean, sampleVariance } from "simple-statistics";

/** The mean of every row over the lucks that have a value; NaN where none has. */
export function meansOverLucks(rows: readonly Float64Array[]): Float64Array {
	return Float64Array.from(rows, (row) => {
		const known = [...row].filter((value) => !Number.isNaN(value));
		return known.length === 0 ? Number.NaN : mean(known);
	});
}

/**
 * The share of the variance of single runs that is luck, by itself and with the inputs,
 * when all points share their K lucks. With E the mean square of what neither the mean of
 * a point nor that of a luck explains,
 *
 *     W = mean over points of the variance over lucks,  V = variance of the points' means − E / K
 *     share = W / (W + V),  V at least 0
 *
 * Source: components of variance in a two-way layout, e.g. Searle, Casella and McCulloch
 * (1992), Variance components, 4.3.
 *
 * @param rows one row a point drawn from the priors, one value a luck; a row with a NaN is left out
 * @returns 0 to 1; NaN with fewer than two lucks or points, or without variance
 */
export function luckShare(rows: readonly Float64Array[]): number {
	const whole = rows.filter((row) => !row.some(Number.isNaN));
	const lucks = whole[0]?.length ?? 0;
	if (lucks < 2 || whole.length < 2) return Number.NaN;
	const within = mean(whole.map((row) => sampleVariance([...row])));
	const points = whole.map((row) => mean([...row]));
	const between = sampleVariance(points) - unexplained(whole, points) / lucks;
	const all = within + Math.max(0, between);
	return all > 0 ? within / all : Number.NaN;
}

/** Mean square of the rest once the means of points and of lucks are taken out. */
function unexplained(
	rows: readonly Float64Array[],
	points: readonly number[],
): number {
	const lucks = rows[0]!.length;
	const columns = Array.from({ length: lucks }, (_, luck) =>
		mean(rows.map((row) => row[luck]!)),
	);
	const centre = mean([...points]);
	let squares = 0;
	rows.forEach((row, i) => {
		columns.forEach((column, luck) => {
			const left = row[luck]! - points[i]! - column + centre;
			squares += left * left;
		});
	});
	return squares / ((rows.length - 1) * (lucks - 1));
}
