/** Sparklines: a series of numbers as one line of bars. */

const BARS = "▁▂▃▄▅▆▇█";

/** The least and the greatest value that a line of bars can show. */
export interface Span {
	readonly low: number;
	readonly high: number;
}

/** The span of several series together, so that their lines can be compared. */
export function spanOf(series: readonly ArrayLike<number>[]): Span {
	const all = series.flatMap((values) => Array.from(values));
	return { low: least(all), high: -least(all.map((value) => -value)) };
}

function least(values: readonly number[]): number {
	return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

/**
 * A line of bars for a series, each the mean of an equal part of it.
 *
 * @param width number of bars, at most the number of values
 */
export function sparkline(
	values: ArrayLike<number>,
	width: number,
	{ low, high }: Span,
): string {
	const count = Math.min(width, values.length);
	const cut = (part: number) => Math.floor((part * values.length) / count);
	return Array.from({ length: count }, (_, i) => {
		const part = Array.from(values).slice(cut(i), cut(i + 1));
		const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
		return barAt(high > low ? (mean - low) / (high - low) : 0);
	}).join("");
}

/** The bar of a height from 0 to 1. */
function barAt(height: number): string {
	const step = Math.floor(height * BARS.length);
	return BARS.charAt(Math.max(0, Math.min(BARS.length - 1, step)));
}
