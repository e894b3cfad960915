/** Lenses of supply: output lost, and ore that may not leave. */

import type { OreExportBan, Outage } from "../../scenario/shocks/supply.ts";
import { type AgentRange, regionIndex } from "../world/structure.ts";
import type { Lens } from "./rules.ts";
import type { Lenses, Surroundings } from "./shock-lens.ts";
import { shareOf, spanOf, ticksOf } from "./span.ts";

/** A share of a region's ore may not leave it. */
function oreExportBanLens(ban: OreExportBan, { draw }: Surroundings): Lens {
	const share = draw(ban.id, "share", ban.share);
	const span = spanOf(ban);
	const by = regionIndex(ban.by);
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			rules.oreMayLeave[by]! *= 1 - share * shareOf(span, [], tick);
		},
	};
}

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
function outageLens(outage: Outage, { structure, draw }: Surroundings): Lens {
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

/** Effects of what takes ore or metal from the market at its source. */
export const SUPPLY_LENSES = {
	"ore-export-ban": { lens: oreExportBanLens },
	outage: { lens: outageLens },
} satisfies Partial<Lenses>;
