/** Student t with three degrees of freedom from a normal score, by inversion. */

import { exp } from "../../math.ts";

/** Score beyond which the table ends, and its steps. */
const END = 6;
const STEPS_PER_UNIT = 128;
/** Steps of the integration between two entries. */
const SUBSTEPS = 4;

const HALF_LOG_TWO_PI = 0.9189385332046727;
/** 2 / (π √3), the density of t(3) at 0. */
const T3_AT_ZERO = 0.3675525969478614;

/** dt/dξ where both have one place in their distributions: φ(ξ) / f(t). */
function slope(score: number, t: number): number {
	const spread = 1 + (t * t) / 3;
	return (
		(exp(-(score * score) / 2 - HALF_LOG_TWO_PI) * spread * spread) / T3_AT_ZERO
	);
}

/** One step of the classical Runge-Kutta rule. */
function step(score: number, t: number, h: number): number {
	const a = slope(score, t);
	const b = slope(score + h / 2, t + (h * a) / 2);
	const c = slope(score + h / 2, t + (h * b) / 2);
	const d = slope(score + h, t + h * c);
	return t + (h * (a + 2 * b + 2 * c + d)) / 6;
}

/** Quantiles of t(3) at the scores 0, 1/128, … 6. */
const TABLE = makeTable();

function makeTable(): Float64Array {
	const table = new Float64Array(END * STEPS_PER_UNIT + 1);
	const h = 1 / (STEPS_PER_UNIT * SUBSTEPS);
	let t = 0;
	for (let i = 1; i < table.length; i += 1) {
		for (let k = 0; k < SUBSTEPS; k += 1)
			t = step((i - 1) / STEPS_PER_UNIT + k * h, t, h);
		table[i] = t;
	}
	return table;
}

/** The quantile of t(3) at the place that a score has under the normal distribution. */
export function studentT3Of(score: number): number {
	const at = Math.min(END, Math.abs(score)) * STEPS_PER_UNIT;
	const low = Math.min(TABLE.length - 2, Math.floor(at));
	const t = TABLE[low]! + (at - low) * (TABLE[low + 1]! - TABLE[low]!);
	return score < 0 ? -t : t;
}
