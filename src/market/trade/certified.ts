import { withheldShare } from "../agents/islamabad.ts";
import type { Market } from "../market.ts";
import { PK } from "../structure.ts";

/** Share of a recycler's metal that munitions makers accept. */
function recycledShare(market: Market, recycler: number): number {
	return (
		market.structure.recyclers.certified[recycler]! *
		market.parameters.qualifiedAtStart
	);
}

/** Certified metal at a plant that is not yet taken, t Sb; Pakistan's only as far as Islamabad lets it go, since nobody but the US and its allies asks for it. */
function certifiedLeft(market: Market, plant: number): number {
	const { structure, state, flows } = market;
	const free =
		structure.refiners.region[plant] === PK ? 1 - withheldShare(market) : 1;
	return (
		free * state.certified[plant]! * state.finished[plant]! -
		flows.finishedCertified[plant]!
	);
}

/** Certified metal in a range of plants and recyclers; in all of them when `region` is −1. */
function poolOf(market: Market, region: number): number {
	const { structure, flows } = market;
	const { refiners, recyclers } = structure;
	let pool = 0;
	for (let p = 0; p < refiners.count; p += 1)
		if (region < 0 || refiners.region[p] === region)
			pool += certifiedLeft(market, p);
	for (let i = 0; i < recyclers.count; i += 1)
		if (region < 0 || recyclers.region[i] === region)
			pool +=
				recycledShare(market, i) * flows.recycled[i]! -
				flows.recycledCertified[i]!;
	return Math.max(0, pool);
}

/** Takes `share` of the certified pool of a region (of all when −1); returns the Pakistani part, t Sb. */
function takeFrom(market: Market, region: number, share: number): number {
	const { structure, flows } = market;
	const { refiners, recyclers } = structure;
	let pakistani = 0;
	for (let p = 0; p < refiners.count; p += 1) {
		if (region >= 0 && refiners.region[p] !== region) continue;
		const taken = share * Math.max(0, certifiedLeft(market, p));
		flows.finishedCertified[p]! += taken;
		if (refiners.region[p] === PK) pakistani += taken;
	}
	for (let i = 0; i < recyclers.count; i += 1) {
		if (region >= 0 && recyclers.region[i] !== region) continue;
		const left =
			recycledShare(market, i) * flows.recycled[i]! -
			flows.recycledCertified[i]!;
		flows.recycledCertified[i]! += share * Math.max(0, left);
	}
	return pakistani;
}

/**
 * Munitions makers are served before the auction: from certified plants of
 * their own region first, then from those of the allies, in proportion.
 */
export function serveCertified(market: Market): void {
	const { structure, flows } = market;
	flows.finishedCertified.fill(0);
	flows.recycledCertified.fill(0);
	const { count, region } = structure.defenceBuyers;
	for (let d = 0; d < count; d += 1) {
		const wanted = flows.certifiedWanted[d]!;
		const home = Math.min(wanted, poolOf(market, region[d]!));
		flows.certifiedTaken[d] = home;
		flows.certifiedPakistani[d] = take(market, region[d]!, home);
	}
	let open = 0;
	for (let d = 0; d < count; d += 1)
		open += flows.certifiedWanted[d]! - flows.certifiedTaken[d]!;
	const pool = poolOf(market, -1);
	const served = Math.min(open, pool);
	const pakistani = take(market, -1, served);
	for (let d = 0; d < count; d += 1) {
		const missing = flows.certifiedWanted[d]! - flows.certifiedTaken[d]!;
		const part = open > 0 ? missing / open : 0;
		flows.certifiedTaken[d]! += part * served;
		flows.certifiedPakistani[d]! += part * pakistani;
	}
}

function take(market: Market, region: number, tonnes: number): number {
	const pool = poolOf(market, region);
	return pool > 0 ? takeFrom(market, region, tonnes / pool) : 0;
}
