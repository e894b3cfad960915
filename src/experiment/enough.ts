/** Stopping rule of a batch that runs until a mean is known to the precision asked for. */

import { meanInterval } from "../statistics/interval.ts";
import { sortSamples } from "../statistics/quantile.ts";

/** Replicates at the first look; each later look has twice as many. */
export const FIRST_LOOK = 250;

/** Precision asked of a batch, and the replicates at which it stops without it. */
export interface PrecisionAim {
	/** half-width of the 95 % interval of the mean over the mean, at most */
	readonly bound: number;
	/** replicates at most */
	readonly most: number;
}

/** Size and precision at which a batch stopped by itself. */
export interface Settled {
	readonly replicates: number;
	/** false when `most` came first */
	readonly reached: boolean;
	/** the widest half-width over the mean, of all columns */
	readonly precision: number;
}

/**
 * Half-width of the 95 % interval of a mean over the mean; 0 when every value is 0,
 * Infinity when there are too few to tell or the mean alone is 0.
 */
export function relativePrecision(values: Float64Array): number {
	const { value, low, high } = meanInterval(sortSamples(values));
	const half = (high - low) / 2;
	if (half === 0) return 0;
	const precision = half / Math.abs(value);
	return Number.isNaN(precision) ? Number.POSITIVE_INFINITY : precision;
}

/**
 * Looks at a batch after 250, 500, 1,000, … replicates, and nowhere between, until the
 * mean of every column is known well enough or the replicates are spent. Few looks keep
 * the interval honest: one that is watched all the time stops when it happens to be narrow.
 *
 * @param more columns of the replicates from one up to another; null when interrupted
 */
export async function settle(
	{ bound, most }: PrecisionAim,
	more: (from: number, to: number) => Promise<readonly Float64Array[] | null>,
): Promise<Settled | null> {
	let columns: readonly (readonly Float64Array[])[] = [];
	for (let from = 0, to = Math.min(FIRST_LOOK, most); ; ) {
		const added = await more(from, to);
		if (added === null) return null;
		columns = added.map((column, i) => [...(columns[i] ?? []), column]);
		const precision = Math.max(
			...columns.map((parts) => relativePrecision(joined(parts))),
		);
		const reached = precision <= bound;
		if (reached || to >= most) return { replicates: to, reached, precision };
		from = to;
		to = Math.min(most, 2 * to);
	}
}

function joined(parts: readonly Float64Array[]): Float64Array {
	const length = parts.reduce((sum, part) => sum + part.length, 0);
	const all = new Float64Array(length);
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
