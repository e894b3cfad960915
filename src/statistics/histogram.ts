/** Quantiles of a stream of values in bounded memory, from bins that never move. */

import { exp, log } from "../math.ts";
import { checkLevel } from "./quantile.ts";

/** Values up to here count as zero. */
const SMALLEST = 1e-6;
/** Log distance of two edges; a value read from its bin errs by at most half of it. */
const STEP = 0.001;
/** Values from here on share the last bin. */
const LARGEST = 1e9;
const LAST_BIN = Math.ceil(log(LARGEST / SMALLEST) / STEP);

/** Bins in a page; pages are made when needed, since the values of one month fill few bins. */
const PAGE = 512;
const PAGES = Math.ceil((LAST_BIN + 1) / PAGE);

/** Words in which a manifest describes quantiles taken from histograms. */
export const HISTOGRAM_WORDS = `R-7 on histograms with fixed edges, a tenth of a per cent apart from ${SMALLEST} to ${LARGEST}; zero has a bin of its own`;

/**
 * Bin of a value that is not negative: 0 for zero, then equal steps of its logarithm.
 * Negative values and NaN have no bin: the caller leaves them out.
 */
export function binOf(value: number): number {
	if (!(value > SMALLEST)) return 0;
	return Math.min(LAST_BIN, 1 + Math.floor(log(value / SMALLEST) / STEP));
}

/** The middle of a bin, in logs. */
function middleOf(bin: number): number {
	return bin === 0 ? 0 : SMALLEST * exp((bin - 0.5) * STEP);
}

/**
 * Quantiles of any number of values in bounded memory: counts in bins with
 * fixed edges, so that the order in which values come does not matter.
 * Relative error below 0.05 % for values from 1e-6 to 1e9; smaller ones become 0,
 * larger ones 1e9.
 */
export class HistogramQuantiles {
	/** counts of PAGE bins each, made when the first value falls among them */
	private readonly pages: (Uint32Array | undefined)[] = new Array(PAGES);
	private total = 0;

	/** Counts a value by its bin. */
	add(bin: number): void {
		const page = Math.floor(bin / PAGE);
		let counts = this.pages[page];
		if (counts === undefined) {
			counts = new Uint32Array(PAGE);
			this.pages[page] = counts;
		}
		counts[bin % PAGE]! += 1;
		this.total += 1;
	}

	/** Number of values counted. */
	get count(): number {
		return this.total;
	}

	/**
	 * The p-quantile by R-7 on the middles of bins; NaN when nothing was counted.
	 *
	 * @throws {RangeError} when p is outside 0 to 1
	 */
	quantile(p: number): number {
		checkLevel(p);
		if (this.total === 0) return Number.NaN;
		const h = (this.total - 1) * p;
		const below = Math.floor(h);
		const low = this.ordered(below);
		const high = h > below ? this.ordered(below + 1) : low;
		return low + (h - below) * (high - low);
	}

	/** The middle of the bin that holds the order statistic of a rank from 0. */
	private ordered(rank: number): number {
		let seen = 0;
		for (let page = 0; page < PAGES; page += 1) {
			const counts = this.pages[page];
			if (counts === undefined) continue;
			for (let bin = 0; bin < PAGE; bin += 1) {
				seen += counts[bin]!;
				if (seen > rank) return middleOf(page * PAGE + bin);
			}
		}
		throw new RangeError(`rank ${rank} of ${this.total} values`);
	}
}
