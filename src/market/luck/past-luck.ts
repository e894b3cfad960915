/** Luck of a past draw: its scores answer the months they cover, the replicate's own streams the rest. */

import {
	LUCK_MONTHS,
	LUCK_STREAMS,
} from "../../calibration/priors/luck-scores.ts";
import type { Luck } from "../../random/luck.ts";
import { type QuestionKey, questionKey } from "../../random/question.ts";
import { normalCdf } from "../../statistics/normal.ts";
import { studentT3Of } from "./t3.ts";

const STREAMS = new Map<QuestionKey, number>(
	LUCK_STREAMS.map(([agent, question], i) => [questionKey(agent, question), i]),
);
const WIDTH = LUCK_STREAMS.length;

/** Answers by normal scores, through the inverse of the distribution that is asked for. */
export class PastLuck implements Luck {
	#scores: ArrayLike<number> = [];
	/** months that the scores cover: all of the record, or none */
	#months = 0;
	#own: Luck;

	constructor(own: Luck) {
		this.#own = own;
	}

	/** Takes the scores of a draw, and who answers all that they do not cover. */
	deal(scores: ArrayLike<number>, own: Luck): void {
		this.#scores = scores;
		this.#months = scores.length === 0 ? 0 : LUCK_MONTHS;
		this.#own = own;
	}

	/** Place of a question's score, −1 where there is none. */
	#placeOf(question: QuestionKey, tick: number): number {
		if (tick < 0 || tick >= this.#months) return -1;
		const stream = STREAMS.get(question);
		return stream === undefined ? -1 : tick * WIDTH + stream;
	}

	uniform(question: QuestionKey, tick: number): number {
		const place = this.#placeOf(question, tick);
		return place < 0
			? this.#own.uniform(question, tick)
			: normalCdf(this.#scores[place]!);
	}

	normal(question: QuestionKey, tick: number): number {
		const place = this.#placeOf(question, tick);
		return place < 0 ? this.#own.normal(question, tick) : this.#scores[place]!;
	}

	studentT3(question: QuestionKey, tick: number): number {
		const place = this.#placeOf(question, tick);
		return place < 0
			? this.#own.studentT3(question, tick)
			: studentT3Of(this.#scores[place]!);
	}
}
