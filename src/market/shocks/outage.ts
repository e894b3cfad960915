import type { Outage } from "../../scenario/types.ts";
import {
	type AgentRange,
	regionIndex,
	type Structure,
} from "../world/structure.ts";
import type { DrawShock } from "./draw.ts";
import type { Lens } from "./rules.ts";
import { shareOf, spanOf, ticksOf } from "./span.ts";

/** Agents that an outage names, or all of its kind in its region. */
function struck(outage: Outage, range: AgentRange): readonly number[] {
	const region = outage.region === null ? -1 : regionIndex(outage.region);
	return range.ids.flatMap((id, agent) =>
		outage.agents?.includes(id) || range.region[agent] === region
			? [agent]
			: [],
	);
}

/** Output lost at mines or refiners for as long as the outage lasts. */
export function outageLens(
	outage: Outage,
	structure: Structure,
	draw: DrawShock,
): Lens {
	const share = draw(outage.id, "share", outage.share);
	const span = spanOf(outage);
	const mines =
		outage.agents !== null || outage.of === "mines"
			? struck(outage, structure.miners)
			: [];
	const plants =
		outage.agents !== null || outage.of === "refiners"
			? struck(outage, structure.refiners)
			: [];
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			const left = 1 - share * shareOf(span, [], tick);
			for (const mine of mines) rules.mineShare[mine]! *= left;
			for (const plant of plants) rules.refinerShare[plant]! *= left;
		},
	};
}
