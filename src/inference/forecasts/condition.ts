/** Weights of replicates by how closely their prices followed the record up to a month. */

import { exp, log } from "../../math.ts";
import type { Tick } from "../../quantities.ts";
import { effectiveSize } from "../calibration/tempering.ts";
import type { QuotedMarket, Reading } from "../facts/readings.ts";

/** Months before an origin whose quotes weigh the members. */
const MEMORY = 24;
/** Least width of the kernel, logs. */
const NARROWEST = 0.05;
/** Factor by which the kernel is widened until enough members count. */
const WIDENING = 1.1;
/** Share of all members that the weighted ones must be worth. */
const WORTH = 0.1;

/** A month of the record against which members are weighed. */
interface Known {
	readonly market: QuotedMarket;
	readonly tick: Tick;
	/** natural log of the price */
	readonly price: number;
}

/** Weights of members by how near they came to the record before an origin. */
export interface Conditioning {
	/** weight of each member; they sum to 1 */
	readonly weights: readonly number[];
	/** width of the kernel, logs */
	readonly width: number;
	/** number of equal members that the weighted ones are worth */
	readonly effective: number;
	/** months with a reading in either market that were compared */
	readonly months: number;
}

/** Readings of both markets in the months up to an origin. */
function knownBefore(
	origin: Tick,
	readings: Readonly<Record<QuotedMarket, readonly Reading[]>>,
): readonly Known[] {
	return Object.entries(readings).flatMap(([market, all]) =>
		all
			.filter(
				({ tick }) => tick >= 0 && tick <= origin && tick > origin - MEMORY,
			)
			.map(({ tick, price }) => ({
				market: market as QuotedMarket,
				tick,
				price: log(price),
			})),
	);
}

/** Mean of squared log errors of a member over known months. */
function distanceOf(
	priceOf: (market: QuotedMarket, tick: Tick) => number,
	known: readonly Known[],
): number {
	let sum = 0;
	for (const { market, tick, price } of known) {
		const error = log(priceOf(market, tick)) - price;
		sum += error * error;
	}
	return sum / known.length;
}

/** Weights by a kernel, scaled to the nearest member, so that they never all vanish. */
function weigh(distances: readonly number[], width: number): readonly number[] {
	const nearest = distances.reduce((a, b) => Math.min(a, b));
	const raw = distances.map((distance) =>
		exp(-(distance - nearest) / (2 * width * width)),
	);
	const sum = raw.reduce((total, weight) => total + weight, 0);
	return raw.map((weight) => weight / sum);
}

/**
 * Weighs members by their path up to an origin:
 *
 *     w = exp(−d / 2h²),  d = mean of (ln simulated − ln quoted)²
 *
 * over the quoted months of both markets in the 24 months up to the origin.
 * The width h is 0.05, widened by a tenth at a time until the members are worth
 * a tenth of their number.
 */
export function conditionOn(
	origin: Tick,
	readings: Readonly<Record<QuotedMarket, readonly Reading[]>>,
	members: readonly ((market: QuotedMarket, tick: Tick) => number)[],
): Conditioning {
	const known = knownBefore(origin, readings);
	if (known.length === 0 || members.length === 0)
		throw new RangeError(`nothing to weigh members by before tick ${origin}`);
	const distances = members.map((priceOf) => distanceOf(priceOf, known));
	let width = NARROWEST;
	let weights = weigh(distances, width);
	while (effectiveSize(weights) < WORTH * members.length) {
		width *= WIDENING;
		weights = weigh(distances, width);
	}
	return {
		weights,
		width,
		effective: effectiveSize(weights),
		months: known.length,
	};
}
