/** World balance of antimony in 2023, line by line, against which the agents are checked. */

import { BALANCE, type Origin, tonnesPerYear } from "../figures.ts";
import { USGS_2026 } from "../publications.ts";
import type { Region, Sourced } from "../row.ts";
import type { World } from "./world.ts";

/** Share by which a line may miss and still count as closed. */
export const BALANCE_TOLERANCE = 0.1;

/** Antimony a smelter keeps, share of what it is fed. */
export const SMELTER_YIELD: Sourced = {
	value: 0.92,
	unit: "1",
	period: "2023",
	source: "United States Antimony, terminology page (recoveries)",
	basis: "assumed",
};

/** One line of the balance of 2023: its target, and its value from the rows of a world. */
export interface BalanceLine {
	readonly id: string;
	readonly label: string;
	/** t Sb/y */
	readonly target: Sourced;
	/** value from a world's rows, t Sb/y */
	readonly ofRows: (world: World) => number;
}

const total = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0);

type Regional = { readonly region: Region };
const inRegion =
	(region: Region | "world") =>
	(row: Regional): boolean =>
		region === "world" || row.region === region;

/** Ore mined, t Sb/y. */
export function minedIn(world: World, region: Region | "world"): number {
	return total(
		world.miners.filter(inRegion(region)).map((row) => row.capacity.value),
	);
}

/** Metal refined from ore in 2023, t Sb/y. */
export function refinedIn(world: World, region: Region | "world"): number {
	return total(
		world.refiners.filter(inRegion(region)).map((row) => row.run2023.value),
	);
}

/** Metal refined from scrap or beside other metals, t Sb/y. */
export function recycledIn(world: World, region: Region | "world"): number {
	return total(
		world.recyclers.filter(inRegion(region)).map((row) => row.output.value),
	);
}

/** Metal used, defence included, t Sb/y. */
export function usedIn(world: World, region: Region | "world"): number {
	return total(
		world.civilBuyers.filter(inRegion(region)).map((row) => row.need.value),
	);
}

/**
 * Refined antimony that leaves a region, t Sb/y; negative when it comes in.
 *
 *     refined exports = refined from ore + recycled − used
 */
export function refinedExports(world: World, region: Region | "world"): number {
	return (
		refinedIn(world, region) + recycledIn(world, region) - usedIn(world, region)
	);
}

/**
 * Ore that comes into a region, t Sb/y; negative when it leaves.
 *
 *     concentrate imports = refined from ore / yield − mined
 */
export function concentrateImports(
	world: World,
	region: Region | "world",
): number {
	return (
		refinedIn(world, region) / SMELTER_YIELD.value - minedIn(world, region)
	);
}

function minedBy(world: World, id: string): number {
	return total(
		world.miners
			.filter((row) => row.id === id)
			.map((row) => row.capacity.value),
	);
}

function line(
	id: string,
	label: string,
	value: number,
	ofRows: BalanceLine["ofRows"],
	origin: Origin = BALANCE,
): BalanceLine {
	return { id, label, target: tonnesPerYear(value, origin), ofRows };
}

const from = (basis: Origin["basis"], source: string): Origin => ({
	basis,
	source,
});

/**
 * The balance of 2023 that the agents must close, each line within
 * `BALANCE_TOLERANCE`. Levels without a source of their own are medians of the
 * draws with which a trial of the model reproduced 2024.
 */
export const BALANCE_2023: readonly BalanceLine[] = [
	line("world-mine", "Mined in the world", 120_000, (w) => minedIn(w, "world")),
	line(
		"china-mine",
		"Mined in China",
		61_600,
		(w) => minedIn(w, "CN"),
		from(
			"estimated",
			"CITIC Securities, January to November 2024: 50,400 t, 9 % down on the year; USGS editions say 40,000 to 60,000",
		),
	),
	line(
		"china-refined",
		"Refined from ore in China",
		73_300,
		(w) => refinedIn(w, "CN"),
		from(
			"estimated",
			"Zhiyan Consulting (2024): 66,200 t of ingot in 2023, 83,100 in 2019",
		),
	),
	line(
		"china-recycled",
		"Recycled in China",
		11_000,
		(w) => recycledIn(w, "CN"),
		from("assumed", "assumption"),
	),
	line("china-use", "Used in China", 40_300, (w) => usedIn(w, "CN")),
	line(
		"china-refined-exports",
		"Refined exports of China",
		43_400,
		(w) => refinedExports(w, "CN"),
		from("estimated", "Reuters, 2025-01-20: 50,899 t gross in 2023"),
	),
	line(
		"china-concentrate-imports",
		"Concentrate imports of China",
		17_100,
		(w) => concentrateImports(w, "CN"),
		from(
			"estimated",
			"Metalnomist (Argus), August 2024: 23,744 t gross in January to July 2023",
		),
	),
	line(
		"us-use",
		"Used in the US",
		24_300,
		(w) => usedIn(w, "US"),
		from("reported", `${USGS_2026} (apparent consumption, mean of 2021-2023)`),
	),
	line(
		"us-imports",
		"Refined imports of the US",
		19_800,
		(w) => -refinedExports(w, "US"),
		from("reported", `${USGS_2026} (20,060 t in 2023)`),
	),
	line("eu-use", "Used in the EU", 24_800, (w) => usedIn(w, "EU")),
	line("jk-use", "Used in Japan and Korea", 17_900, (w) => usedIn(w, "JK")),
	line("sa-use", "Used in South and South-East Asia", 19_000, (w) =>
		usedIn(w, "SA"),
	),
	line("rw-use", "Used in the rest of the world", 6600, (w) => usedIn(w, "RW")),
	line("russia-mine", "Mined in Russia", 26_300, (w) => minedIn(w, "RU")),
	line(
		"olimpiada",
		"Mined at Olimpiada",
		22_000,
		(w) => minedBy(w, "olimpiada"),
		from(
			"estimated",
			"Project Blue, Polyus back as world's biggest antimony producer (2024)",
		),
	),
	line("central-asia-mine", "Mined in Central Asia", 15_000, (w) =>
		minedIn(w, "CA"),
	),
	line(
		"pakistan-mine",
		"Dug in Pakistan",
		260,
		(w) => minedBy(w, "pakistan-diggers"),
		from("reported", `${USGS_2026} (figure of 2024)`),
	),
	line(
		"afghan-ore",
		"Afghan ore through Pakistan",
		400,
		(w) => minedBy(w, "afghan-ore"),
		from("assumed", "assumption"),
	),
];

/**
 * Relative miss of a line by the rows of a world: rows over target less 1, 0 when it closes.
 */
export function missOf(world: World, balance: BalanceLine): number {
	return balance.ofRows(world) / balance.target.value - 1;
}
