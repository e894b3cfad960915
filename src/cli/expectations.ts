import type { RunTable } from "../experiment/tables.ts";
import { judgeExpectation, parseExpectation } from "../scenario/expectation.ts";
import type { SoundScenario } from "../scenario/types.ts";
import { numberWords } from "./number-words.ts";

/** Judges what scenarios expect of themselves; tells every miss. Returns whether all hold. */
export function judgeAll(
	scenarios: readonly SoundScenario[],
	runs: RunTable,
	tell: (line: string) => void,
): boolean {
	let all = true;
	for (const scenario of scenarios)
		for (const text of scenario.expect) {
			const parsed = parseExpectation(text, runs.columns);
			if ("problem" in parsed) {
				tell(`${scenario.name} expects ${text}: ${parsed.problem}`);
				all = false;
				continue;
			}
			const judged = judgeExpectation(parsed.expectation, (metric) =>
				runs.column(scenario.name, metric),
			);
			if (judged.holds) continue;
			tell(
				`${scenario.name} expects ${text}; it is ${numberWords(judged.value)}`,
			);
			all = false;
		}
	return all;
}
