/** Chances of an event in each scenario, and their paired differences from the base. */

import { isClear, verdictOf } from "../../experiment/verdict.ts";
import { shareInterval } from "../../statistics/interval.ts";
import { pairedStatistics } from "../../statistics/paired.ts";
import { type ChartInput, type ChartScenario, othersOf } from "../chart.ts";

/**
 * Test for an event in a run, from its value of a column (NaN is no value): true when it
 * happened, null when the run does not count.
 */
export type Happens = (value: number) => boolean | null;

/** A share of runs with its 95 % Wilson interval, 0 to 1. */
export interface Chance {
	readonly count: number;
	readonly n: number;
	readonly share: number;
	readonly low: number;
	readonly high: number;
}

/** The share of runs in which an event happened. */
export function chanceOf(values: Float64Array, happens: Happens): Chance {
	return chanceOfMarks(marksOf(values, happens));
}

/** 1 where it happened, 0 where not, NaN where the run does not count. */
function marksOf(values: Float64Array, happens: Happens): Float64Array {
	return values.map((value) => {
		const happened = happens(value);
		return happened === null ? Number.NaN : Number(happened);
	});
}

function chanceOfMarks(marks: Float64Array): Chance {
	let [count, n] = [0, 0];
	for (const mark of marks) {
		if (Number.isNaN(mark)) continue;
		n += 1;
		count += mark;
	}
	const { value: share, low, high } = shareInterval(count, n);
	return { count, n, share, low, high };
}

/** Chances of one event in another scenario and in the base, compared run by run. */
export interface ChanceComparison {
	readonly scenario: ChartScenario;
	readonly other: number;
	readonly base: number;
	/** true when the 95 % interval of the paired difference leaves out zero */
	readonly isClear: boolean;
}

/** The chances of an event in every other scenario against the base, in the order shown. */
export function chancesOf(
	{ context, runs }: ChartInput,
	column: string,
	happens: Happens,
): readonly ChanceComparison[] {
	const marks = (scenario: string) =>
		marksOf(runs.column(scenario, column), happens);
	const base = marks(context.base);
	return othersOf(context).map((scenario) => {
		const other = marks(scenario.name);
		return {
			scenario,
			other: chanceOfMarks(other).share,
			base: chanceOfMarks(base).share,
			isClear: isClear(verdictOf(pairedStatistics(base, other))),
		};
	});
}
