import { REGION_COUNT, SEGMENT_COUNT, type Structure } from "../structure.ts";

/** Ways out of a region beside the hub that can be open at once. */
export const MOST_ROUTES = 8;

/**
 * The rules of one month: what outages leave, who may export what, who is
 * barred, what is needed, and what is heard. `reset` is a month without any
 * shock; every shock is a lens laid over it.
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
	/** share of the month in which `origin` may not ship to `destination`: destination × REGION_COUNT + origin */
	readonly barred = new Float64Array(REGION_COUNT * REGION_COUNT);
	/** need relative to its base: segment × REGION_COUNT + region */
	readonly need = new Float64Array(SEGMENT_COUNT * REGION_COUNT);
	/** t Sb bought (sold when negative) by the state reserve this month */
	readonly reserve = new Float64Array(REGION_COUNT);

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
	/** true once a campaign has begun */
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

	/** of each project: t Sb a month on paper and ramped up; 0 before start-up */
	readonly projectNameplate: Float64Array;
	readonly projectCapacity: Float64Array;
	/** 1 when its metal is certified */
	readonly projectCertified: Float64Array;
	/** region that takes its output under contract, -1 when none */
	readonly projectOfftake: Int32Array;
	/** 1 when it may only use ore of its own region */
	readonly projectOwnFeed: Uint8Array;

	constructor(structure: Structure) {
		const projects = structure.projects.length;
		this.mineShare = new Float64Array(structure.miners.count);
		this.refinerShare = new Float64Array(structure.refiners.count);
		this.projectNameplate = new Float64Array(projects);
		this.projectCapacity = new Float64Array(projects);
		this.projectCertified = new Float64Array(projects);
		this.projectOfftake = new Int32Array(projects);
		this.projectOwnFeed = new Uint8Array(projects);
		this.reset();
	}

	/** A month in which nothing is forbidden, broken or heard. */
	reset(): void {
		this.mineShare.fill(1);
		this.refinerShare.fill(1);
		this.oreMayLeave.fill(1);
		this.refinedFree.fill(1);
		this.oreFree.fill(1);
		this.barred.fill(0);
		this.need.fill(1);
		this.reserve.fill(0);
		this.licensed = 0;
		this.lastChance = 1;
		this.approval = -1;
		this.licenceLag = -1;
		this.quota = Number.POSITIVE_INFINITY;
		this.enforcement = 0;
		this.enforcing = false;
		this.rush = 0;
		this.kickOutside = 0;
		this.kickChina = 0;
		this.threatJump = 0;
		this.routes = 0;
		this.projectNameplate.fill(0);
		this.projectCapacity.fill(0);
		this.projectCertified.fill(0);
		this.projectOfftake.fill(-1);
		this.projectOwnFeed.fill(0);
	}
}

/** One shock as one replicate has drawn it: from its first month to its last, a lens on the rules. */
export interface Lens {
	readonly from: number;
	/** first tick it no longer touches; Infinity when open */
	readonly to: number;
	apply(rules: Rules, tick: number): void;
}

/** Writes the rules in force at `tick` into `rules`: a pure function of lenses and tick. */
export function rulesInForce(
	rules: Rules,
	lenses: readonly Lens[],
	tick: number,
): Rules {
	rules.reset();
	for (const lens of lenses)
		if (lens.from <= tick && tick < lens.to) lens.apply(rules, tick);
	return rules;
}
