import type { Distribution } from "../../random/distribution.ts";
import type {
	MineInvestment,
	RefiningInvestment,
	RestrictionSuspension,
	RouteClosure,
	Shock,
	SoundScenario,
} from "../../scenario/types.ts";
import type { ProjectSite, Structure } from "../world/structure.ts";
import type { DrawShock } from "./draw.ts";
import { exportRestrictionLens } from "./export-restriction.ts";
import { mineInvestmentLens, refiningInvestmentLens } from "./investment.ts";
import {
	chineseLeverageLens,
	proliferationSanctionsLens,
	usEngagementLens,
	withholdingLens,
} from "./islamabad-lenses.ts";
import {
	offtakeLens,
	priceFloorLens,
	ratedOrdersLens,
	recyclingLens,
	stockpileLens,
} from "./lever-lenses.ts";
import {
	demandSurgeLens,
	segmentGrowthLens,
	substitutionProgrammeLens,
} from "./need-lenses.ts";
import { outageLens } from "./outage.ts";
import type { Lens } from "./rules.ts";
import {
	enforcementLens,
	newsLens,
	oreExportBanLens,
	reservePurchasesLens,
} from "./small-lenses.ts";
import {
	originRuleLens,
	routeClosureLens,
	routeLens,
	tariffLens,
} from "./trade-lenses.ts";

const CERTAIN: Distribution = { kind: "uniform", low: 0, high: 1 };

function isSuspension(shock: Shock): shock is RestrictionSuspension {
	return shock.kind === "restriction-suspension";
}

function isClosure(shock: Shock): shock is RouteClosure {
	return shock.kind === "route-closure";
}

/** Shocks that act through others: they pause a restriction or shut a route. */
interface Modifiers {
	readonly suspensions: readonly RestrictionSuspension[];
	readonly closures: readonly RouteClosure[];
}

/** Where an investment stands in the list of projects. */
function siteOf(
	structure: Structure,
	investment: RefiningInvestment | MineInvestment,
	makes: ProjectSite["makes"],
): number {
	return structure.projects.findIndex(
		(site) =>
			site.id === investment.id &&
			site.region === investment.in &&
			site.makes === makes,
	);
}

function investmentLens(
	shock: RefiningInvestment,
	structure: Structure,
	draw: DrawShock,
): Lens {
	const project = siteOf(structure, shock, "metal");
	return refiningInvestmentLens(
		shock,
		project,
		structure.refiners.project.indexOf(project),
		structure.projects[project]!.cost,
		draw,
	);
}

/** The rule of one shock; null for a suspension, which acts through the restriction it pauses, and for mere news. */
function ruleLens(
	shock: Shock,
	{ suspensions, closures }: Modifiers,
	structure: Structure,
	draw: DrawShock,
): Lens | null {
	switch (shock.kind) {
		case "export-restriction":
			return exportRestrictionLens(shock, suspensions, draw);
		case "enforcement":
			return enforcementLens(shock, draw);
		case "refining-investment":
			return investmentLens(shock, structure, draw);
		case "mine-investment":
			return mineInvestmentLens(shock, siteOf(structure, shock, "ore"), draw);
		case "outage":
			return outageLens(shock, structure, draw);
		case "ore-export-ban":
			return oreExportBanLens(shock, draw);
		case "segment-growth":
			return segmentGrowthLens(shock, draw);
		case "demand-surge":
			return demandSurgeLens(shock, draw);
		case "substitution-programme":
			return substitutionProgrammeLens(shock, draw);
		case "reserve-purchases":
			return reservePurchasesLens(shock, draw);
		case "stockpile":
			return stockpileLens(shock, draw);
		case "rated-orders":
			return ratedOrdersLens(shock, draw);
		case "price-floor":
			return priceFloorLens(shock, structure, draw);
		case "offtake":
			return offtakeLens(shock, structure, draw);
		case "recycling":
			return recyclingLens(shock, draw);
		case "tariff":
			return tariffLens(shock, draw);
		case "origin-rule":
			return originRuleLens(shock);
		case "route":
			return routeLens(shock, closures, draw);
		case "route-closure":
			return routeClosureLens(shock, structure, draw);
		case "us-engagement":
			return usEngagementLens(shock, draw);
		case "chinese-leverage":
			return chineseLeverageLens(shock, draw);
		case "proliferation-sanctions":
			return proliferationSanctionsLens(shock, draw);
		case "withholding":
			return withholdingLens(shock, draw);
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
	const modifiers = {
		suspensions: happening.filter(isSuspension),
		closures: happening.filter(isClosure),
	};
	return happening
		.flatMap((shock) => [
			ruleLens(shock, modifiers, structure, drawOf(shock)),
			newsLens(shock, drawOf(shock)),
		])
		.filter((lens) => lens !== null);
}
