import { inverseCdf } from "../../random/draw.ts";
import type { Interval } from "../../statistics/interval.ts";
import { DUMMY, type FreeParameter } from "./free-parameters.ts";
import { type Swing, TAIL } from "./swings.ts";

/** How inputs are weighed. */
export const METHODS = ["morris", "sobol", "prcc"] as const;
export type Method = (typeof METHODS)[number];

/** What an analysis finds of one input. */
export interface InputFinding {
	/** total index, mu* or partial rank correlation */
	readonly measure: Interval;
	/** metric with the input low and high */
	readonly swing: Swing;
	/** the other numbers of the method, by name */
	readonly details: Readonly<Record<string, number>>;
}

/** An input with what was found of it. */
export interface RankedInput extends InputFinding {
	readonly path: string;
	readonly unit: string;
	readonly meaning: string;
	/** its 10 and 90 % points */
	readonly at: readonly [number, number];
	/** whether all of its interval lies above the floor */
	readonly isAbove: boolean;
}

/** Inputs by weight, and the noise that the weights carry. */
export interface Ranking {
	readonly method: Method;
	/** of the outputs */
	readonly mean: number;
	/**
	 * what a measure must exceed to matter: the far end of the dummy's interval, or the
	 * least that the method calls heavy
	 */
	readonly floor: number;
	/** the largest measure first */
	readonly inputs: readonly RankedInput[];
}

/** A total index below this share of variance is light. */
const LEAST_SHARE = 0.01;
/** So is a mu* below this share of the largest. */
const LEAST_OF_LARGEST = 0.1;

/**
 * The least measure that is heavy. Where points share their luck the dummy is exactly zero,
 * so that it tells nothing of what is too light to matter.
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
			...{ path, unit, meaning },
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

/** The largest magnitude in an interval. */
function farEnd({ value, low, high }: Interval): number {
	const ends = [value, low, high].filter((end) => !Number.isNaN(end));
	return Math.max(0, ...ends.map(Math.abs));
}

/** The smallest magnitude in an interval; 0 when it holds zero or is unknown. */
function nearEnd({ low, high }: Interval): number {
	if (low > 0) return low;
	return high < 0 ? -high : 0;
}

function byMeasure(one: RankedInput, other: RankedInput): number {
	return weightOf(other) - weightOf(one);
}

/** The size of a measure; what has none weighs least. */
function weightOf({ measure: { value } }: InputFinding): number {
	return Number.isNaN(value) ? -1 : Math.abs(value);
}
