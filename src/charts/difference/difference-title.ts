/** Title of a chart of differences: a count of metrics clearly better or worse for the US. */

import {
	baseOf,
	type ChartInput,
	type ChartScenario,
	othersOf,
} from "../chart.ts";
import { firstThatFits, withNames } from "../finding/title-forms.ts";
import type { Meaning, MetricDifferences } from "./difference-row.ts";

/** Numbers of metrics in which a scenario is clearly worse, and clearly better, than the base. */
interface Tally {
	readonly scenario: ChartScenario;
	readonly worse: number;
	readonly better: number;
}

/**
 * The finding over all metrics: in how many of them each scenario is clearly worse, or
 * better, than the base, whichever is told more often; or that none differs clearly.
 */
export function tallyTitle(
	differences: readonly MetricDifferences[],
	input: ChartInput,
): string {
	const base = baseOf(input.context);
	const count = differences.length;
	const tallies = othersOf(input.context).map((scenario) =>
		tallyOf(scenario, differences),
	);
	const total = (direction: "worse" | "better") =>
		tallies.reduce((sum, tally) => sum + tally[direction], 0);
	const [worse, better] = [total("worse"), total("better")];
	if (worse + better === 0)
		return firstThatFits(
			withNames(
				[base],
				[
					(b) => `No clear difference from ${b} in any of ${count} measures`,
					() => `No clear difference in any of ${count} measures`,
				],
			),
		);
	const [first] = tallies;
	return tallies.length === 1 && first
		? oneTitle(first, base, count)
		: manyTitle(tallies, base, count, worse >= better ? "worse" : "better");
}

function tallyOf(
	scenario: ChartScenario,
	differences: readonly MetricDifferences[],
): Tally {
	const count = (meaning: Meaning) =>
		differences.filter(({ rows }) =>
			rows.some((row) => row.scenario === scenario && row.meaning === meaning),
		).length;
	return { scenario, worse: count("worse"), better: count("better") };
}

function oneTitle(
	{ scenario, worse, better }: Tally,
	base: ChartScenario,
	count: number,
): string {
	const rest = `${count - worse - better} not clearly different`;
	return firstThatFits(
		withNames(
			[scenario, base],
			[
				(o, b) =>
					`${o} against ${b}: ${worse} of ${count} measures worse, ${better} better, ${rest}`,
				(o, b) =>
					`${o} against ${b}: ${worse} of ${count} measures worse, ${better} better`,
				(o) => `${o}: ${worse} of ${count} measures worse, ${better} better`,
			],
		),
	);
}

function manyTitle(
	tallies: readonly Tally[],
	base: ChartScenario,
	count: number,
	direction: "worse" | "better",
): string {
	const sorted = [...tallies].sort((a, b) => b[direction] - a[direction]);
	const [most, least] = [sorted[0]!, sorted.at(-1)!];
	const of = (tally: Tally) => `in ${tally[direction]} of ${count} measures`;
	const word = direction === "worse" ? "Worse" : "Better";
	const each = (names: readonly string[]) =>
		names.map((name, i) => `${name} in ${sorted[i]![direction]}`).join(", ");
	return firstThatFits([
		...withNames(
			[base, ...sorted.map(({ scenario }) => scenario)],
			[
				(b, ...others) =>
					`${word} than ${b}: ${each(others)} of ${count} measures`,
			],
		),
		...withNames(
			[base, most.scenario],
			most[direction] === least[direction]
				? [
						(b) =>
							`All ${sorted.length} are ${direction} than ${b} ${of(most)}`,
						() => `All ${sorted.length} others are ${direction} ${of(most)}`,
					]
				: [
						(b, o) => `${o} is ${direction} than ${b} ${of(most)}`,
						(_, o) => `${o} is ${direction} ${of(most)}`,
					],
		),
	]);
}
