/** Account of a calibration: what the record taught of each number, and which it ties together. */

import { sampleCorrelation } from "simple-statistics";
import type {
	DrawNumbers,
	WeightedDraw,
} from "../../calibration/priors/past-draw.ts";
import { RECORD_PRIORS } from "../../calibration/priors/record-priors.ts";
import { inverseCdf } from "../../random/draw.ts";
import {
	type Weighted,
	weightedQuantile,
} from "../../statistics/weighted-quantile.ts";
import type { Calibration } from "./calibrate.ts";
import { FREE_NUMBERS, type FreeNumber } from "./free-numbers.ts";
import { pastOf } from "./particle.ts";

/** Quantile levels at which a free number is reported. */
const LEVELS = [0.005, 0.1, 0.5, 0.9, 0.995] as const;

/** One free number before and after the record. */
export interface Portrait {
	readonly name: string;
	/** unit; `rank` for sizes of past events, which are given by their rank under the prior */
	readonly unit: string;
	/** 10, 50 and 90 % points of the prior */
	readonly prior: readonly number[];
	/** 0.5, 10, 50, 90 and 99.5 % points of the posterior */
	readonly posterior: readonly number[];
	/** 1 − spread of the posterior over that of the prior, in normal scores */
	readonly contraction: number;
	/** mean of the posterior in normal scores: 0 under the prior */
	readonly shift: number;
}

/** Two free numbers that are correlated under the posterior. */
export interface Ridge {
	readonly pair: readonly [string, string];
	readonly correlation: number;
}

/** The particles of a calibration as a list of weighted draws, those without weight left out. */
export function drawsOf({ particles, weights }: Calibration): WeightedDraw[] {
	return particles.flatMap((particle, i) => {
		const weight = weights[i] as number;
		return weight > 0 ? [{ ...pastOf(particle), weight }] : [];
	});
}

/** Numbers of a draw with its weight, whatever became of its luck. */
type WeightedNumbers = DrawNumbers & { readonly weight: number };

/** Value of a free number in a draw: in its own unit, or the rank of a size. */
function freeValue(draw: DrawNumbers, { kind, at }: FreeNumber): number {
	return (kind === "size" ? draw.sizes[at] : draw.values[at]) as number;
}

/** Quantiles of one free number over weighted draws, at the levels of a portrait. */
export function quantilesOf(
	draws: readonly WeightedNumbers[],
	free: FreeNumber,
): readonly number[] {
	const values = draws.map(
		(draw): Weighted => ({ value: freeValue(draw, free), weight: draw.weight }),
	);
	return LEVELS.map((p) => weightedQuantile(values, p));
}

function momentsOf(values: readonly Weighted[]): {
	readonly mean: number;
	readonly spread: number;
} {
	const mean = values.reduce((sum, v) => sum + v.weight * v.value, 0);
	const variance = values.reduce(
		(sum, { weight, value }) => sum + weight * (value - mean) * (value - mean),
		0,
	);
	return { mean, spread: Math.sqrt(variance) };
}

function priorQuantiles({ kind, at }: FreeNumber): readonly number[] {
	const levels = [0.1, 0.5, 0.9];
	const row = RECORD_PRIORS[at];
	return kind === "size" || row === undefined
		? levels
		: levels.map((p) => inverseCdf(row.distribution, p));
}

/** Compares every free number before and after the record. */
export function portraitsOf(found: Calibration): readonly Portrait[] {
	const draws = drawsOf(found);
	return FREE_NUMBERS.map((free, p) => {
		const { mean, spread } = momentsOf(
			found.particles.map(({ scores }, i) => ({
				value: scores[p] as number,
				weight: found.weights[i] as number,
			})),
		);
		return {
			name: free.name,
			unit:
				free.kind === "size" ? "rank" : (RECORD_PRIORS[free.at]?.unit ?? ""),
			prior: priorQuantiles(free),
			posterior: quantilesOf(draws, free),
			contraction: 1 - spread,
			shift: mean,
		};
	});
}

/** Standard errors by which a spread or mean must differ from the prior's to count. */
const TELLING = 3;

/**
 * True for each number of which the record told something: its spread shrank, or its mean
 * moved, by more than the dummy's and by more than three standard errors.
 *
 * @param effective equal draws that the posterior's weighted ones are worth
 */
export function toldNumbers(
	portraits: readonly Portrait[],
	effective: number,
): readonly boolean[] {
	const dummy = portraits.find(({ name }) => name === "dummy");
	const shrunk = Math.max(
		Math.abs(dummy?.contraction ?? 0),
		TELLING / Math.sqrt(2 * effective),
	);
	const moved = Math.max(
		Math.abs(dummy?.shift ?? 0),
		TELLING / Math.sqrt(effective),
	);
	return portraits.map(
		({ contraction, shift }) => contraction > shrunk || Math.abs(shift) > moved,
	);
}

/**
 * Finds pairs of free numbers whose correlation over the particles is stronger than the
 * strongest of the dummy with any number, which is the noise floor.
 */
export function ridgesOf({ particles }: Calibration): {
	readonly floor: number;
	readonly ridges: readonly Ridge[];
} {
	const columns = FREE_NUMBERS.map((_, p) =>
		particles.map(({ scores }) => scores[p] as number),
	);
	const dummy = FREE_NUMBERS.findIndex(({ name }) => name === "dummy");
	const between = (a: number, b: number): number =>
		sampleCorrelation(columns[a] as number[], columns[b] as number[]);
	const others = FREE_NUMBERS.map((_, p) => p).filter((p) => p !== dummy);
	const floor = Math.max(...others.map((p) => Math.abs(between(dummy, p))));
	const ridges = FREE_NUMBERS.flatMap((a, i) =>
		FREE_NUMBERS.slice(0, i).flatMap((b, j): readonly Ridge[] => {
			const correlation = between(i, j);
			return Math.abs(correlation) > floor
				? [{ pair: [b.name, a.name], correlation }]
				: [];
		}),
	);
	return {
		floor,
		ridges: ridges.sort(
			(a, b) => Math.abs(b.correlation) - Math.abs(a.correlation),
		),
	};
}

/** A free number whose kept median lies outside the 99 % interval of this calibration. */
export interface Disagreement {
	readonly name: string;
	readonly kept: number;
	readonly low: number;
	readonly high: number;
}

/** Finds the numbers whose median in another list of draws lies outside these 99 % intervals. */
export function disagreements(
	portraits: readonly Portrait[],
	kept: readonly WeightedNumbers[],
): readonly Disagreement[] {
	return FREE_NUMBERS.flatMap((free, p): readonly Disagreement[] => {
		const median = quantilesOf(kept, free)[2] as number;
		const low = portraits[p]?.posterior[0] as number;
		const high = portraits[p]?.posterior[4] as number;
		return median < low || median > high
			? [{ name: free.name, kept: median, low, high }]
			: [];
	});
}
