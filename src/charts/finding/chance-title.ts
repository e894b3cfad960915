/** Titles on the chance of an event: a scenario against the base, or one scenario alone. */

import { chanceInWords, chanceSpanInWords } from "../../words/numbers.ts";
import { baseOf, type ChartInput, type ChartScenario } from "../chart.ts";
import type { Chance, ChanceComparison } from "./chances.ts";
import { firstThatFits, withNames } from "./title-forms.ts";

/** The finding on a chance: the largest clear change, or that there is none. */
export function chanceTitle(
	event: string,
	chances: readonly ChanceComparison[],
	input: ChartInput,
	alone: Chance,
): string {
	const base = baseOf(input.context);
	const byChange = [...chances].sort(
		(a, b) => Math.abs(b.other - b.base) - Math.abs(a.other - a.base),
	);
	const clear = byChange.filter(({ isClear }) => isClear);
	const told = clear[0] ?? byChange[0];
	if (!told) return firstThatFits(chanceAlone(event, alone, base));
	const [from, to] = [chanceInWords(told.base), chanceInWords(told.other)];
	const sentences =
		clear.length === 0
			? unclearChance(event, chances, [from, to])
			: from === to
				? smallChance(event, to)
				: clearChance(event, from, to);
	return firstThatFits(withNames([told.scenario, base], sentences));
}

type Sentences = readonly ((other: string, base: string) => string)[];

const clearChance = (event: string, from: string, to: string): Sentences => [
	(o, b) => `${event} in ${to} of runs under ${o}, against ${from} under ${b}`,
	(o, b) => `${event}: ${to} of runs under ${o}, ${from} under ${b}`,
	(o) => `${event} in ${to} of runs under ${o}, against ${from}`,
	() => `${event} in ${to} of runs, against ${from}`,
];

const smallChance = (event: string, to: string): Sentences => [
	(o, b) =>
		`${event} in ${to} of runs; ${o} differs from ${b} by less than a point`,
	() => `${event} in ${to} of runs; less than a point of difference`,
];

function unclearChance(
	event: string,
	chances: readonly ChanceComparison[],
	[from, to]: readonly [string, string],
): Sentences {
	const all = chances.flatMap(({ base, other }) => [base, other]);
	const words = new Set(all.map(chanceInWords));
	if (words.size === 1)
		return [
			() =>
				`No clear difference: ${event} in ${to} of runs in all ${chances.length + 1} scenarios`,
			() => `No clear difference: ${event} (${to} in all)`,
		];
	return [
		(o, b) =>
			`No clear difference: ${event} in ${to} of runs under ${o}, ${from} under ${b}`,
		(o, b) => `No clear difference: ${event} (${o} ${to}, ${b} ${from})`,
		() => `No clear difference: ${event} (${to}, ${from})`,
	];
}

function chanceAlone(
	event: string,
	{ share, low, high }: Chance,
	base: ChartScenario,
): readonly string[] {
	const chance = `${chanceInWords(share)} of runs (${chanceSpanInWords(low, high)})`;
	return withNames(
		[base],
		[
			(b) => `${event} in ${chance} under ${b}`,
			() => `${event} in ${chance}`,
			() => `${chance}: ${event}`,
		],
	);
}
