/** Check of this machine's elementary functions against known answers. */

import { broken, type Finding, works } from "./finding.ts";
import { type KnownAnswer, knownAnswers } from "./known-answers.ts";

/** Compares exp, log, pow and the normal quantile with known answers, to the last bit. */
export function lookAtArithmetic(
	answers: readonly KnownAnswer[] = knownAnswers(),
): Finding {
	const wrong = answers.filter(({ value, expected }) => value !== expected);
	const [first] = wrong;
	return first === undefined
		? works("arithmetic", `${answers.length} known answers to the last bit`)
		: broken(
				"arithmetic",
				`${wrong.length} of ${answers.length} known answers are missed: ${first.name} is ${first.value}, not ${first.expected}`,
				"numbers made here cannot be compared with others; try another version of Node",
			);
}
