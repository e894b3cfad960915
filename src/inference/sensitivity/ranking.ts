/** Ranking of inputs by their weight, and the noise below which none counts. */

import { inverseCdf } from "../../random/draw.ts";
import type { Interval } from "../../statistics/interval.ts";
import { DUMMY, type FreeParameter } from "./free-parameters.ts";
import { type Swing, TAIL } from "./swings.ts";

/** Methods by which inputs are weighed. */
export const METHODS = ["morris", "sobol", "prcc"] as const;
export type Method = (typeof METHODS)[number];

/** Finding of an analysis on one input. */
export interface InputFinding {
	/** weight of the input: total index, mu* or partial rank correlation */
	readonly measure: Interval;
	/** mean metric with the input low and with it high */
	readonly swing: Swing;
	/** further numbers of the method, by name */
	readonly details: Readonly<Record<string, number>>;
}

/** An input with its finding. */
export interface RankedInput extends InputFinding {
	readonly path: string;
	readonly unit: string;
	readonly meaning: string;
	/** the input's 10 and 90 % points */
	readonly at: readonly [number, number];
	/** true when all of its interval lies above the floor */
	readonly isAbove: boolean;
}

/** Inputs by weight, and the floor below which a weight is noise. */
export interface Ranking {
	readonly method: Method;
	/** mean of the outputs */
	readonly mean: number;
	/**
	 * value that a measure must exceed to matter: the far end of the dummy's interval, or the
	 * least that the method calls heavy
	 */
	readonly floor: number;
	/** inputs, the largest measure first */
	readonly inputs: readonly RankedInput[];
}

/** Share of variance below which a total index is light. */
const LEAST_SHARE = 0.01;
/** Share of the largest mu* below which a mu* is light. */
const LEAST_OF_LARGEST = 0.1;

/**
 * Least measure that is heavy. Where points share their luck the dummy is exactly zero and
 * tells nothing of what is too light to matter.
 */
function leastHeavy(method: Method, findings: readonly InputFinding[]): number {
	switch (method) {
		case "sobol":
			return LEAST_SHARE;
		case "morris":
			return LEAST_OF_LARGEST * Math.max(0, ...findings.map(weightOf));
		case "prcc":
			return 0;
	}
}

/** Puts inputs in order and marks those whose interval lies above the floor. */
export function rankInputs(
	method: Method,
	mean: number,
	free: readonly FreeParameter[],
	findings: readonly InputFinding[],
): Ranking {
	const dummy = free.findIndex(({ path }) => path === DUMMY);
	const noise = dummy < 0 ? 0 : farEnd(findings[dummy]!.measure);
	const floor = Math.max(noise, leastHeavy(method, findings));
	const inputs = free.map(
		({ path, unit, meaning, distribution }, i): RankedInput => ({
			path,
			unit,
			meaning,
			at: [
				inverseCdf(distribution, TAIL / 2),
				inverseCdf(distribution, 1 - TAIL / 2),
			],
			...findings[i]!,
			isAbove: i !== dummy && nearEnd(findings[i]!.measure) > floor,
		}),
	);
	return { method, mean, floor, inputs: inputs.sort(byMeasure) };
}

/** Largest magnitude in an interval. */
function farEnd({ value, low, high }: Interval): number {
	const ends = [value, low, high].filter((end) => !Number.isNaN(end));
	return Math.max(0, ...ends.map(Math.abs));
}

/** Smallest magnitude in an interval; 0 when it holds zero or is unknown. */
function nearEnd({ low, high }: Interval): number {
	if (low > 0) return low;
	return high < 0 ? -high : 0;
}

function byMeasure(one: RankedInput, other: RankedInput): number {
	return weightOf(other) - weightOf(one);
}

/** Size of a measure; a measure that is unknown weighs least. */
function weightOf({ measure: { value } }: InputFinding): number {
	return Number.isNaN(value) ? -1 : Math.abs(value);
}
