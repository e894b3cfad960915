/** Lenses of investments: refineries and mines that may be decided, and recycling works. */

import { log } from "../../math.ts";
import { instantOf } from "../../quantities.ts";
import type {
	MineInvestment,
	Project,
	Recycling,
	RefiningInvestment,
} from "../../scenario/shocks/investment.ts";
import { MOST_WORKS, type Rules } from "../world/rules.ts";
import {
	type ProjectSite,
	regionIndex,
	type Structure,
} from "../world/structure.ts";
import type { DrawShock } from "./draw.ts";
import { qualifyingMonths } from "./qualification.ts";
import type { Lens } from "./rules.ts";
import type { Lenses, Surroundings } from "./shock-lens.ts";
import { shareOf, spanOf, ticksOf } from "./span.ts";

/** Ramp classes: months to full capacity and their odds; the last class is stuck at 60 %. Basis: assumed. */
const RAMP_MONTHS = [12, 30, 48, 30] as const;
const RAMP_ODDS = [0.3, 0.45, 0.15, 0.1] as const;
const STUCK_AT = 0.6;
const UNIT = { kind: "uniform", low: 0, high: 1 } as const;

function rampClass(u: number): number {
	let sum = 0;
	for (let i = 0; i < RAMP_ODDS.length; i += 1) {
		sum += RAMP_ODDS[i]!;
		if (u < sum) return i;
	}
	return RAMP_ODDS.length - 1;
}

/** Monthly hazard of what is certain: past any patience. */
const CERTAIN = 1e6;

/** A project as one replicate has drawn it, apart from what the market decides. */
export interface DrawnProject {
	/** t Sb a month on paper */
	readonly nameplate: number;
	/** −ln(1 − p) / window; -1 when net present value alone decides */
	readonly hazard: number;
	/** summed hazard at which the decision falls, −ln(1 − u) */
	readonly patience: number;
	/** first and last month in which it may be decided, in months since 2018-01 */
	readonly from: number;
	readonly until: number;
	/** months from decision to first output */
	readonly lead: number;
	readonly rampMonths: number;
	/** share of nameplate it ever reaches */
	readonly ceiling: number;
}

/**
 * Monthly hazard that gives `probability` within `window` months; certainty
 * decides at once.
 *
 *     h = −ln(1 − probability) / window
 */
export function monthlyHazard(probability: number, window: number): number {
	return probability >= 1
		? CERTAIN
		: -log(1 - probability) / Math.max(window, 1);
}

/** Draws the life of a project; the number of draws never depends on a branch. */
export function drawProject(
	investment: Project,
	draw: DrawShock,
): DrawnProject {
	const { id, decisionProbability, decisionWithin } = investment;
	const window = draw(id, "decisionWithin", decisionWithin);
	const ramp = rampClass(draw(id, "ramp", UNIT));
	const from = instantOf(investment.from);
	const ends =
		investment.to === null
			? Number.POSITIVE_INFINITY
			: instantOf(investment.to);
	return {
		nameplate: draw(id, "capacity", investment.capacity) / 12,
		hazard:
			decisionProbability === null
				? -1
				: monthlyHazard(
						draw(id, "decisionProbability", decisionProbability),
						window,
					),
		patience: -log(1 - draw(id, "decision", UNIT)),
		from,
		until: Math.min(from + window, ends),
		lead:
			draw(id, "buildMonths", investment.buildMonths) *
			draw(id, "slip", investment.slip),
		rampMonths: RAMP_MONTHS[ramp]!,
		ceiling: ramp === RAMP_MONTHS.length - 1 ? STUCK_AT : 1,
	};
}

/**
 * First output at the odds of the file, before prices and support move them,
 * months since 2018-01; Infinity when it is not decided, or only by its worth.
 */
export function plainStart(drawn: DrawnProject): number {
	const delay = drawn.patience / drawn.hazard;
	const decided = drawn.hazard > 0 && drawn.from + delay <= drawn.until;
	return decided ? drawn.from + delay + drawn.lead : Number.POSITIVE_INFINITY;
}

interface DrawnSupport {
	readonly floor: number;
	readonly loan: number;
	readonly grant: number;
}

function drawSupport({ id, support }: Project, draw: DrawShock): DrawnSupport {
	return {
		floor: support.floor === null ? 0 : draw(id, "floor", support.floor),
		loan: support.loan === null ? 0 : draw(id, "loan", support.loan),
		grant: support.grant === null ? 0 : draw(id, "grant", support.grant),
	};
}

/** Lays the terms of a drawn project into the rules of a month. */
function propose(
	rules: Rules,
	tick: number,
	project: number,
	drawn: DrawnProject,
	support: DrawnSupport,
): void {
	const open = tick >= Math.floor(drawn.from) && tick <= drawn.until;
	rules.projectOpen[project] = open ? 1 : 0;
	rules.projectNameplate[project] = drawn.nameplate;
	rules.projectHazard[project] = drawn.hazard;
	rules.projectPatience[project] = drawn.patience;
	rules.projectLead[project] = drawn.lead;
	rules.projectRamp[project] = drawn.rampMonths;
	rules.projectCeiling[project] = drawn.ceiling;
	rules.projectFloor[project] = support.floor;
	rules.projectLoan[project] = support.loan;
	rules.projectGrant[project] = support.grant;
	rules.projectOwnFeed[project] = 0;
}

/** Place of an investment in the list of projects. */
function placeOf(
	{ projects }: Structure,
	investment: Project,
	makes: ProjectSite["makes"],
): number {
	return projects.findIndex(
		(site) =>
			site.id === investment.id &&
			site.region === investment.in &&
			site.makes === makes,
	);
}

/** A refinery that may be decided, built, ramped up and certified. */
function refineryLens(
	investment: RefiningInvestment,
	{ structure, draw }: Surroundings,
): Lens {
	const project = placeOf(structure, investment, "metal");
	const plant = structure.refiners.project.indexOf(project);
	const { cost } = structure.projects[project]!;
	const drawn = drawProject(investment, draw);
	const support = drawSupport(investment, draw);
	const qualifying = qualifyingMonths(investment.id, draw);
	const buyer =
		investment.offtake === null ? -1 : regionIndex(investment.offtake);
	return {
		from: Math.floor(drawn.from),
		to: Number.POSITIVE_INFINITY,
		apply: (rules, tick) => {
			propose(rules, tick, project, drawn, support);
			rules.projectCost[project] = cost;
			rules.projectOwnFeed[project] = investment.feed === "own" ? 1 : 0;
			if (investment.certified) rules.qualifyingMonths[plant] = qualifying;
			if (support.floor > 0) {
				rules.floorPrice[plant] = Math.max(
					rules.floorPrice[plant]!,
					support.floor,
				);
				rules.floorTonnes[plant] = Number.POSITIVE_INFINITY;
			}
			if (buyer < 0) return;
			rules.offtakeBuyer[plant] = buyer;
			rules.offtakeTonnes[plant] = Number.POSITIVE_INFINITY;
		},
	};
}

/** A mine that may be decided, built and ramped up. */
function mineLens(
	investment: MineInvestment,
	{ structure, draw }: Surroundings,
): Lens {
	const project = placeOf(structure, investment, "ore");
	const drawn = drawProject(investment, draw);
	const support = drawSupport(investment, draw);
	const cost = draw(investment.id, "unitCost", investment.unitCost);
	return {
		from: Math.floor(drawn.from),
		to: Number.POSITIVE_INFINITY,
		apply: (rules, tick) => {
			propose(rules, tick, project, drawn, support);
			rules.projectCost[project] = cost;
		},
	};
}

/** Recycling works added to a region, from their first day on. */
function recyclingLens(recycling: Recycling, { draw }: Surroundings): Lens {
	const perMonth = draw(recycling.id, "capacity", recycling.capacity) / 12;
	const cost = draw(recycling.id, "cost", recycling.cost);
	const span = spanOf(recycling);
	const region = regionIndex(recycling.region);
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			if (rules.works === MOST_WORKS)
				throw new RangeError(`more than ${MOST_WORKS} recycling works`);
			const i = rules.works;
			rules.works += 1;
			rules.worksRegion[i] = region;
			rules.worksCapacity[i] = perMonth * shareOf(span, [], tick);
			rules.worksCost[i] = cost;
		},
	};
}

/** Effects of capacity that may be added, and the sites of projects. */
export const INVESTMENT_LENSES = {
	"refining-investment": {
		lens: refineryLens,
		site: (shock, { terms }) => ({
			id: shock.id,
			region: shock.in,
			makes: "metal",
			cost: terms.newRefineryCost.value,
		}),
	},
	"mine-investment": {
		lens: mineLens,
		site: (shock) => ({
			id: shock.id,
			region: shock.in,
			makes: "ore",
			cost: 0,
		}),
	},
	recycling: { lens: recyclingLens },
} satisfies Partial<Lenses>;
