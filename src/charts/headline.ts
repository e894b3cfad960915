import type { MetricDefinition } from "../market/record.ts";
import {
	type Chance,
	type ChanceComparison,
	chanceOf,
	chancesOf,
} from "./chances.ts";
import { baseOf, type ChartInput, type ChartScenario } from "./chart.ts";
import { type Effect, effectsOn } from "./effects.ts";
import { chanceInWords, chanceSpanInWords } from "./numbers.ts";
import { cutToLength } from "./text-width.ts";
import { amountSpan, eventOf, nounOf, wordsOfName } from "./words.ts";

/** The longest title of a chart, characters. */
export const TITLE_LENGTH = 90;
/** A scenario's name where nothing longer fits, characters. */
const SHORT_NAME = 22;

/** The first sentence that fits a title; the last one, cut, when none does. */
export function firstThatFits(sentences: readonly string[]): string {
	const fits = sentences.find(
		(sentence) => [...sentence].length <= TITLE_LENGTH,
	);
	return capitalised(fits ?? cutToLength(sentences.at(-1) ?? "", TITLE_LENGTH));
}

const capitalised = (sentence: string) =>
	`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

/** Names of a scenario from full to short: its title, its file name in words, that cut. */
function nameForms({ title, name }: ChartScenario): readonly string[] {
	const words = wordsOfName(name);
	return [title, words, cutToLength(words, SHORT_NAME)];
}

/** Every sentence with every form of the names, richest sentence and fullest names first. */
export function withNames(
	scenarios: readonly ChartScenario[],
	sentences: readonly ((...names: readonly string[]) => string)[],
): readonly string[] {
	const forms = scenarios.map(nameForms);
	return sentences.flatMap((sentence) =>
		[0, 1, 2].map((i) => sentence(...forms.map((names) => names[i] ?? ""))),
	);
}

/**
 * The finding on a metric: the largest clear effect among the others, or that there is
 * none; the chance of the event for metrics that wait for one.
 */
export function metricTitle(
	metric: MetricDefinition,
	input: ChartInput,
): string {
	const event = eventOf(metric);
	if (event !== null)
		return chanceTitle(
			event,
			chancesOf(input, metric.name, Number.isFinite),
			input,
			chanceOf(
				input.runs.column(input.context.base, metric.name),
				Number.isFinite,
			),
		);
	const effects = effectsOn(metric, input);
	return effects.length === 0
		? aloneTitle(metric, input)
		: effectTitle(nounOf(metric), effects, baseOf(input.context));
}

/** The effect to speak of: the largest that is clear, else the first. */
function leading(effects: readonly Effect[]): Effect | undefined {
	const clear = effects.filter(
		({ verdict }) => verdict === "higher" || verdict === "lower",
	);
	return (
		[...clear].sort((a, b) => Math.abs(b.size) - Math.abs(a.size))[0] ??
		effects[0]
	);
}

function effectTitle(
	noun: string,
	effects: readonly Effect[],
	base: ChartScenario,
): string {
	const effect = leading(effects);
	if (!effect) return firstThatFits([`${noun}: nothing to compare`]);
	const { amount, interval, other, verdict } = effect;
	const pair = [other, base];
	switch (verdict) {
		case "higher":
		case "lower": {
			const verb = verdict === "higher" ? "raises" : "lowers";
			return firstThatFits(
				withNames(pair, [
					(o, b) =>
						`${o} ${verb} ${noun} by ${amount} (${interval}) against ${b}`,
					(o, b) => `${o} ${verb} ${noun} by ${amount} against ${b}`,
					(o) => `${o} ${verb} ${noun} by ${amount} (${interval})`,
					(o) => `${o} ${verb} ${noun} by ${amount}`,
				]),
			);
		}
		case "unclear":
			return firstThatFits(unclearSentences(noun, effects, interval, pair));
		case "same":
			return firstThatFits(
				withNames(pair, [
					(o, b) => `No difference in ${noun}: ${o} equals ${b} in every run`,
					(o) => `No difference in ${noun} under ${o}`,
				]),
			);
		case "unknown":
			return firstThatFits(
				withNames(pair, [
					(o, b) => `No run has a value of ${noun} under both ${o} and ${b}`,
					() => `No comparison: no run has a value of ${noun}`,
				]),
			);
	}
}

function unclearSentences(
	noun: string,
	effects: readonly Effect[],
	interval: string,
	pair: readonly ChartScenario[],
): readonly string[] {
	const count = effects.length;
	if (count > 1)
		return withNames(pair.slice(1), [
			(b) =>
				`No clear difference in ${noun} between ${b} and the ${count} others`,
			() => `No clear difference in ${noun} in ${count} scenarios`,
		]);
	return withNames(pair, [
		(o, b) => `No clear difference in ${noun}: ${o} against ${b} (${interval})`,
		(o, b) => `No clear difference in ${noun}: ${o} against ${b}`,
		() => `No clear difference in ${noun} (${interval})`,
		() => `No clear difference in ${noun}`,
	]);
}

/** A scenario alone: no comparison, so no difference is claimed. */
function aloneTitle(metric: MetricDefinition, input: ChartInput): string {
	const base = baseOf(input.context);
	const summary = input.summary.scenarios[base.name]?.[metric.name];
	const noun = nounOf(metric);
	if (!summary || summary.n === 0)
		return firstThatFits([`No run has a value of ${noun}`]);
	const range = amountSpan(metric, summary.p05, summary.p95);
	return firstThatFits(
		withNames(
			[base],
			[
				(b) => `${b}: ${noun} is ${range} in the middle 90% of runs`,
				() => `${noun} is ${range} in the middle 90% of runs`,
				() => `${range} in the middle 90% of runs: ${noun}`,
			],
		),
	);
}

/** The finding on a chance: the largest clear change, or that there is none. */
export function chanceTitle(
	event: string,
	chances: readonly ChanceComparison[],
	input: ChartInput,
	alone: Chance,
): string {
	const base = baseOf(input.context);
	const clear = [...chances]
		.filter(({ isClear }) => isClear)
		.sort((a, b) => Math.abs(b.other - b.base) - Math.abs(a.other - a.base));
	const told = clear[0] ?? chances[0];
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
	(o, b) => `${event}: ${to} under ${o}, ${from} under ${b}`,
	(o) => `${event} in ${to} of runs under ${o}, not ${from}`,
	() => `${event} in ${to} of runs, not ${from}`,
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
			() => `No clear difference (${to} in all): ${event}`,
		];
	return [
		(o, b) =>
			`No clear difference: ${event} in ${to} of runs under ${o}, ${from} under ${b}`,
		(o, b) =>
			`No clear difference, ${o} (${to}) against ${b} (${from}): ${event}`,
		() => `No clear difference (${to}, ${from}): ${event}`,
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
