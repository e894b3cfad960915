/** Particles of the calibration, each a hypothesis on the past: numbers, and luck by month and stream. */

import {
	LUCK_MONTHS,
	LUCK_SCORES,
	LUCK_STREAMS,
} from "../../calibration/priors/luck-scores.ts";
import type { PastDraw } from "../../calibration/priors/past-draw.ts";
import { questionKey } from "../../random/question.ts";
import type { Streams } from "../../random/streams.ts";
import { drawOf, type Scores } from "./free-numbers.ts";

const MONTHS_A_YEAR = 12;
/** Years of the record, and scores of luck in each. */
export const YEARS = LUCK_MONTHS / MONTHS_A_YEAR;
export const LUCK_A_YEAR = LUCK_STREAMS.length * MONTHS_A_YEAR;

/** One hypothesis on the past in normal scores, all N(0, 1) under the prior. */
export interface Hypothesis {
	/** scores of the free numbers */
	readonly scores: Scores;
	/** scores of the luck, in the order of `luck-scores.ts` */
	readonly luck: Float64Array;
}

/** A hypothesis with its likelihood. */
export interface Particle extends Hypothesis {
	/** log likelihood of the record, but for a constant; −∞ when the replicate broke */
	readonly logLikelihood: number;
	/** one bit a year, set once another luck of that year was accepted in the stage under way */
	readonly renewed: number;
}

/** Every year renewed. */
export const ALL_YEARS = (1 << YEARS) - 1;

/** The past draw that a hypothesis stands for. */
export function pastOf({ scores, luck }: Hypothesis): PastDraw {
	return { ...drawOf(scores), luck };
}

const first = questionKey("history", "first luck");

/** A luck from the prior. */
export function firstLuck(streams: Streams): Float64Array {
	return Float64Array.from({ length: LUCK_SCORES }, (_, i) =>
		streams.normal(first, i),
	);
}
