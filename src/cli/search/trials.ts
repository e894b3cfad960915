/** Trials of choices, each laid over every state of the world, as scenarios of one batch. */

import type { Choice, ChoicePlan, Trial } from "../../experiment/design.ts";
import { type Levers, layOver } from "../../scenario/edits/lay-over.ts";
import type { Soundness } from "../../scenario/sound.ts";
import type { OpenStates } from "./states.ts";
import { LONGEST_NAME, orUnsound, variantName } from "./variants.ts";

/** Choice with the changes that it makes to a state. */
export interface OpenChoice extends Choice {
	readonly changes: Levers;
}

/** Every choice in every state, as scenarios of one batch; warnings of the states alone. */
export function openTrials(
	{ opened, states }: OpenStates,
	choices: readonly OpenChoice[],
): {
	readonly opened: readonly Soundness[];
	readonly trials: readonly Trial[];
} {
	const taken = new Set<string>();
	const all = opened.flatMap((state, s) =>
		choices.map((choice, c) => {
			const plain = `${state.scenario.name}-${choice.id}`;
			const isFree = plain.length <= LONGEST_NAME && !taken.has(plain);
			const numbered = variantName(state.scenario.name, `${s + 1}-${c + 1}`);
			const name = isFree ? plain : numbered;
			taken.add(name);
			const title =
				states.length === 1
					? choice.title
					: `${choice.title}: ${state.scenario.title}`;
			const laid = orUnsound(() =>
				layOver(state.scenario, choice.changes, { name, title }),
			);
			const first = choice === choices[0];
			return {
				sound: { ...laid, warnings: first ? state.warnings : [] },
				trial: { scenario: name, choice: choice.id, state: states[s]!.id },
			};
		}),
	);
	return {
		opened: all.map(({ sound }) => sound),
		trials: all.map(({ trial }) => trial),
	};
}

/** Choices as a results folder keeps them, without their changes. */
export function choicesOnly(
	choices: readonly OpenChoice[],
): ChoicePlan["choices"] {
	return choices.map(({ id, title, levers }) => ({ id, title, levers }));
}
