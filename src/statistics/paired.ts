/** Differences between two scenarios taken replicate by replicate, before any averaging. */

import {
	type Interval,
	meanInterval,
	quantileInterval,
	shareInterval,
} from "./interval.ts";
import { quantile, type SortedSamples, sortSamples } from "./quantile.ts";

/** Statistics of the differences within pairs: their middle, spread and sign. */
export interface PairedStatistics {
	/** pairs in which both have a value */
	readonly n: number;
	readonly mean: Interval;
	readonly median: Interval;
	readonly p05: number;
	readonly p95: number;
	/** share of pairs in which the other is lower than the base */
	readonly lower: Interval;
}

/** Subtracts base from other, pair by pair; NaN where either has nothing to report. */
export function pairedDifferences(
	base: Float64Array,
	other: Float64Array,
): Float64Array {
	if (base.length !== other.length)
		throw new RangeError(`${base.length} values against ${other.length}`);
	return base.map((value, i) => other[i]! - value);
}

function below(samples: SortedSamples, limit: number): number {
	let count = 0;
	while (count < samples.length && samples[count]! < limit) count += 1;
	return count;
}

/** Statistics of paired differences, with 95 % intervals. */
export function pairedStatistics(
	base: Float64Array,
	other: Float64Array,
): PairedStatistics {
	const differences = sortSamples(pairedDifferences(base, other));
	return {
		n: differences.length,
		mean: meanInterval(differences),
		median: quantileInterval(differences, 0.5),
		p05: quantile(differences, 0.05),
		p95: quantile(differences, 0.95),
		lower: shareInterval(below(differences, 0), differences.length),
	};
}
