import type { Estimate, PairedSummary } from "../../experiment/tables.ts";
import { METRICS } from "../../market/record/record.ts";

/** What a paired difference comes to. */
export type Verdict =
	| "higher"
	| "lower"
	| "no clear difference"
	| "the same in every pair"
	| "no pair has both";

/**
 * Reads a paired difference: a side is named only when the 95 % interval of the mean
 * difference does not hold zero.
 */
export function verdictOf({ n, mean }: PairedSummary): Verdict {
	return n === 0 ? "no pair has both" : meanVerdict(mean);
}

/** The same for a mean difference of which nothing else is known. */
export function meanVerdict({ low, high, value }: Estimate): Verdict {
	if (value === 0 && low === 0 && high === 0) return "the same in every pair";
	if (low > 0) return "higher";
	if (high < 0) return "lower";
	return "no clear difference";
}

/** The order in which verdicts are told, and how. */
const TOLD: readonly (readonly [Verdict, string])[] = [
	["higher", "clearly higher in"],
	["lower", "clearly lower in"],
	["no clear difference", "no clear difference in"],
	["the same in every pair", "the same in"],
];

/** The verdicts on one scenario in a sentence, e.g. "clearly higher in mean price over 12 months". */
export function verdictSentence(pairs: readonly PairedSummary[]): string {
	const parts = TOLD.flatMap(([verdict, words]) => {
		const metrics = pairs.filter((pair) => verdictOf(pair) === verdict);
		return metrics.length === 0
			? []
			: [`${words} ${inWords(metrics.map(({ metric }) => labelOf(metric)))}`];
	});
	return parts.length === 0 ? "nothing that both have" : parts.join("; ");
}

/** The label of a metric inside a sentence. */
function labelOf(metric: string): string {
	const label = METRICS.find(({ name }) => name === metric)?.label ?? metric;
	return /^[A-Z][a-z]/.test(label) && !label.startsWith("Pakistan")
		? label.charAt(0).toLowerCase() + label.slice(1)
		: label;
}

function inWords(words: readonly string[]): string {
	return words.length < 2
		? words.join("")
		: `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
