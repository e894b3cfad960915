/** Layout of a calibrated world in arrays, agents sorted by region. */

import type { World } from "../../calibration/agents/world.ts";
import { REGIONS, type Region, SEGMENTS } from "../../calibration/row.ts";
import {
	type AgentRange,
	ARTISANAL,
	BY_PRODUCT,
	type CivilBuyers,
	type DefenceBuyers,
	type Exporters,
	type Miners,
	PRIMARY,
	type ProjectSite,
	REGION_COUNT,
	type Recyclers,
	type Refiners,
	regionIndex,
	type Structure,
	type Traders,
} from "./structure.ts";

interface Placed {
	readonly id: string;
	readonly region: Region;
}

/** Sorts rows by region, then id, and marks where each region begins. */
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

/** Projects that make one good, each with its place in the list of all. */
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

/** Places civil buyers; defence need, which is part of their rows, is taken out of them pro rata. */
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

/** Places one defence buyer a region; the share of its need that must be certified is a parameter. */
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

/** Places exporters of one good by region, each region's from cheap to dear. */
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
/** Capacity that no flow reaches, t Sb a month. */
const UNLIMITED = 1e6;

/** Adds exporters for the metal of projects in regions that have none. */
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
