import type { ChartScenario } from "./chart.ts";
import { cutToLength } from "./text-width.ts";
import { wordsOfName } from "./words.ts";

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
