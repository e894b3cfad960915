/** Check of scenarios against the expectations that they state of themselves. */

import type { RunTable } from "../../experiment/tables.ts";
import {
	judgeExpectation,
	parseExpectation,
} from "../../scenario/expectations/expectation.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { numberWords } from "../../words/numbers.ts";

/** Expectations that scenarios state and do not keep, one line each. */
export function missedExpectations(
	scenarios: readonly SoundScenario[],
	runs: RunTable,
): readonly string[] {
	return scenarios.flatMap(({ name, expect }) =>
		expect.flatMap((text) => {
			const miss = missOf(text, runs, name);
			return miss === null ? [] : [`${name} expects ${text}${miss}`];
		}),
	);
}

function missOf(text: string, runs: RunTable, scenario: string): string | null {
	const parsed = parseExpectation(text, runs.columns);
	if ("problem" in parsed) return `, which ${parsed.problem}`;
	const { holds, value } = judgeExpectation(parsed.expectation, (metric) =>
		runs.column(scenario, metric),
	);
	return holds ? null : `; it is ${numberWords(value)}`;
}
