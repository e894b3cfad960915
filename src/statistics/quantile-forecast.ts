/** Scores of a forecast that is known by some of its quantiles. */

/** A forecast by quantiles: levels in (0, 1) and values, both ascending, at least two of each. */
export interface QuantileForecast {
	readonly levels: readonly number[];
	readonly values: readonly number[];
}

/** Corners of the distribution: linear between quantiles, each tail as steep as the piece beside it. */
function cornersOf({
	levels,
	values,
}: QuantileForecast): readonly (readonly [value: number, level: number])[] {
	const last = levels.length - 1;
	const [l0, l1, v0, v1] = [levels[0]!, levels[1]!, values[0]!, values[1]!];
	const [k0, k1] = [levels[last - 1]!, levels[last]!];
	const [w0, w1] = [values[last - 1]!, values[last]!];
	return [
		[v0 - (l0 * (v1 - v0)) / (l1 - l0), 0],
		...levels.map((level, i) => [values[i]!, level] as const),
		[w1 + ((1 - k1) * (w1 - w0)) / (k1 - k0), 1],
	];
}

/** Integral of a linear function's square over a width, from its values at the ends. */
function squareOf(from: number, to: number, width: number): number {
	return (width * (from * from + from * to + to * to)) / 3;
}

/** Place of an outcome in the forecast, 0 to 1. */
export function pitOfQuantiles(
	forecast: QuantileForecast,
	came: number,
): number {
	const corners = cornersOf(forecast);
	if (came <= corners[0]![0]) return 0;
	for (let i = 1; i < corners.length; i += 1) {
		const [from, low] = corners[i - 1]!;
		const [to, high] = corners[i]!;
		if (came < to) return low + ((high - low) * (came - from)) / (to - from);
	}
	return 1;
}

/**
 * The continuous ranked probability score of a forecast by quantiles and an outcome y, in the unit of its values:
 *
 *     ∫ (F(x) − 1{x ≥ y})² dx,  F linear between the quantiles
 *
 * Source: Gneiting and Raftery (2007), JASA 102:359-378.
 */
export function crpsOfQuantiles(
	forecast: QuantileForecast,
	came: number,
): number {
	const corners = cornersOf(forecast);
	const place = pitOfQuantiles(forecast, came);
	const first = corners[0]![0];
	const last = corners.at(-1)![0];
	let score = Math.max(0, first - came) + Math.max(0, came - last);
	for (let i = 1; i < corners.length; i += 1) {
		const [from, low] = corners[i - 1]!;
		const [to, high] = corners[i]!;
		if (came <= from) score += squareOf(1 - low, 1 - high, to - from);
		else if (came >= to) score += squareOf(low, high, to - from);
		else
			score +=
				squareOf(low, place, came - from) +
				squareOf(1 - place, 1 - high, to - came);
	}
	return score;
}
