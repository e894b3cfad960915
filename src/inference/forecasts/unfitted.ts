/** Scenarios in which what the record cannot tell is drawn from its prior, whatever was fitted. */

import type { SoundScenario } from "../../scenario/types.ts";

/**
 * Parameters whose posterior rests on the one month of 2024 in which the ban was in force: how far holders in China
 * look abroad. How long news of a cut lasts is drawn from its prior anyway.
 */
const FROM_PRIOR: readonly string[] = ["beliefs.holders"];

/** A scenario that draws these parameters from their priors. */
export function unfitted(scenario: SoundScenario): SoundScenario {
	return {
		...scenario,
		parameters: scenario.parameters.map((entry) =>
			FROM_PRIOR.includes(entry.path) ? { ...entry, overridden: true } : entry,
		),
	};
}
