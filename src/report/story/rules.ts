import { datedRules } from "./dated-rules.ts";
import type { Replay } from "./replay.ts";
import type { Sentence } from "./story.ts";

/** Shocks up to this rank are policy, worth a sentence of their own. */
const POLICY = 4;
const WEIGHT = 12;

/** The scenario's own dated policy: what began and what ended. */
export function ruleSentences(replay: Replay): readonly Sentence[] {
	return datedRules(replay, replay.scenario.horizon)
		.filter(({ rank }) => rank <= POLICY)
		.map(({ tick, label, when, rank }) => ({
			tick,
			text: `On ${when}, as the scenario dates it: ${label}.`,
			mark: { tick, words: label, weight: WEIGHT - 2 * rank },
		}));
}
