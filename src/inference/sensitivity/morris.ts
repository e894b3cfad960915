/** Morris's method: elementary effects of inputs along random walks. */

import { mean, sampleStandardDeviation } from "simple-statistics";
import { questionKey } from "../../random/question.ts";
import { type Seed, Streams } from "../../random/streams.ts";
import type { Interval } from "../../statistics/interval.ts";
import { percentileInterval, resampleCounts } from "./bootstrap.ts";

/** Levels of Morris's grid, and the step of 2/3 of its width in levels. */
const LEVELS = 4;
const STEP = 2;

/** Points at which to run the model: walks on a grid that move each input once. */
export interface MorrisDesign {
	readonly trajectories: number;
	readonly dimensions: number;
	/** trajectories · (dimensions + 1) rows, walk after walk; coordinates inside (0, 1) */
	readonly points: readonly Float64Array[];
}

/** Elementary effects of one input, in units of the output over the input's whole range. */
export interface MorrisEffect {
	/** mean of the effects, with sign */
	readonly mu: number;
	/** mean of their magnitudes: effects of both signs do not cancel */
	readonly muStar: Interval;
	/** standard deviation of the effects (n − 1): above 0 for curvature or interaction */
	readonly sigma: number;
}

/**
 * Walks from a random point of a grid of four levels, each input moving once, in random
 * order, by two levels, upwards from the lower two and downwards from the upper two.
 *
 * Morris's levels 0, 1/3, 2/3, 1 are here the middles of four strata, 1/8, 3/8, 5/8, 7/8,
 * so that quantile functions without bounds stay finite; his step of 2/3 is 1/2.
 *
 * Source: Morris (1991), Technometrics 33:161-174.
 */
export function morrisDesign(
	trajectories: number,
	dimensions: number,
	seed: Seed,
): MorrisDesign {
	const points = Array.from({ length: trajectories }, (_, t) =>
		walk(dimensions, new Streams(seed, t)),
	);
	return { trajectories, dimensions, points: points.flat() };
}

function walk(dimensions: number, streams: Streams): readonly Float64Array[] {
	const start = questionKey("morris", "first level");
	const levels = Array.from({ length: dimensions }, (_, d) =>
		Math.floor(streams.uniform(start, d) * LEVELS),
	);
	const points = [Float64Array.from(levels, coordinate)];
	for (const d of orderOfMoves(dimensions, streams)) {
		levels[d]! += levels[d]! < LEVELS / 2 ? STEP : -STEP;
		points.push(Float64Array.from(levels, coordinate));
	}
	return points;
}

const coordinate = (level: number): number => (level + 0.5) / LEVELS;

function orderOfMoves(dimensions: number, streams: Streams): readonly number[] {
	const order = questionKey("morris", "order of moves");
	return Array.from({ length: dimensions }, (_, d) => ({
		d,
		key: streams.uniform(order, d),
	}))
		.sort((one, other) => one.key - other.key || one.d - other.d)
		.map(({ d }) => d);
}

/**
 * Effects of each input on the output, one elementary effect a walk:
 *
 *     effect = (f(after) − f(before)) / (x(after) − x(before))
 *
 * The interval of muStar is the percentile bootstrap over the walks.
 *
 * @param outputs one value a point of the design; an effect next to a NaN is left out
 * @param resamples how many times the effects are drawn anew
 * @returns one an input; NaN where no effect is left, sigma also where one is
 * @throws {RangeError} when there is not one output a point
 * Source: Morris (1991); muStar of Campolongo, Cariboni and Saltelli (2007), Environ.
 * Modell. Softw. 22:1509-1518.
 */
export function elementaryEffects(
	design: MorrisDesign,
	outputs: Float64Array,
	resamples: number,
	seed: Seed,
): readonly MorrisEffect[] {
	if (outputs.length !== design.points.length)
		throw new RangeError(
			`outputs are ${outputs.length}; expected one a point, ${design.points.length}`,
		);
	const streams = new Streams(seed, 0);
	return effectsByInput(design, outputs).map((effects) => ({
		mu: effects.length === 0 ? Number.NaN : mean(effects),
		muStar: meanMagnitude(effects.map(Math.abs), resamples, streams),
		sigma: effects.length < 2 ? Number.NaN : sampleStandardDeviation(effects),
	}));
}

/** The effects of each input, one a walk, without those that are NaN. */
function effectsByInput(
	{ dimensions, points }: MorrisDesign,
	outputs: Float64Array,
): readonly number[][] {
	const effects = Array.from({ length: dimensions }, (): number[] => []);
	for (let row = 1; row < points.length; row += 1) {
		if (row % (dimensions + 1) === 0) continue;
		const before = points[row - 1]!;
		const moved = points[row]!.findIndex((x, d) => x !== before[d]);
		const effect =
			(outputs[row]! - outputs[row - 1]!) /
			(points[row]![moved]! - before[moved]!);
		if (!Number.isNaN(effect)) effects[moved]!.push(effect);
	}
	return effects;
}

function meanMagnitude(
	magnitudes: readonly number[],
	resamples: number,
	streams: Streams,
): Interval {
	const n = magnitudes.length;
	const drawn = Array.from({ length: resamples }, (_, k) => {
		const counts = resampleCounts(n, k, streams);
		return magnitudes.reduce((sum, x, i) => sum + x * counts[i]!, 0) / n;
	});
	return percentileInterval(
		n === 0 ? Number.NaN : mean([...magnitudes]),
		drawn,
	);
}
