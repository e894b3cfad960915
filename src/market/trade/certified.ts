/** Certified metal, allotted to munitions makers before the auction. */

import { withheldShare } from "../agents/islamabad.ts";
import type { Market } from "../world/market.ts";
import { PK, REGION_COUNT } from "../world/structure.ts";

/** Share of a recycler's metal that munitions makers accept. */
function recycledShare(market: Market, recycler: number): number {
	return (
		market.structure.recyclers.certified[recycler]! *
		market.parameters.qualifiedAtStart
	);
}

/**
 * Certified metal at a plant that is not yet taken, t Sb; Pakistan's only as far as Islamabad
 * lets it go, since only the United States and its allies ask for it.
 */
function certifiedLeft(market: Market, plant: number): number {
	const { structure, state, flows } = market;
	const free =
		structure.refiners.region[plant] === PK ? 1 - withheldShare(market) : 1;
	return (
		free * state.certified[plant]! * state.finished[plant]! -
		flows.finishedCertified[plant]!
	);
}

/** Certified metal of the regions from `from` to before `to`, t Sb. */
function poolOf(market: Market, from: number, to: number): number {
	const { structure, flows } = market;
	const { refiners, recyclers } = structure;
	let pool = 0;
	const lastPlant = refiners.first[to]!;
	for (let p = refiners.first[from]!; p < lastPlant; p += 1)
		pool += certifiedLeft(market, p);
	const lastRecycler = recyclers.first[to]!;
	for (let i = recyclers.first[from]!; i < lastRecycler; i += 1)
		pool +=
			recycledShare(market, i) * flows.recycled[i]! -
			flows.recycledCertified[i]!;
	return Math.max(0, pool);
}

/** Takes `share` of the certified pool of a range of regions; returns the Pakistani part, t Sb. */
function takeFrom(
	market: Market,
	from: number,
	to: number,
	share: number,
): number {
	const { structure, flows } = market;
	const { refiners, recyclers } = structure;
	let pakistani = 0;
	const lastPlant = refiners.first[to]!;
	for (let p = refiners.first[from]!; p < lastPlant; p += 1) {
		const taken = share * Math.max(0, certifiedLeft(market, p));
		flows.finishedCertified[p]! += taken;
		if (refiners.region[p] === PK) pakistani += taken;
	}
	const lastRecycler = recyclers.first[to]!;
	for (let i = recyclers.first[from]!; i < lastRecycler; i += 1) {
		const left =
			recycledShare(market, i) * flows.recycled[i]! -
			flows.recycledCertified[i]!;
		flows.recycledCertified[i]! += share * Math.max(0, left);
	}
	return pakistani;
}

/**
 * Serves munitions makers before the auction: from certified plants of their own region first,
 * then from those of the allies, in proportion.
 */
export function serveCertified(market: Market): void {
	const { structure, flows } = market;
	flows.finishedCertified.fill(0);
	flows.recycledCertified.fill(0);
	const { count, region } = structure.defenceBuyers;
	for (let d = 0; d < count; d += 1) {
		const home = region[d]!;
		const pool = poolOf(market, home, home + 1);
		const tonnes = Math.min(flows.certifiedWanted[d]!, pool);
		flows.certifiedTaken[d] = tonnes;
		flows.certifiedPakistani[d] =
			pool > 0 ? takeFrom(market, home, home + 1, tonnes / pool) : 0;
	}
	let open = 0;
	for (let d = 0; d < count; d += 1)
		open += flows.certifiedWanted[d]! - flows.certifiedTaken[d]!;
	const pool = poolOf(market, 0, REGION_COUNT);
	const served = Math.min(open, pool);
	const pakistani =
		pool > 0 ? takeFrom(market, 0, REGION_COUNT, served / pool) : 0;
	for (let d = 0; d < count; d += 1) {
		const missing = flows.certifiedWanted[d]! - flows.certifiedTaken[d]!;
		const part = open > 0 ? missing / open : 0;
		flows.certifiedTaken[d]! += part * served;
		flows.certifiedPakistani[d]! += part * pakistani;
	}
}
