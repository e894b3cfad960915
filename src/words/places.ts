/** Places in words: regions, and the mines and plants in them. */

import type { World } from "../calibration/agents/world.ts";
import { REGIONS, type Region } from "../calibration/row.ts";

const REGION_NAMES: Readonly<Record<Region, string>> = {
	CN: "China",
	US: "the United States",
	EU: "Europe",
	JK: "Japan and Korea",
	SA: "South and South-East Asia",
	CA: "Central Asia",
	RU: "Russia",
	PK: "Pakistan",
	RW: "the rest of the world",
};

/** A region by its code, or by its place in regional arrays. */
export function regionWords(region: number | string): string {
	const code = typeof region === "number" ? REGIONS[region] : region;
	return REGION_NAMES[code as Region] ?? String(region);
}

/** Regions where there is little room. */
export const BRIEF_REGIONS: Readonly<Record<Region, string>> = {
	CN: "China",
	US: "United States",
	EU: "Europe",
	JK: "Japan, Korea",
	SA: "S and SE Asia",
	CA: "Central Asia",
	RU: "Russia",
	PK: "Pakistan",
	RW: "Rest of world",
};

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
