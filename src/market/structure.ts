import { REGIONS, type Region, SEGMENTS } from "../calibration/row.ts";
import type { World } from "../calibration/world.ts";

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
	/** index of the mine's project in the list of investments, -1 for those that exist */
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
	/** index of the agent's project in the list of investments, -1 for those that exist */
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

interface Placed {
	readonly id: string;
	readonly region: Region;
}

/** Sorts by region, then id, and marks where each region begins. */
function arrange<Row extends Placed>(
	rows: readonly Row[],
): { rows: readonly Row[]; range: AgentRange } {
	const sorted = [...rows].sort(
		(a, b) =>
			regionIndex(a.region) - regionIndex(b.region) || (a.id < b.id ? -1 : 1),
	);
	const first = new Int32Array(REGION_COUNT + 1);
	for (const row of sorted) first[regionIndex(row.region) + 1]! += 1;
	for (let r = 0; r < REGION_COUNT; r += 1) first[r + 1]! += first[r]!;
	const range = {
		ids: sorted.map((row) => row.id),
		count: sorted.length,
		region: Int32Array.from(sorted, (row) => regionIndex(row.region)),
		first,
	};
	return { rows: sorted, range };
}

const perMonth = (perYear: number): number => perYear / 12;
const MINE_KINDS = {
	primary: PRIMARY,
	"by-product": BY_PRODUCT,
	artisanal: ARTISANAL,
} as const;

/**
 * Share of a plant's output that munitions makers accept from the start.
 * Thompson Falls makes trisulfide to the army's specification; a third of the
 * small European plants and recyclers and Korea Zinc are taken as qualified.
 * Basis: assumed.
 */
const CERTIFIED_FROM_START: Readonly<Record<string, number>> = {
	"thompson-falls": 1,
	"small-eu-primary": 1 / 3,
	"eu-recyclers": 1 / 3,
	"korea-zinc": 1,
};

const certifiedShare = (id: string): number => CERTIFIED_FROM_START[id] ?? 0;

function placeMiners(world: World, projects: readonly ProjectSite[]): Miners {
	const standing = world.miners.map((row) => ({
		id: row.id,
		region: row.region,
		capacity: perMonth(row.capacity.value),
		unitCost: row.unitCost.value,
		kind: MINE_KINDS[row.kind],
		project: -1,
	}));
	const planned = sitesOf(projects, "ore").map(({ site, project }) => ({
		id: site.id,
		region: site.region,
		capacity: 0,
		unitCost: site.cost,
		kind: PRIMARY,
		project,
	}));
	const { rows, range } = arrange([...standing, ...planned]);
	return {
		...range,
		capacity: Float64Array.from(rows, (row) => row.capacity),
		unitCost: Float64Array.from(rows, (row) => row.unitCost),
		kind: Int32Array.from(rows, (row) => row.kind),
		olimpiada: range.ids.indexOf("olimpiada"),
		project: Int32Array.from(rows, (row) => row.project),
	};
}

/** The projects that make one good, each with its place in the list of all. */
function sitesOf(
	projects: readonly ProjectSite[],
	makes: ProjectSite["makes"],
): readonly { readonly site: ProjectSite; readonly project: number }[] {
	return projects.flatMap((site, project) =>
		site.makes === makes ? [{ site, project }] : [],
	);
}

function placeRefiners(
	world: World,
	projects: readonly ProjectSite[],
): Refiners {
	const standing = world.refiners.map((row) => ({
		id: row.id,
		region: row.region,
		capacity: perMonth(row.capacity.value),
		run2023: perMonth(row.run2023.value),
		conversionCost: row.conversionCost.value,
		project: -1,
	}));
	const planned = sitesOf(projects, "metal").map(({ site, project }) => ({
		id: site.id,
		region: site.region,
		capacity: 0,
		run2023: 0,
		conversionCost: site.cost,
		project,
	}));
	const { rows, range } = arrange([...standing, ...planned]);
	return {
		...range,
		capacity: Float64Array.from(rows, (row) => row.capacity),
		run2023: Float64Array.from(rows, (row) => row.run2023),
		conversionCost: Float64Array.from(rows, (row) => row.conversionCost),
		certified: Float64Array.from(rows, (row) => certifiedShare(row.id)),
		project: Int32Array.from(rows, (row) => row.project),
	};
}

function placeRecyclers(world: World): Recyclers {
	const { rows, range } = arrange(world.recyclers);
	return {
		...range,
		output: Float64Array.from(rows, (row) => perMonth(row.output.value)),
		certified: Float64Array.from(rows, (row) => certifiedShare(row.id)),
	};
}

/** Defence need is part of the civil rows: it is taken out of them pro rata. */
function placeCivilBuyers(world: World): CivilBuyers {
	const { rows, range } = arrange(world.civilBuyers);
	const need = Float64Array.from(rows, (row) => perMonth(row.need.value));
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const region = REGIONS[r];
		let defence = 0;
		for (const row of world.defenceBuyers)
			if (row.region === region) defence += perMonth(row.need.value);
		let civil = 0;
		for (let b = range.first[r]!; b < range.first[r + 1]!; b += 1)
			civil += need[b]!;
		if (civil === 0) continue;
		for (let b = range.first[r]!; b < range.first[r + 1]!; b += 1)
			need[b]! *= 1 - defence / civil;
	}
	return {
		...range,
		need,
		segment: Int32Array.from(rows, (row) => SEGMENTS.indexOf(row.segment)),
	};
}

/** One defence buyer a region; how much of its need must be certified is a parameter. */
function placeDefenceBuyers(world: World): DefenceBuyers {
	const totals = new Map<Region, number>();
	for (const row of world.defenceBuyers)
		totals.set(row.region, (totals.get(row.region) ?? 0) + row.need.value);
	const { rows, range } = arrange(
		[...totals].map(([region, need]) => ({
			id: `${region.toLowerCase()}-defence`,
			region,
			need,
		})),
	);
	return {
		...range,
		need: Float64Array.from(rows, (row) => perMonth(row.need)),
	};
}

function placeTraders(world: World): Traders {
	const { rows, range } = arrange(world.traders);
	let total = 0;
	for (const row of rows) total += row.normalStock.value;
	return {
		...range,
		share: Float64Array.from(rows, (row) => row.normalStock.value / total),
	};
}

/** Exporters of one good by region, each region's from cheap to dear. */
function placeExporters(
	world: World,
	good: "refined" | "concentrate",
	extra: readonly Placed[],
): Exporters {
	const fromWorld = world.exporters
		.filter((row) => row.good === good && row.id !== "karachi-intermediary")
		.map((row) => ({
			id: row.id,
			// the grey route carries Chinese metal: it stands in China's merit order
			region: row.grey ? ("CN" as Region) : row.region,
			cost: row.cost.value,
			capacity: perMonth(row.capacity.value),
			licensed: row.licensed ? 1 : 0,
			grey: row.grey ? 1 : 0,
			forProjects: 0,
		}));
	const added = extra.map((place) => ({
		...place,
		cost: ORDINARY_EXPORT_COST,
		capacity: UNLIMITED,
		licensed: 0,
		grey: 0,
		forProjects: 1,
	}));
	const { rows, range } = arrange([...fromWorld, ...added]);
	const ordered = [...rows].sort(
		(a, b) =>
			regionIndex(a.region) - regionIndex(b.region) ||
			a.grey - b.grey ||
			a.cost - b.cost ||
			(a.id < b.id ? -1 : 1),
	);
	return {
		...range,
		ids: ordered.map((row) => row.id),
		cost: Float64Array.from(ordered, (row) => row.cost),
		capacity: Float64Array.from(ordered, (row) => row.capacity),
		licensed: Uint8Array.from(ordered, (row) => row.licensed),
		grey: Uint8Array.from(ordered, (row) => row.grey),
		forProjects: Uint8Array.from(ordered, (row) => row.forProjects),
	};
}

/** Freight, insurance and margin of an exporter nobody describes, USD/t Sb. Basis: assumed. */
const ORDINARY_EXPORT_COST = 300;
/** t Sb a month no flow reaches */
const UNLIMITED = 1e6;

/** Where a project's metal leaves from when the world has no exporter there. */
function missingExporters(
	world: World,
	projects: readonly ProjectSite[],
): readonly Placed[] {
	const served = new Set(
		world.exporters
			.filter(
				(row) => row.good === "refined" && !row.grey && row.capacity.value > 0,
			)
			.map((row) => row.region),
	);
	const places = new Set(
		sitesOf(projects, "metal").map(({ site }) => site.region),
	);
	return [...places]
		.filter((region) => !served.has(region))
		.map((region) => ({ id: `${region.toLowerCase()}-exporters`, region }));
}

/** Lays a world out in arrays. The order in which its rows are listed does not matter. */
export function layOut(
	world: World,
	projects: readonly ProjectSite[],
): Structure {
	return {
		miners: placeMiners(world, projects),
		refiners: placeRefiners(world, projects),
		recyclers: placeRecyclers(world),
		civilBuyers: placeCivilBuyers(world),
		defenceBuyers: placeDefenceBuyers(world),
		traders: placeTraders(world),
		refinedExporters: placeExporters(
			world,
			"refined",
			missingExporters(world, projects),
		),
		oreExporters: placeExporters(world, "concentrate", []),
		projects,
	};
}
