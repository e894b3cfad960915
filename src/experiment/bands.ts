/** Bands made one column at a time: each quantile level by month, then the mean. */

import { BAND_LEVELS, type BandColumn, type Bands } from "./tables.ts";

/** Columns of a band table, in the order of files: quantiles, then the mean. */
export const BAND_COLUMNS: readonly BandColumn[] = [
	...BAND_LEVELS.map(([name]) => name),
	"mean",
];

/** Bands with each column from its maker. */
export function bandsFrom(make: (column: BandColumn) => Float64Array): Bands {
	return {
		p025: make("p025"),
		p05: make("p05"),
		p10: make("p10"),
		p25: make("p25"),
		p50: make("p50"),
		p75: make("p75"),
		p90: make("p90"),
		p95: make("p95"),
		p975: make("p975"),
		mean: make("mean"),
	};
}

/** Bands from a quantile function, one value a month, and the means. */
export function bandsBy(
	quantiles: (p: number) => Float64Array,
	mean: Float64Array,
): Bands {
	const levels = new Map<BandColumn, number>(BAND_LEVELS);
	return bandsFrom((column) => {
		const level = levels.get(column);
		return level === undefined ? mean : quantiles(level);
	});
}
