/** Check of a batch against the threshold that its command line sets. */

import type { RunTable } from "../../experiment/tables.ts";
import { verdictOn } from "../../inference/search/satisficing.ts";
import type { Expectation } from "../../scenario/expectations/expectation.ts";
import type { Interval } from "../../statistics/interval.ts";
import { numberWords } from "../../words/numbers.ts";

/** A value with its interval, e.g. `0.12 (0.1 to 0.15)`. */
export function estimateWords({ value, low, high }: Interval): string {
	const interval = Number.isFinite(low)
		? ` (${numberWords(low)} to ${numberWords(high)})`
		: "";
	return `${numberWords(value)}${interval}`;
}

/** Scenarios that miss the threshold, one line each, with the doubt that is left. */
export function missedThreshold(
	threshold: Expectation | null,
	scenarios: readonly string[],
	runs: RunTable,
): readonly string[] {
	if (threshold === null) return [];
	return scenarios.flatMap((scenario) => {
		const { estimate, holds, isSure } = verdictOn(threshold, (metric) =>
			runs.column(scenario, metric),
		);
		const doubt = isSure ? "" : "; more replicates may tell otherwise";
		return holds
			? []
			: [
					`${scenario} misses the threshold ${threshold.text}; it is ${estimateWords(estimate)}${doubt}`,
				];
	});
}
