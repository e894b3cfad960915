/** Names of the model's parameters, as code uses them. */

import { PRIORS } from "../../calibration/priors/priors.ts";

/** Path of each parameter in the calibration, by its name in code. */
const PATHS = {
	elasticityShort: "demand.elasticity.short",
	elasticityLongExtra: "demand.elasticity.long-extra",
	habitMonths: "demand.habit.months",
	choke: "demand.choke",
	growthTo2023: "demand.growth-to-2023",
	lateness: "demand.lateness",
	minimumCover: "stocks.minimum-months",
	elasticCover: "stocks.elastic-months",
	stockElasticity: "stocks.elasticity",
	adjustment: "stocks.adjustment",
	supplyLine: "stocks.supply-line",
	normSpeed: "beliefs.norm-speed",
	longMemory: "beliefs.long-memory",
	trend: "beliefs.trend",
	newsKick: "beliefs.news-kick",
	kickFade: "beliefs.kick-fade",
	newsPersistence: "beliefs.news-persistence",
	holders: "beliefs.holders",
	alarm: "beliefs.alarm",
	precautionScale: "precaution.scale",
	threatFade: "precaution.fade",
	threatElsewhere: "precaution.elsewhere",
	precautionRamp: "precaution.ramp",
	precautionBudget: "precaution.budget",
	precautionUsed: "precaution.used",
	rush: "precaution.rush",
	yield: "refining.yield",
	capacityOutside: "refining.capacity-outside",
	mineElasticity: "mines.elasticity",
	reopening: "mines.reopening",
	olimpiadaBefore: "mines.olimpiada-before",
	artisanalElasticity: "mines.artisanal-elasticity",
	contractShare: "trade.contract-share",
	indexWeight: "trade.index-weight",
	traderStock: "trade.trader-stock",
	rerouting: "trade.rerouting",
	licenceLag: "licences.lag",
	leak: "licences.leak",
	campaignFade: "licences.campaign-fade",
	greyGrowth: "grey.growth",
	greyRecovery: "grey.recovery",
	greyCeiling: "grey.ceiling",
	certifiedCover: "defence.certified-cover",
	certifiedShare: "demand.defence.certifiedShare",
	defenceGrowth: "demand.defence.growth",
	pakistanGrowth: "pakistan.growth",
	qualifiedAtStart: "demand.defence.qualified-at-start",
	substitutionThreshold: "substitution.threshold",
	substitutionScale: "substitution.scale",
	substitutionForGood: "substitution.for-good",
	hurdle: "projects.hurdle",
	priceHalfLife: "projects.half-life",
	discount: "projects.discount",
	smelterCapital: "projects.smelter-capital",
	mineCapital: "projects.mine-capital",
	loanDefault: "projects.loan-default",
	withholdingHazard: "alignment.hazard",
	withholdingLength: "alignment.length",
	macroNoise: "noise.macro",
	newsNoise: "noise.news",
} as const;

/** One replicate's parameters by name; units and meaning stand in `calibration/priors.ts`. */
export type Parameters = { readonly [name in keyof typeof PATHS]: number };

const POSITIONS = Object.entries(PATHS).map(([name, path]) => {
	const position = PRIORS.findIndex((row) => row.path === path);
	if (position < 0) throw new Error(`no prior for parameter ${path}`);
	return [name, position] as const;
});

/** Names the values of a draw, given in the order of PRIORS. */
export function nameParameters(values: Float64Array): Parameters {
	return Object.fromEntries(
		POSITIONS.map(([name, position]) => [name, values[position]]),
	) as unknown as Parameters;
}
