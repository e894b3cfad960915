/** Horizontal axis of a metric, linear or logarithmic by the spread of its samples. */

import { exp, log } from "../../math.ts";
import { quantile, type SortedSamples } from "../../statistics/quantile.ts";
import { roundDomain } from "./scale.ts";

/** The axis of a metric, in the unit shown. */
export interface ValueAxis {
	readonly domain: readonly [number, number];
	readonly isLog: boolean;
	/** px */
	readonly width: number;
	/** true when values lie beyond its upper end */
	readonly isCut: boolean;
}

/** Values that differ by more than this factor, all of them positive, need a logarithmic axis. */
const WIDE = 20;
/** The level of the highest value that the axis must hold. */
const HIGHEST = 0.99;
/** Room beyond it, as a share of it. */
const HEADROOM = 0.02;
/** Steps of a logarithmic axis within a decade. */
const DECADE = [1, 2, 5, 10] as const;

/**
 * An axis for the samples of several scenarios: linear from 0 unless all values are
 * positive and the middle 95 % span more than a factor of 20. Its upper end holds 99 % of
 * every sample, so that a few extreme runs do not press all others together; that it is
 * cut must then be said.
 */
export function valueAxis(
	samples: readonly SortedSamples[],
	width: number,
): ValueAxis {
	const full = samples.filter(({ length }) => length > 0);
	const highest = Math.max(...full.map((each) => quantile(each, HIGHEST)));
	const largest = Math.max(...full.map((each) => each.at(-1)!));
	const domain = isWide(full)
		? logDomain(Math.min(...full.map((each) => each[0]!)), highest)
		: roundDomain([
				...full.map((each) => each[0]!),
				highest + HEADROOM * Math.abs(highest),
			]);
	const isLog = isWide(full);
	return { domain, isLog, width, isCut: largest > domain[1] };
}

function isWide(samples: readonly SortedSamples[]): boolean {
	const lowest = Math.min(...samples.map((each) => each[0]!));
	const low = Math.min(...samples.map((each) => quantile(each, 0.025)));
	const high = Math.max(...samples.map((each) => quantile(each, 0.975)));
	return samples.length > 0 && lowest > 0 && high > WIDE * low;
}

/** The round ends of a logarithmic axis: 1, 2 or 5 times a power of ten. */
function logDomain(low: number, high: number): readonly [number, number] {
	const rounded = (value: number, isBelow: boolean) => {
		const power = Math.floor(log(value) / log(10));
		const steps = DECADE.map((step) => Number(`${step}e${power}`));
		return isBelow
			? (steps.filter((step) => step <= value).at(-1) ?? value)
			: (steps.find((step) => step >= value) ?? value);
	};
	return [rounded(low, true), rounded(high, false)];
}

/** Place of a value on the axis, px from the left end; values beyond an end lie on it. */
export function placeOn(axis: ValueAxis, value: number): number {
	const to = axis.isLog ? log : (x: number) => x;
	const [low, high] = axis.domain;
	const kept = Math.min(high, Math.max(low, value));
	return (axis.width * (to(kept) - to(low))) / (to(high) - to(low));
}

/** The value at a place. */
export function valueAt(axis: ValueAxis, place: number): number {
	const [low, high] = axis.domain;
	const share = place / axis.width;
	return axis.isLog
		? low * exp(share * log(high / low))
		: low + share * (high - low);
}
