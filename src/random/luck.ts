/** Whoever answers the questions that a market puts to chance. */

import type { QuestionKey } from "./question.ts";

/** Answers to questions of chance, the same whenever one is asked again. */
export interface Luck {
	/** a uniform number inside (0, 1) */
	uniform(question: QuestionKey, tick: number): number;
	/** a standard normal number */
	normal(question: QuestionKey, tick: number): number;
	/** a Student t with three degrees of freedom */
	studentT3(question: QuestionKey, tick: number): number;
}
