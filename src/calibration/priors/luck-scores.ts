/** Luck of the years 2018 to 2024 as normal scores by month and stream, and its kept form. */

import { REGIONS } from "../row.ts";

/** Months from 2018-01 to 2024-12. */
export const LUCK_MONTHS = 84;

/** Questions of the market to chance, by agent and name; each is a stream of one score a month. */
export const LUCK_STREAMS: readonly (readonly [
	agent: string,
	question: string,
])[] = [
	["world", "activity"],
	["world", "news"],
	...REGIONS.map((region) => [region, "news"] as const),
	["world", "jump of belief"],
	["world", "size of jump"],
	["world", "sign of jump"],
	["CN", "export cost"],
	["world", "supply event"],
	["world", "kind of supply event"],
	["world", "length of supply event"],
	["PK", "security stoppage"],
	["CN", "first licence regime"],
	["CN", "change of licence regime"],
	["CN", "licence leak"],
];

/** Scores of a month: one a stream. */
export const LUCK_WIDTH = LUCK_STREAMS.length;
/** Scores of a luck: month by month, one a stream. */
export const LUCK_SCORES = LUCK_MONTHS * LUCK_WIDTH;

/** Steps in which kept scores are rounded, and the characters that stand for −44 to 44 of them. */
const STEP = 0.08;
const FARTHEST = 44;
const FIRST = "#".charCodeAt(0);
/** The backslash is left out, so that a string needs no escape. */
const SKIPPED = "\\".charCodeAt(0);

/** Writes scores as a string, one printable character each: the nearest step of 0.08. */
export function luckText(scores: ArrayLike<number>): string {
	let text = "";
	for (let i = 0; i < scores.length; i += 1) {
		const steps = Math.round(scores[i]! / STEP);
		const code =
			FIRST + FARTHEST + Math.min(FARTHEST, Math.max(-FARTHEST, steps));
		text += String.fromCharCode(code < SKIPPED ? code : code + 1);
	}
	return text;
}

/** Reads the scores that `luckText` wrote. */
export function luckOfText(text: string): Float64Array {
	return Float64Array.from({ length: text.length }, (_, i) => {
		const code = text.charCodeAt(i);
		const steps = (code < SKIPPED ? code : code - 1) - FIRST - FARTHEST;
		return steps * STEP;
	});
}
