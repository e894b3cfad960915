/** Lenses of supply: output lost, and ore that may not leave. */

import type { OreExportBan, Outage } from "../../scenario/shocks/supply.ts";
import {
	type AgentRange,
	regionIndex,
	type Structure,
} from "../world/structure.ts";
import type { Lens } from "./rules.ts";
import type { Lenses, Surroundings } from "./shock-lens.ts";
import { shareOf, spanOf, ticksOf } from "./span.ts";
import { lossToAll, partOfYear, type Taking } from "./taking.ts";

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

/** Ore that may not leave is missing at the smelters of others. */
function oreExportBanTaking(
	ban: OreExportBan,
	{ supply, draw }: Surroundings,
): Taking {
	return lossToAll(
		supply.oreSold[regionIndex(ban.by)]!,
		draw(ban.id, "share", ban.share) * partOfYear(spanOf(ban)),
		supply,
	);
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

/** Mines and plants that an outage strikes. */
function struckBy(
	outage: Outage,
	{ miners, refiners }: Structure,
): { readonly mines: readonly number[]; readonly plants: readonly number[] } {
	const named = outage.agents !== null;
	return {
		mines: named || outage.of === "mines" ? struck(outage, miners) : [],
		plants: named || outage.of === "refiners" ? struck(outage, refiners) : [],
	};
}

/** Metal that an outage takes away: at mines, what is refined of their ore. */
function outageTaking(
	outage: Outage,
	{ structure, supply, draw }: Surroundings,
): Taking {
	const { mines, plants } = struckBy(outage, structure);
	const { miners, refiners } = structure;
	let ore = 0;
	let metal = 0;
	for (const mine of mines) ore += miners.capacity[mine]!;
	for (const plant of plants) metal += refiners.run2023[plant]!;
	return lossToAll(
		metal + (ore * supply.refined) / supply.mined,
		draw(outage.id, "share", outage.share) * partOfYear(spanOf(outage)),
		supply,
	);
}

/** Output lost at mines or refiners for as long as the outage lasts. */
function outageLens(outage: Outage, { structure, draw }: Surroundings): Lens {
	const share = draw(outage.id, "share", outage.share);
	const span = spanOf(outage);
	const { mines, plants } = struckBy(outage, structure);
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
	"ore-export-ban": { lens: oreExportBanLens, taking: oreExportBanTaking },
	outage: { lens: outageLens, taking: outageTaking },
} satisfies Partial<Lenses>;
