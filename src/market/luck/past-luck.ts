/** Luck of a past draw: its scores answer the months they cover, the replicate's own streams the rest. */

import {
	LUCK_STREAMS,
	LUCK_WIDTH,
} from "../../calibration/priors/luck-scores.ts";
import type { Luck } from "../../random/luck.ts";
import { type QuestionKey, questionKey } from "../../random/question.ts";
import { normalCdf } from "../../statistics/normal.ts";
import { studentT3Of } from "./t3.ts";

const STREAMS = new Map<QuestionKey, number>(
	LUCK_STREAMS.map(([agent, question], i) => [questionKey(agent, question), i]),
);

/** Answers by normal scores, through the inverse of the distribution that is asked for. */
export class PastLuck implements Luck {
	#scores: ArrayLike<number> = [];
	/** months that the scores cover: those of a record, or none */
	#months = 0;
	/** who answers in the months of the record what the scores do not cover */
	#kin: Luck;
	#own: Luck;

	constructor(own: Luck) {
		this.#own = own;
		this.#kin = own;
	}

	/** Takes the scores of a draw, who answers what else is asked in their months, and who all later. */
	deal(scores: ArrayLike<number>, kin: Luck, own: Luck): void {
		this.#scores = scores;
		this.#months = scores.length / LUCK_WIDTH;
		this.#kin = kin;
		this.#own = own;
	}

	/** Place of a question's score, −1 where there is none. */
	#placeOf(question: QuestionKey, tick: number): number {
		if (tick < 0 || tick >= this.#months) return -1;
		const stream = STREAMS.get(question);
		return stream === undefined ? -1 : tick * LUCK_WIDTH + stream;
	}

	/** Who answers a month that no score covers. */
	#elsewhere(tick: number): Luck {
		return tick < this.#months ? this.#kin : this.#own;
	}

	uniform(question: QuestionKey, tick: number): number {
		const place = this.#placeOf(question, tick);
		return place < 0
			? this.#elsewhere(tick).uniform(question, tick)
			: normalCdf(this.#scores[place]!);
	}

	normal(question: QuestionKey, tick: number): number {
		const place = this.#placeOf(question, tick);
		return place < 0
			? this.#elsewhere(tick).normal(question, tick)
			: this.#scores[place]!;
	}

	studentT3(question: QuestionKey, tick: number): number {
		const place = this.#placeOf(question, tick);
		return place < 0
			? this.#elsewhere(tick).studentT3(question, tick)
			: studentT3Of(this.#scores[place]!);
	}
}
