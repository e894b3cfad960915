/** The table of lenses: what each kind of shock does to the market, by its name. */

import type { World } from "../../calibration/agents/world.ts";
import type { Tick } from "../../quantities.ts";
import type { Distribution } from "../../random/distribution.ts";
import type { Shock, SoundScenario } from "../../scenario/types.ts";
import type { ProjectSite, Structure } from "../world/structure.ts";
import { CONTRACT_LENSES } from "./contract.ts";
import type { DrawShock } from "./draw.ts";
import { INVESTMENT_LENSES } from "./investment.ts";
import { ISLAMABAD_LENSES } from "./islamabad.ts";
import { NEED_LENSES } from "./need.ts";
import { NEWS_LENSES, newsLens } from "./news.ts";
import { RESERVE_LENSES } from "./reserve.ts";
import { RESTRICTION_LENSES } from "./restriction.ts";
import type { Lens } from "./rules.ts";
import type { Lenses, ShockLens, Surroundings } from "./shock-lens.ts";
import { SUPPLY_LENSES } from "./supply.ts";
import type { SupplyShares } from "./supply-shares.ts";
import { NOTHING, type Taking } from "./taking.ts";
import { TRADE_LENSES } from "./trade.ts";

const LENSES: Lenses = {
	...RESTRICTION_LENSES,
	...SUPPLY_LENSES,
	...TRADE_LENSES,
	...INVESTMENT_LENSES,
	...NEED_LENSES,
	...RESERVE_LENSES,
	...CONTRACT_LENSES,
	...ISLAMABAD_LENSES,
	...NEWS_LENSES,
};

/** The declaration of a shock's kind. */
const declaredFor = ({ kind }: Shock): ShockLens<Shock> => LENSES[kind];

/** First tick in which the rule of a shock can be felt before its first day; null for kinds that cannot. */
export function firstTickOf(shock: Shock): Tick | null {
	return declaredFor(shock).firstTick?.(shock) ?? null;
}

/** The place of what a shock may build; null when it builds nothing. */
export function siteOf(shock: Shock, world: World): ProjectSite | null {
	return declaredFor(shock).site?.(shock, world) ?? null;
}

/** What a shock takes from supply, by which its news is sized where its file does not say. */
export function takingOf(shock: Shock, around: Surroundings): Taking {
	return declaredFor(shock).taking?.(shock, around) ?? NOTHING;
}

const UNIT: Distribution = { kind: "uniform", low: 0, high: 1 };

/** Draws whether a shock happens in a replicate. */
function happens(shock: Shock, draw: DrawShock): boolean {
	return (
		draw(shock.id, "happens", UNIT) <
		draw(shock.id, "probability", shock.probability)
	);
}

/**
 * Every lens of a scenario as one replicate has drawn it, in the order of shock ids.
 *
 * @param drawOf who draws the numbers of a shock
 */
export function lensesOf(
	scenario: SoundScenario,
	structure: Structure,
	supply: SupplyShares,
	drawOf: (shock: Shock) => DrawShock,
): readonly Lens[] {
	const happening = scenario.shocks.filter((shock) =>
		happens(shock, drawOf(shock)),
	);
	return happening
		.flatMap((shock) => {
			const draw = drawOf(shock);
			const around = { structure, supply, draw, happening };
			const taking = takingOf(shock, around);
			return [
				declaredFor(shock).lens(shock, around),
				newsLens(shock, taking, draw),
			];
		})
		.filter((lens) => lens !== null);
}
