/** A word that must be one of those known; else the nearest is named. */

import { didYouMean } from "../scenario/nearest.ts";
import { choiceWords } from "../words/lists.ts";
import { safeText } from "../words/safe-text.ts";
import { CommandError } from "./refusal.ts";

/**
 * The known word that was written.
 *
 * @param where the flag or word it was written for
 * @throws {CommandError} with the nearest known word
 */
export function oneOf<Word extends string>(
	written: string,
	known: readonly Word[],
	where: string,
): Word {
	const found = known.find((word) => word === written);
	if (found !== undefined) return found;
	throw new CommandError(
		`${where} is "${safeText(written)}"; ${mustBe(written, known)}`,
	);
}

/** Says which words would do, and which of them was perhaps meant. */
export function mustBe(written: string, known: readonly string[]): string {
	return `it must be ${choiceWords(known)}${didYouMean(written, known)}`;
}
