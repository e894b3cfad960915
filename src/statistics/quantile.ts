/** Sorted samples and their quantiles, by the default estimator of R and NumPy. */

declare const sorted: unique symbol;

/** Samples in ascending order, without NaN; only `sortSamples` grants it. */
export type SortedSamples = Float64Array & { readonly [sorted]: true };

/** Sorts a copy of the samples and leaves NaN (nothing to report) out: it sorts last. */
export function sortSamples(samples: ArrayLike<number>): SortedSamples {
	const all = new Float64Array(samples).sort();
	let end = all.length;
	while (end > 0 && Number.isNaN(all[end - 1])) end -= 1;
	return all.subarray(0, end) as SortedSamples;
}

/** Checks a quantile level. @throws {RangeError} when it is outside 0 to 1 */
export function checkLevel(p: number): void {
	if (!(p >= 0 && p <= 1))
		throw new RangeError(`quantile level is ${p}; it must be from 0 to 1`);
}

/**
 * The p-quantile of sorted samples by estimator R-7, the default of R and NumPy:
 *
 *     h = (n − 1) p,  q = x[⌊h⌋] + (h − ⌊h⌋) (x[⌊h⌋ + 1] − x[⌊h⌋])
 *
 * @param p 0 to 1
 * @returns NaN without samples
 * @throws {RangeError} when p is outside 0 to 1
 * Source: Hyndman and Fan (1996), Sample quantiles in statistical packages, definition 7.
 */
export function quantile(samples: SortedSamples, p: number): number {
	checkLevel(p);
	if (samples.length === 0) return Number.NaN;
	const h = (samples.length - 1) * p;
	const below = Math.floor(h);
	const low = samples[below]!;
	const high = samples[Math.min(below + 1, samples.length - 1)]!;
	return low === high ? low : low + (h - below) * (high - low);
}
