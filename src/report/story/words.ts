import type { World } from "../../calibration/agents/world.ts";

/** The name of a mine or a plant by its id, or the label of a project, in quotes. */
export function agentWords(
	id: string,
	world: World,
	labels: ReadonlyMap<string, string>,
): string {
	const found = [...world.miners, ...world.refiners].find(
		(agent) => agent.id === id,
	);
	return found?.name ?? `"${labels.get(id) ?? id}"`;
}
