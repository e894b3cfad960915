/** Names that the shocks of a scenario may use: those of its world and of each other. */

import type { World } from "../../calibration/agents/world.ts";
import type { Names, Part } from "../shocks/names.ts";
import type { PartialShock } from "../shocks/read-shocks.ts";

/** Everything that can be named in a scenario. */
export function namesOf(world: World, shocks: readonly PartialShock[]): Names {
	const players = (part: Part): readonly string[] =>
		shocks.flatMap(({ kind, shock }) =>
			kind.plays?.(shock).includes(part) ? (shock.id ?? []) : [],
		);
	const refiners = world.refiners.map(({ id }) => id);
	return {
		mines: world.miners.map(({ id }) => id),
		refiners,
		restrictions: players("restrictions"),
		sellers: [...players("sellers"), ...refiners],
		sold: players("sold"),
		ways: [...players("ways"), ...world.exporters.map(({ id }) => id)],
	};
}
