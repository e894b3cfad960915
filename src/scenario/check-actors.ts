import type { World } from "../calibration/world.ts";
import type { Distribution } from "../random/distribution.ts";
import { didYouMean } from "./nearest.ts";
import type { PartialShock, PlacedShock } from "./read-shocks.ts";
import type { Report } from "./report.ts";

/** An outage strikes either agents or a region. */
export function checkTarget({ shock, at }: PlacedShock, report: Report): void {
	if (shock.kind !== "outage") return;
	if (shock.agents === undefined && shock.region === undefined)
		report(
			[...at, "agents"],
			"is missing; expected agents, or a region that is struck whole",
		);
	if (shock.agents !== undefined && shock.region !== undefined)
		report(
			[...at, "region"],
			"is given beside agents; keep the one that is struck",
		);
}

/** Agents named by an outage exist. */
export function checkAgents(
	{ shock, at }: PartialShock,
	world: World,
	report: Report,
): void {
	if (shock.kind !== "outage") return;
	const mines = shock.of === "mines";
	const known = (mines ? world.miners : world.refiners).map(({ id }) => id);
	if (shock.of === undefined) return;
	shock.agents?.forEach((agent, i) => {
		if (!known.includes(agent))
			report(
				[...at, "agents", i],
				`is "${agent}"; no ${mines ? "mine" : "refiner"} has that id${didYouMean(agent, known) || `, expected one of ${known.slice(0, 12).join(", ")}`}`,
			);
	});
}

/** Fields of a restriction that its mode does not know, and what only China's office can do. */
export function checkRestriction(
	{ shock, at }: PlacedShock,
	report: Report,
): void {
	if (shock.kind !== "export-restriction") return;
	const { mode } = shock;
	if (mode === "quota" && shock.quota === undefined)
		report(
			[...at, "quota"],
			"is missing; expected tonnes with a unit, such as {value: 20000, unit: t/y}",
		);
	if (mode !== "quota" && shock.quota !== undefined)
		report([...at, "quota"], `has no effect in mode ${mode}; use mode quota`);
	for (const key of ["approval", "lag"] as const)
		if (mode !== "licence" && shock[key] !== undefined)
			report([...at, key], `has no effect in mode ${mode}; use mode licence`);
	if (mode !== "ban" && shock.by !== "CN")
		report(
			[...at, "by"],
			`is ${shock.by}; expected China, whose ${mode}s alone are modelled`,
		);
	if (mode !== "ban" && shock.destinations !== "all")
		report(
			[...at, "destinations"],
			`has no effect in mode ${mode}, which holds for all; expected all`,
			"warning",
		);
	if (
		!shock.goods.includes("refined") &&
		(mode !== "ban" || shock.destinations !== "all")
	)
		report(
			[...at, "goods"],
			"is concentrate alone, for which only a ban on all destinations is modelled; add refined, or ban it for all",
		);
	if (shock.destinations !== "all" && shock.destinations.includes(shock.by))
		report(
			[...at, "destinations"],
			`names ${shock.by}, who restricts; expected other regions`,
		);
}

/** What a suspension suspends exists. */
export function checkSuspension(
	{ shock, at }: PartialShock,
	ids: readonly string[],
	report: Report,
): void {
	if (shock.kind !== "restriction-suspension" || shock.of === undefined) return;
	if (!ids.includes(shock.of))
		report(
			[...at, "of"],
			`is "${shock.of}"; no export restriction has that id${didYouMean(shock.of, ids) || (ids.length > 0 ? `, expected one of ${ids.slice(0, 12).join(", ")}` : ", expected one of this scenario")}`,
		);
}

/** A way leads from one region to another; only China has grey ways to enforce against. */
export function checkGeography(
	{ shock, at }: PartialShock,
	report: Report,
): void {
	if (
		shock.kind === "route" &&
		shock.origin !== undefined &&
		shock.origin === shock.destination
	)
		report(
			[...at, "destination"],
			`is ${shock.destination}, where the route begins; expected another region`,
		);
	if (shock.kind === "enforcement" && (shock.by ?? "CN") !== "CN")
		report(
			[...at, "by"],
			`is ${shock.by}; expected China, whose grey routes alone are modelled`,
		);
}

/** Times the largest agent known at which a size is questioned. */
const SURPRISING = 10;

function largest(world: World): number {
	const rows = [...world.refiners, ...world.miners, ...world.exporters];
	return Math.max(...rows.map(({ capacity }) => capacity.value));
}

function highest(distribution: Distribution): number {
	switch (distribution.kind) {
		case "fixed":
			return distribution.value;
		case "uniform":
		case "triangular":
			return distribution.high;
		case "lognormal":
		case "logitnormal":
			return distribution.p95;
	}
}

/** A size of more than ten times the largest agent known is questioned. */
export function checkSizes(
	{ shock, at }: PlacedShock,
	world: World,
	report: Report,
): void {
	const most = SURPRISING * largest(world);
	const question = (key: string, size: Distribution | undefined): void => {
		if (size !== undefined && highest(size) > most)
			report(
				[...at, key],
				`is ${highest(size)} t/y, more than ${SURPRISING} times the largest agent known; expected at most ${most}`,
				"warning",
			);
	};
	if (shock.kind === "refining-investment" || shock.kind === "route")
		question("capacity", shock.capacity);
	if (shock.kind === "export-restriction") question("quota", shock.quota);
}
