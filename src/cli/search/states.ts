/** States of the world under which policies are judged, each a scenario with a weight. */

import { CommandError } from "../../actions/refusal.ts";
import { openComparison } from "../../actions/scenarios/open-scenarios.ts";
import type { WorldState } from "../../experiment/design.ts";
import type { Soundness } from "../../scenario/sound.ts";
import { safeText } from "../../words/safe-text.ts";

/** States of the world with their weights. */
export interface OpenStates {
	readonly opened: readonly Soundness[];
	readonly states: readonly WorldState[];
	/** as they are written again */
	readonly words: readonly string[];
}

/**
 * Opens states of the world, written as `name` or `name=weight`, all counted from the month
 * of the first. Weights are made to sum to 1.
 *
 * @throws {CommandError} as `openComparison`, and for a weight that is none
 */
export function openStates(
	written: readonly string[],
	edits: readonly string[],
): OpenStates {
	const words = written.flatMap((text) => text.split(",")).filter(Boolean);
	const asked = words.map(stateOf);
	const opened = openComparison(
		asked.map(({ word }) => word),
		edits,
	);
	const sum = asked.reduce((all, { weight }) => all + weight, 0);
	return {
		opened,
		words,
		states: opened.map(({ scenario }, i) => ({
			id: scenario.name,
			title: scenario.title,
			weight: asked[i]!.weight / sum,
		})),
	};
}

function stateOf(text: string): { word: string; weight: number } {
	const at = text.lastIndexOf("=");
	if (at < 0) return { word: text, weight: 1 };
	const weight = Number(text.slice(at + 1));
	if (!(weight > 0 && Number.isFinite(weight)))
		throw new CommandError(
			`"${safeText(text)}" has no weight above 0; expected name or name=weight`,
		);
	return { word: text.slice(0, at), weight };
}
