/** Two simple forecasts that the model has to beat: a random walk and an autoregression. */

import { log, pow } from "../../math.ts";
import type { Tick } from "../../quantities.ts";
import type { Reading } from "../facts/readings.ts";

/** A normal forecast of the natural log of a price. */
export interface NormalForecast {
	readonly middle: number;
	readonly deviation: number;
}

/** A forecast from the readings up to the origin, whose own is the last, `horizon` months ahead. */
export type Benchmark = (
	known: readonly Reading[],
	horizon: number,
) => NormalForecast;

/** Step between two successive readings. */
interface Step {
	/** months between the two */
	readonly gap: number;
	readonly from: number;
	readonly to: number;
}

function stepsOf(known: readonly Reading[]): readonly Step[] {
	return known.slice(1).map(({ tick, price }, i) => {
		const before = known[i]!;
		return {
			gap: tick - before.tick,
			from: log(before.price),
			to: log(price),
		};
	});
}

const square = (x: number): number => x * x;

/** Readings up to the origin, its own included. */
export function knownAt(
	readings: readonly Reading[],
	origin: Tick,
): readonly Reading[] {
	return readings.filter(({ tick }) => tick <= origin);
}

/**
 * A random walk without drift in logs. The variance of a month is that which
 * fits best over steps of unequal length:
 *
 *     v = Σ (x' − x)² / gap / n,  forecast N(x, v · horizon)
 */
export const randomWalk: Benchmark = (known, horizon) => ({
	middle: log(known.at(-1)!.price),
	deviation: Math.sqrt(walkVariance(known) * horizon),
});

/** Variance of a month's change of the log price under a random walk, by successive readings. */
export function walkVariance(known: readonly Reading[]): number {
	const steps = stepsOf(known);
	let sum = 0;
	for (const { gap, from, to } of steps) sum += square(to - from) / gap;
	return sum / steps.length;
}

/** Least monthly persistence that is tried. */
const LEAST = 0.5;
const STEP = 0.005;
const TRIED = 100;

/** A fitted first-order autoregression about a level, by month. */
interface Autoregression {
	readonly persistence: number;
	readonly level: number;
	/** variance of a month's innovation */
	readonly variance: number;
	readonly likelihood: number;
}

/** Variance added over some months, in units of a month's innovation: Σ φ^(2i), i below `months`. */
function variancesAdded(persistence: number, months: number): number {
	return (1 - pow(persistence, 2 * months)) / (1 - square(persistence));
}

/** Fits level and variance under a given persistence, with the likelihood of the steps. */
function fitLevel(steps: readonly Step[], persistence: number): Autoregression {
	const terms = steps.map(({ gap, from, to }) => {
		const kept = pow(persistence, gap);
		const added = variancesAdded(persistence, gap);
		return { pull: 1 - kept, rest: to - kept * from, added };
	});
	let above = 0;
	let below = 0;
	for (const { pull, rest, added } of terms) {
		above += (pull * rest) / added;
		below += square(pull) / added;
	}
	const level = above / below;
	let squares = 0;
	let logs = 0;
	for (const { pull, rest, added } of terms) {
		squares += square(rest - pull * level) / added;
		logs += log(added);
	}
	const n = steps.length;
	return {
		persistence,
		level,
		variance: squares / (n - FITTED),
		likelihood: -(n * log(squares / n) + logs) / 2,
	};
}

/** Parameters that a fit takes from the data before its variance: level and persistence. */
const FITTED = 2;
/** Fewest readings up to an origin, its own included, to which an autoregression can be fitted. */
export const FEWEST_READINGS = FITTED + 2;

/**
 * A first-order autoregression in logs, fitted by likelihood over steps of
 * unequal length, given the first reading; the persistence φ of a month from
 * 0.5 to 0.995, the variance with n − 2:
 *
 *     x' = m + φ^gap (x − m) + e,  var e = s² (1 − φ^(2 gap)) / (1 − φ²)
 */
export const autoregression: Benchmark = (known, horizon) => {
	const steps = stepsOf(known);
	let best = fitLevel(steps, LEAST);
	for (let i = 1; i < TRIED; i += 1) {
		const tried = fitLevel(steps, LEAST + i * STEP);
		if (tried.likelihood > best.likelihood) best = tried;
	}
	const { persistence, level, variance } = best;
	const now = log(known.at(-1)!.price);
	return {
		middle: level + pow(persistence, horizon) * (now - level),
		deviation: Math.sqrt(variance * variancesAdded(persistence, horizon)),
	};
};
