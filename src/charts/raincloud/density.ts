/** Density curve of samples, smoothed for the eye. */

import {
	interquartileRange,
	kernelDensityEstimation,
	sampleSkewness,
	sampleStandardDeviation,
} from "simple-statistics";
import { exp, log, pow } from "../../math.ts";
import { quantile, type SortedSamples } from "../../statistics/quantile.ts";

/** A point of a density curve: a value, and its height over the curve's highest, 0 to 1. */
export interface DensityPoint {
	readonly value: number;
	readonly height: number;
}

/** Points of a curve. */
const POINTS = 161;
/** Fewer samples than this have no shape. */
const FEWEST = 10;
/** Samples that a curve is made from; more add cost, not shape. */
const MOST_SAMPLES = 1000;
/** A curve goes on beyond the samples for this many bandwidths. */
const REACH = 2.5;
/** Skewness from which positive samples are smoothed as logarithms. */
const SKEWED = 1;

/** Values to smooth on another scale, and back. */
interface Scale {
	readonly to: (value: number) => number;
	readonly from: (value: number) => number;
	/** derivative of `to`: turns a density on the scale into one of the value */
	readonly slope: (value: number) => number;
}

const LINEAR: Scale = { to: (x) => x, from: (x) => x, slope: () => 1 };
const LOGARITHMIC: Scale = { to: log, from: exp, slope: (x) => 1 / x };

/**
 * A smoothed density of samples: a Gaussian kernel, over logarithms when the samples are positive and skewed, so that a long tail neither
 * flattens the peak nor spills below zero; with reflection at 0 when none is negative.
 * Nothing from fewer than ten samples, and nothing when all are equal.
 *
 * @param onLogAxis height per unit of logarithm, as a logarithmic axis needs it
 */
export function densityOf(
	samples: SortedSamples,
	onLogAxis: boolean,
): readonly DensityPoint[] {
	const [low, high] = [samples[0] ?? 0, samples.at(-1) ?? 0];
	if (samples.length < FEWEST || low === high) return [];
	const thinned = thin(samples);
	const isLog = low > 0 && (onLogAxis || sampleSkewness(thinned) > SKEWED);
	const scale = isLog ? LOGARITHMIC : LINEAR;
	const scaled = thinned.map(scale.to);
	const width = bandwidth(scaled);
	const isFolded = !isLog && low >= 0;
	const at = estimator(scaled, width, isFolded);
	const first = scale.to(low) - REACH * width;
	const from = isFolded ? Math.max(0, first) : first;
	const to = scale.to(high) + REACH * width;
	const points = Array.from({ length: POINTS }, (_, i) => {
		const place = from + ((to - from) * i) / (POINTS - 1);
		const value = scale.from(place);
		const height = at(place) * (onLogAxis ? 1 : scale.slope(value));
		return { value, height };
	});
	const highest = Math.max(...points.map(({ height }) => height));
	return points.map(({ value, height }) => ({
		value,
		height: height / highest,
	}));
}

/** Evenly spaced quantiles stand for a sample that is larger than needed. */
function thin(samples: SortedSamples): number[] {
	if (samples.length <= MOST_SAMPLES) return Array.from(samples);
	return Array.from({ length: MOST_SAMPLES }, (_, i) =>
		quantile(samples, (i + 0.5) / MOST_SAMPLES),
	);
}

/** The density at a point; what would lie below 0 is folded back when `isFolded`. */
function estimator(
	samples: number[],
	width: number,
	isFolded: boolean,
): (x: number) => number {
	const density = kernelDensityEstimation(samples, "gaussian", width);
	return isFolded ? (x) => density(x) + density(-x) : density;
}

/**
 * Width of the kernel, from the smaller of standard deviation and quartile range, unless
 * half of the samples are equal:
 *
 *     1.06 · min(s, IQR / 1.34) · n^(−1/5)
 *
 * Source: Silverman (1986), Density estimation, equations 3.28 and 3.30
 */
function bandwidth(samples: number[]): number {
	const deviation = sampleStandardDeviation(samples);
	const quartiles = interquartileRange(samples) / 1.34;
	const spread = quartiles > 0 ? Math.min(deviation, quartiles) : deviation;
	return 1.06 * spread * pow(samples.length, -1 / 5);
}
