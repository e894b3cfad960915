/** Quantile functions of the distributions: how a uniform number becomes a drawn one. */

import { exp, inverseNormal, log } from "../math.ts";
import type { Distribution } from "./distribution.ts";

/** Standard normal quantile of 0.95. */
const Z95 = 1.6448536269514722;

function logit(share: number): number {
	return log(share / (1 - share));
}

/** Normal quantile with one spread below the median and another above: exact at 5, 50 and 95 %. */
function splitNormal(
	u: number,
	median: number,
	p5: number,
	p95: number,
): number {
	const z = inverseNormal(u);
	return median + (z < 0 ? median - p5 : p95 - median) * (z / Z95);
}

function triangular(
	u: number,
	low: number,
	mode: number,
	high: number,
): number {
	const width = high - low;
	if (width === 0) return low;
	const turn = (mode - low) / width;
	return u < turn
		? low + Math.sqrt(u * width * (mode - low))
		: high - Math.sqrt((1 - u) * width * (high - mode));
}

/** The quantile of a distribution at u in (0, 1). */
export function inverseCdf(distribution: Distribution, u: number): number {
	switch (distribution.kind) {
		case "fixed":
			return distribution.value;
		case "uniform":
			return distribution.low + u * (distribution.high - distribution.low);
		case "triangular": {
			const { low, mode, high } = distribution;
			return triangular(u, low, mode, high);
		}
		case "lognormal": {
			const { median, p5, p95 } = distribution;
			return (
				median * exp(splitNormal(u, 0, log(p5 / median), log(p95 / median)))
			);
		}
		case "logitnormal": {
			const { median, p5, p95 } = distribution;
			const odds = exp(splitNormal(u, logit(median), logit(p5), logit(p95)));
			return odds / (1 + odds);
		}
	}
}

function inOrder(...values: readonly number[]): boolean {
	return values.every(
		(value, i) =>
			Number.isFinite(value) && (i === 0 || value >= values[i - 1]!),
	);
}

/** Says in words why a distribution cannot be drawn from; null when it can. */
export function checkDistribution(distribution: Distribution): string | null {
	switch (distribution.kind) {
		case "fixed":
			return Number.isFinite(distribution.value)
				? null
				: "a number must be finite";
		case "uniform":
			return inOrder(distribution.low, distribution.high)
				? null
				: "uniform needs two finite numbers, the lower first";
		case "triangular":
			return inOrder(distribution.low, distribution.mode, distribution.high)
				? null
				: "triangular needs lowest, likeliest and highest in order";
		case "lognormal":
			return distribution.p5 > 0 &&
				inOrder(distribution.p5, distribution.median, distribution.p95)
				? null
				: "lognormal needs 0 < p5 ≤ median ≤ p95";
		case "logitnormal":
			return distribution.p5 > 0 &&
				distribution.p95 < 1 &&
				inOrder(distribution.p5, distribution.median, distribution.p95)
				? null
				: "logitnormal needs 0 < p5 ≤ median ≤ p95 < 1";
	}
}
