/** What a shock takes from the supply of the year to come: the news that it carries of itself. */

import type { ExportRestriction } from "../../scenario/shocks/restriction.ts";
import { CN, REGION_COUNT, regionIndex } from "../world/structure.ts";
import type { Span } from "./span.ts";
import type { SupplyShares } from "./supply-shares.ts";

/**
 * News of a loss: the share of a year's supply that a shock touches times how surely it is lost,
 * outside China and in it, negative where metal is kept; and the fear of a cut-off it raises, 0 to 1.
 */
export interface Taking {
	readonly outside: number;
	readonly china: number;
	readonly fear: number;
}

/** A shock that takes nothing. */
export const NOTHING: Taking = { outside: 0, china: 0, fear: 0 };

/** How surely supply is lost to licences whose share of grants nobody has said. Basis: assumed. */
const LICENCE_SEVERITY = 0.5;
/** Strength with which belief in the threat to Chinese supply jumps on a ban. Basis: assumed. */
const FEAR_OF_BAN = 0.9;
const YEAR = 12;

/** Part of the year after its start in which a shock lasts. */
export function partOfYear({ from, to }: Span): number {
	return Math.min(1, (to - from) / YEAR);
}

/** Loss of some tonnes a month of the world's supply, felt alike in and outside China. */
export function lossToAll(
	tonnes: number,
	severity: number,
	{ world }: SupplyShares,
): Taking {
	const share = (severity * tonnes) / world;
	return { outside: share, china: share, fear: 0 };
}

/** Tonnes a month that the destinations buy from China. */
function boughtFromChina(
	{ destinations }: ExportRestriction,
	{ fromChina }: SupplyShares,
): number {
	const buyers =
		destinations === null
			? fromChina.keys()
			: destinations.map(regionIndex).values();
	let tonnes = 0;
	for (const buyer of buyers) tonnes += fromChina[buyer]!;
	return tonnes;
}

/** How surely a restriction loses what it touches: a ban all, licences what is not granted, a quota what is above it. */
export function severityOf(
	{ mode }: ExportRestriction,
	approval: number | null,
	quota: number | null,
	exported: number,
): number {
	if (mode === "ban") return 1;
	if (mode === "licence")
		return approval === null ? LICENCE_SEVERITY : 1 - approval;
	const left = (quota ?? Number.POSITIVE_INFINITY) / YEAR / exported;
	return Math.max(0, 1 - left);
}

/**
 * Loss by a Chinese restriction. Where it holds for all destinations, what may not leave stays at
 * home and is news of plenty there; a ban on some is not, since others buy.
 */
export function chineseRestriction(
	restriction: ExportRestriction,
	severity: number,
	supply: SupplyShares,
): Taking {
	const tonnes = boughtFromChina(restriction, supply);
	const stays = restriction.destinations === null ? tonnes : 0;
	return {
		outside: (severity * tonnes) / supply.needOutside,
		china: stays > 0 ? (-severity * stays) / supply.metal[CN]! : 0,
		fear: FEAR_OF_BAN * severity,
	};
}

/** Metal that a region sells abroad on balance, China what others buy from it, t a month. */
export function soldAbroad(
	region: number,
	{ metal, need, fromChina }: SupplyShares,
): number {
	return region === CN
		? fromChina.reduce((sum, tonnes) => sum + tonnes, 0)
		: Math.max(0, metal[region]! - need[region]!);
}

/** Metal that a region but China sells abroad to the destinations of its ban, t a month. */
export function soldBy(
	region: number,
	{ destinations }: ExportRestriction,
	supply: SupplyShares,
): number {
	const { need } = supply;
	const sold = soldAbroad(region, supply);
	if (destinations === null) return sold;
	let asked = 0;
	let all = 0;
	for (let r = 0; r < REGION_COUNT; r += 1) if (r !== region) all += need[r]!;
	for (const one of destinations) asked += need[regionIndex(one)]!;
	return (sold * asked) / all;
}
