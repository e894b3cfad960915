/** Verdicts on one scenario, gathered in a sentence. */

import type { PairedSummary } from "../../experiment/tables.ts";
import { type Verdict, verdictOf } from "../../experiment/verdict.ts";
import { listWords } from "../../words/lists.ts";
import { metricOf, nounOf } from "../../words/metrics.ts";

/** The order in which verdicts are told, and how. */
const TOLD: readonly (readonly [Verdict, string])[] = [
	["higher", "clearly higher in"],
	["lower", "clearly lower in"],
	["no clear difference", "no clear difference in"],
	["equal", "equal in"],
];

/** The verdicts on one scenario in a sentence, e.g. "clearly higher in the 12-month price". */
export function verdictSentence(pairs: readonly PairedSummary[]): string {
	const parts = TOLD.flatMap(([verdict, words]) => {
		const metrics = pairs.filter((pair) => verdictOf(pair) === verdict);
		const nouns = metrics.map(({ metric }) => nounOf(metricOf(metric)));
		return nouns.length === 0 ? [] : [`${words} ${listWords(nouns)}`];
	});
	return parts.length === 0 ? "nothing that both have" : parts.join("; ");
}
