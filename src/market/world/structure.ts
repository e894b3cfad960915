/** Structure of a market: regions and agents, as no month changes them. */

import { REGIONS, type Region, SEGMENTS } from "../../calibration/row.ts";

/** Number of regions; every regional array has this length. */
export const REGION_COUNT = REGIONS.length;
/** Sources of traded metal: the regions, and Chinese metal without papers. */
export const SOURCE_COUNT = REGION_COUNT + 1;
export const GREY = REGION_COUNT;
/** Number of civil uses. */
export const SEGMENT_COUNT = SEGMENTS.length;

/** Position of a region in every regional array. */
export function regionIndex(region: Region): number {
	return REGIONS.indexOf(region);
}

export const CN = regionIndex("CN");
export const US = regionIndex("US");
export const EU = regionIndex("EU");
export const JK = regionIndex("JK");
export const SA = regionIndex("SA");
export const RU = regionIndex("RU");
export const PK = regionIndex("PK");
export const RW = regionIndex("RW");

/** Agents of one kind, sorted by region and then by id, so that a region is a range. */
export interface AgentRange {
	readonly ids: readonly string[];
	readonly count: number;
	/** region of each agent */
	readonly region: Int32Array;
	/** first agent of each region; length REGION_COUNT + 1 */
	readonly first: Int32Array;
}

export interface Miners extends AgentRange {
	/** t Sb a month at the normal price */
	readonly capacity: Float64Array;
	/** USD/t Sb in 2023 */
	readonly unitCost: Float64Array;
	/** 0 primary, 1 by-product, 2 artisanal */
	readonly kind: Int32Array;
	/** the mine whose output follows a dated path, -1 when the world lacks it */
	readonly olimpiada: number;
	/** index of the mine's project in the list of investments, -1 for mines that exist */
	readonly project: Int32Array;
}

export const PRIMARY = 0;
export const BY_PRODUCT = 1;
export const ARTISANAL = 2;

export interface Refiners extends AgentRange {
	/** t Sb of refined metal a month */
	readonly capacity: Float64Array;
	readonly run2023: Float64Array;
	/** USD/t Sb */
	readonly conversionCost: Float64Array;
	/** share of output that is certified for munitions from the start */
	readonly certified: Float64Array;
	/** index of the plant's project in the list of investments, -1 for plants that exist */
	readonly project: Int32Array;
}

export interface Recyclers extends AgentRange {
	/** t Sb a month */
	readonly output: Float64Array;
	readonly certified: Float64Array;
}

export interface CivilBuyers extends AgentRange {
	readonly segment: Int32Array;
	/** t Sb a month at the normal price, defence need taken out */
	readonly need: Float64Array;
}

export interface DefenceBuyers extends AgentRange {
	/** t Sb a month, all defence need of the region */
	readonly need: Float64Array;
}

export interface Traders extends AgentRange {
	/** share of all traders' normal stock */
	readonly share: Float64Array;
}

export interface Exporters extends AgentRange {
	/** USD/t Sb */
	readonly cost: Float64Array;
	/** t Sb a month */
	readonly capacity: Float64Array;
	readonly licensed: Uint8Array;
	readonly grey: Uint8Array;
	/** 1 for exporters who exist only for a project's metal, from its first month on */
	readonly forProjects: Uint8Array;
}

/** An investment that may become a refiner or a mine; the world does not have it yet. */
export interface ProjectSite {
	readonly id: string;
	readonly region: Region;
	readonly makes: "metal" | "ore";
	/** USD/t Sb, conversion of the plant or mining at the mine to be built */
	readonly cost: number;
}

/** Everything about the market that no month changes. */
export interface Structure {
	readonly miners: Miners;
	readonly refiners: Refiners;
	readonly recyclers: Recyclers;
	readonly civilBuyers: CivilBuyers;
	readonly defenceBuyers: DefenceBuyers;
	readonly traders: Traders;
	readonly refinedExporters: Exporters;
	readonly oreExporters: Exporters;
	readonly projects: readonly ProjectSite[];
}
