/** Policies as levers, laid over other scenarios. */

import { canonicalShock } from "../canonical.ts";
import { writeScenario } from "../file/write.ts";
import { type Soundness, soundScenario } from "../sound.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { ParameterEntry, Shock, SoundScenario } from "../types.ts";

/** Changes that a policy makes, wherever it is tried. */
export interface Levers {
	/** laid over a scenario by id */
	readonly shocks: readonly Shock[];
	readonly parameters: readonly ParameterEntry[];
}

/** The levers of doing nothing. */
export const NO_LEVERS: Levers = { shocks: [], parameters: [] };

/** Shocks and parameters that a scenario adds to a base or changes in it. */
export function leversOf(policy: SoundScenario, base: SoundScenario): Levers {
	const known = new Set(base.shocks.map(canonicalShock));
	return {
		shocks: policy.shocks.filter((shock) => !known.has(canonicalShock(shock))),
		parameters: policy.parameters.filter((entry, i) => {
			const { overridden, distribution } = base.parameters[i] ?? {};
			const same =
				overridden === entry.overridden &&
				JSON.stringify(distribution) === JSON.stringify(entry.distribution);
			return entry.overridden && !same;
		}),
	};
}

/**
 * A scenario with levers laid over it, under a name of its own. It expects nothing: what
 * its file expects was said of other numbers.
 *
 * @throws {ScenarioError} when the two contradict each other
 */
export function layOver(
	state: SoundScenario,
	levers: Levers,
	named: { readonly name: string; readonly title: string },
): Soundness {
	const replaced = new Set(levers.shocks.map(({ id }) => id));
	const laid: SoundScenario = {
		...state,
		...named,
		expect: [],
		shocks: [
			...state.shocks.filter(({ id }) => !replaced.has(id)),
			...levers.shocks,
		],
		parameters: state.parameters.map(
			(entry) =>
				levers.parameters.find(({ path }) => path === entry.path) ?? entry,
		),
	};
	const root = readYaml(writeScenario(laid), named.name);
	return soundScenario(root, named.name, {
		world: state.world,
		metrics: undefined,
	});
}
