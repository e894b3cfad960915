import type { Distribution } from "../../random/distribution.ts";
import type {
	RestrictionSuspension,
	Shock,
	SoundScenario,
} from "../../scenario/types.ts";
import type { Structure } from "../structure.ts";
import type { DrawShock } from "./draw.ts";
import { exportRestrictionLens } from "./export-restriction.ts";
import { outageLens } from "./outage.ts";
import { refiningInvestmentLens } from "./refining-investment.ts";
import type { Lens } from "./rules.ts";
import {
	enforcementLens,
	newsLens,
	oreExportBanLens,
	reservePurchasesLens,
	routeLens,
	segmentGrowthLens,
} from "./small-lenses.ts";

const CERTAIN: Distribution = { kind: "uniform", low: 0, high: 1 };

function isSuspension(shock: Shock): shock is RestrictionSuspension {
	return shock.kind === "restriction-suspension";
}

/** The rule of one shock; null for a suspension, which acts through the restriction it pauses, and for mere news. */
function ruleLens(
	shock: Shock,
	suspensions: readonly RestrictionSuspension[],
	structure: Structure,
	draw: DrawShock,
): Lens | null {
	switch (shock.kind) {
		case "export-restriction":
			return exportRestrictionLens(shock, suspensions, draw);
		case "enforcement":
			return enforcementLens(shock, draw);
		case "refining-investment":
			return refiningInvestmentLens(
				shock,
				structure.projects.findIndex((site) => site.id === shock.id),
				draw,
			);
		case "outage":
			return outageLens(shock, structure, draw);
		case "ore-export-ban":
			return oreExportBanLens(shock, draw);
		case "segment-growth":
			return segmentGrowthLens(shock, draw);
		case "reserve-purchases":
			return reservePurchasesLens(shock, draw);
		case "route":
			return routeLens(shock, draw);
		case "restriction-suspension":
		case "news":
			return null;
	}
}

/**
 * Every lens of a scenario as one replicate has drawn it, in the order of shock ids.
 *
 * @param drawOf who draws the numbers of a shock
 */
export function lensesOf(
	scenario: SoundScenario,
	structure: Structure,
	drawOf: (shock: Shock) => DrawShock,
): readonly Lens[] {
	const happening = scenario.shocks.filter((shock) => {
		const draw = drawOf(shock);
		return (
			draw(shock.id, "happens", CERTAIN) <
			draw(shock.id, "probability", shock.probability)
		);
	});
	const suspensions = happening.filter(isSuspension);
	return happening
		.flatMap((shock) => [
			ruleLens(shock, suspensions, structure, drawOf(shock)),
			newsLens(shock, drawOf(shock)),
		])
		.filter((lens) => lens !== null);
}
