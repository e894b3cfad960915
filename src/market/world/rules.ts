/** Rules of a month: what may be traded, what is disturbed, what states buy and support. */

import {
	REGION_COUNT,
	SEGMENT_COUNT,
	type Structure,
	US,
} from "./structure.ts";

/** Most ore routes beside the hub that can be open at once. */
export const MOST_ROUTES = 8;

/** Most recycling works that scenarios may add. */
export const MOST_WORKS = 8;

/** Modes of a stockpile agency. */
export const NO_AGENCY = 0;

export const FILL = 1;

export const HOLD = 2;

export const RELEASE = 3;

/** Origins of metal that defence may take. */
export const ANY_ORIGIN = 0;

export const NOT_CHINESE = 1;

export const CERTIFIED_ONLY = 2;

/**
 * China's hold on Islamabad before any path: its share of Pakistan's arms imports. Source:
 * SIPRI, 2020-24.
 */
const LEVERAGE = 0.81;

/**
 * Rules of one month: what outages leave, who may export what, who is barred, what is needed,
 * and what is heard. `reset` makes a month without any shock; every shock is a lens laid over
 * it.
 */
export class Rules {
	/** share of output left at each mine, refiner */
	readonly mineShare: Float64Array;
	readonly refinerShare: Float64Array;
	/** share of ore that may leave a region */
	readonly oreMayLeave = new Float64Array(REGION_COUNT);
	/** share of export capacity that is free, by region */
	readonly refinedFree = new Float64Array(REGION_COUNT);
	readonly oreFree = new Float64Array(REGION_COUNT);
	/**
	 * share of the month in which `origin` may not ship to `destination`: destination ×
	 * REGION_COUNT + origin
	 */
	readonly barred = new Float64Array(REGION_COUNT * REGION_COUNT);
	/** need relative to its base: segment × REGION_COUNT + region */
	readonly need = new Float64Array(SEGMENT_COUNT * REGION_COUNT);
	/** defence need relative to its base, by region */
	readonly defenceSurge = new Float64Array(REGION_COUNT);
	/** t Sb bought (sold when negative) by the state reserve this month */
	readonly reserve = new Float64Array(REGION_COUNT);
	/** duty, share of value: importer × REGION_COUNT + origin */
	readonly metalDuty = new Float64Array(REGION_COUNT * REGION_COUNT);
	readonly oreDuty = new Float64Array(REGION_COUNT * REGION_COUNT);
	/** origins that defence buyers of a region may take: ANY_ORIGIN, NOT_CHINESE, CERTIFIED_ONLY */
	readonly defenceAdmits = new Int32Array(REGION_COUNT);
	/** share of what defence lacks that rated orders may take from civil ammunition */
	readonly rated = new Float64Array(REGION_COUNT);
	/** share of capacity left at each exporter of metal, of ore */
	readonly exporterFree: Float64Array;
	readonly oreExporterFree: Float64Array;

	/**
	 * stockpile agencies by region: mode, target in t Sb, USD a month, USD/t, t Sb a month,
	 * months left
	 */
	readonly agency = new Int32Array(REGION_COUNT);
	readonly agencyTarget = new Float64Array(REGION_COUNT);
	readonly agencyBudget = new Float64Array(REGION_COUNT);
	readonly agencyLimit = new Float64Array(REGION_COUNT);
	readonly agencyRate = new Float64Array(REGION_COUNT);
	readonly agencyMonths = new Float64Array(REGION_COUNT);
	/** 1 when a release may go to anybody */
	readonly agencySpot = new Uint8Array(REGION_COUNT);

	/** by refiner: USD/t Sb guaranteed, t Sb a month it covers */
	readonly floorPrice: Float64Array;
	readonly floorTonnes: Float64Array;
	/**
	 * by refiner: region that takes its metal under contract (-1 none), t Sb a month, USD/t (0:
	 * the index)
	 */
	readonly offtakeBuyer: Int32Array;
	readonly offtakeTonnes: Float64Array;
	readonly offtakePrice: Float64Array;
	/**
	 * by refiner: months that qualification for munitions takes, a failed try included; 0 when
	 * nobody sponsors it
	 */
	readonly qualifyingMonths: Float64Array;

	/**
	 * programmes of reformulation: share of need they can replace (0 none), months to the first
	 * product; segment × REGION_COUNT + region
	 */
	readonly programmeMost = new Float64Array(SEGMENT_COUNT * REGION_COUNT);
	readonly programmeLag = new Float64Array(SEGMENT_COUNT * REGION_COUNT);

	/** recycling works added: how many, where, t Sb a month, USD/t Sb */
	works = 0;
	readonly worksRegion = new Int32Array(MOST_WORKS);
	readonly worksCapacity = new Float64Array(MOST_WORKS);
	readonly worksCost = new Float64Array(MOST_WORKS);

	/**
	 * weight of American engagement and of sanctions that fall in this month; China's hold on
	 * Islamabad
	 */
	engagement = 0;
	sanctions = 0;
	leverage = LEVERAGE;
	/** share of shipments to the US that a government holds back, by region */
	readonly withheld = new Float64Array(REGION_COUNT);

	/** share of the month in which Chinese refined exports need licences */
	licensed = 0;
	/** share of earlier capacity that can still leave unlicensed in the month licences begin */
	lastChance = 1;
	/** share of applied tonnage granted; -1 when the regimes of the office decide */
	approval = -1;
	/** months from application to licence; -1 when the model's parameter decides */
	licenceLag = -1;
	/** t Sb a quarter that may leave China; Infinity without a quota */
	quota = Number.POSITIVE_INFINITY;
	/** share by which a campaign of this month cuts grey routes */
	enforcement = 0;
	/** true in the month in which a campaign begins */
	campaignBegins = false;
	/** true while a campaign is in force */
	enforcing = false;
	/** pressure of an announced deadline on buyers, 0 to 1 */
	rush = 0;

	/** news of this month: kicks outside and inside China in units of the news kick */
	kickOutside = 0;
	kickChina = 0;
	/** strength with which belief in the threat jumps, 0 to 1 */
	threatJump = 0;

	routes = 0;
	readonly routeOrigin = new Int32Array(MOST_ROUTES);
	readonly routeDestination = new Int32Array(MOST_ROUTES);
	/** t Sb a month */
	readonly routeCapacity = new Float64Array(MOST_ROUTES);
	readonly routeCost = new Float64Array(MOST_ROUTES);
	readonly routePremium = new Float64Array(MOST_ROUTES);

	// of each project, as its investment has drawn it; a project nobody proposes has no nameplate
	/** t Sb a month on paper */
	readonly projectNameplate: Float64Array;
	/** 1 while it may be decided */
	readonly projectOpen: Uint8Array;
	/** monthly hazard of a decision without support; -1 when net present value alone decides */
	readonly projectHazard: Float64Array;
	/** summed hazard at which the decision falls */
	readonly projectPatience: Float64Array;
	/** months from decision to first output */
	readonly projectLead: Float64Array;
	/** months to full capacity, and the share of nameplate it ever reaches */
	readonly projectRamp: Float64Array;
	readonly projectCeiling: Float64Array;
	/** 1 when it may only use ore of its own region */
	readonly projectOwnFeed: Uint8Array;
	/** USD/t Sb, cost of mining or conversion */
	readonly projectCost: Float64Array;
	/** USD/t Sb, USD, USD */
	readonly projectFloor: Float64Array;
	readonly projectLoan: Float64Array;
	readonly projectGrant: Float64Array;

	constructor(structure: Structure) {
		const plants = structure.refiners.count;
		const projects = structure.projects.length;
		const perProject = () => new Float64Array(projects);
		this.mineShare = new Float64Array(structure.miners.count);
		this.refinerShare = new Float64Array(plants);
		this.exporterFree = new Float64Array(structure.refinedExporters.count);
		this.oreExporterFree = new Float64Array(structure.oreExporters.count);
		this.floorPrice = new Float64Array(plants);
		this.floorTonnes = new Float64Array(plants);
		this.offtakeBuyer = new Int32Array(plants);
		this.offtakeTonnes = new Float64Array(plants);
		this.offtakePrice = new Float64Array(plants);
		this.qualifyingMonths = new Float64Array(plants);
		this.projectNameplate = perProject();
		this.projectOpen = new Uint8Array(projects);
		this.projectHazard = perProject();
		this.projectPatience = perProject();
		this.projectLead = perProject();
		this.projectRamp = perProject();
		this.projectCeiling = perProject();
		this.projectOwnFeed = new Uint8Array(projects);
		this.projectCost = perProject();
		this.projectFloor = perProject();
		this.projectLoan = perProject();
		this.projectGrant = perProject();
		this.reset();
	}

	/** Makes a month in which nothing is forbidden, broken or heard. */
	reset(): void {
		this.mineShare.fill(1);
		this.refinerShare.fill(1);
		this.oreMayLeave.fill(1);
		this.refinedFree.fill(1);
		this.oreFree.fill(1);
		this.barred.fill(0);
		this.need.fill(1);
		this.defenceSurge.fill(1);
		this.reserve.fill(0);
		this.metalDuty.fill(0);
		this.oreDuty.fill(0);
		this.defenceAdmits.fill(ANY_ORIGIN);
		this.rated.fill(0);
		// in the US rated orders are the law of every month
		this.rated[US] = 1;
		this.exporterFree.fill(1);
		this.oreExporterFree.fill(1);
		this.agency.fill(NO_AGENCY);
		this.floorPrice.fill(0);
		this.floorTonnes.fill(0);
		this.offtakeBuyer.fill(-1);
		this.offtakeTonnes.fill(0);
		this.offtakePrice.fill(0);
		this.qualifyingMonths.fill(0);
		this.programmeMost.fill(0);
		this.works = 0;
		this.engagement = 0;
		this.sanctions = 0;
		this.leverage = LEVERAGE;
		this.withheld.fill(0);
		this.licensed = 0;
		this.lastChance = 1;
		this.approval = -1;
		this.licenceLag = -1;
		this.quota = Number.POSITIVE_INFINITY;
		this.enforcement = 0;
		this.campaignBegins = false;
		this.enforcing = false;
		this.rush = 0;
		this.kickOutside = 0;
		this.kickChina = 0;
		this.threatJump = 0;
		this.routes = 0;
		this.projectNameplate.fill(0);
		this.projectOpen.fill(0);
	}
}

/** Share of a month above which a rule that cannot act in part counts for the whole month. */
export const COUNTS_FROM = 0.5;

/** True when a source region may not sell to an importer this month. */
export function isBarred(
	rules: Rules,
	importer: number,
	source: number,
): boolean {
	return rules.barred[importer * REGION_COUNT + source]! > COUNTS_FROM;
}
