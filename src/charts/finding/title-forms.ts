/** Titles cut to length: of several wordings, the richest that fits. */

import { wordsOfName } from "../../words/metrics.ts";
import type { ChartScenario } from "../chart.ts";
import { cutToLength } from "../frame/text-width.ts";

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

/**
 * Every sentence with the names of its scenarios, in the order of preference: the richest
 * sentence first, each with titles, then with file names in words; names cut short only
 * when nothing else fits, sentences without names included.
 */
export function withNames(
	scenarios: readonly ChartScenario[],
	sentences: readonly ((...names: readonly string[]) => string)[],
): readonly string[] {
	const titles = scenarios.map(({ title }) => title);
	const words = scenarios.map(({ name }) => wordsOfName(name));
	const cut = words.map((each) => cutToLength(each, SHORT_NAME));
	return [
		...sentences.flatMap((sentence) => [
			sentence(...titles),
			sentence(...words),
		]),
		...sentences.map((sentence) => sentence(...cut)),
	];
}
