/** Scenario of the market as it went from 2018 to 2024, on which the model is judged. */

import { tickOf } from "../../quantities.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { openScenario } from "./open-scenarios.ts";

/** The dated record, from its first month to the last before the hold-out. */
export function recordOf2018To2024(): SoundScenario {
	const { scenario } = openScenario("as-happened");
	return {
		...scenario,
		horizon: { from: tickOf(2018, 1), to: tickOf(2024, 12) },
		reference: tickOf(2024, 1),
	};
}
