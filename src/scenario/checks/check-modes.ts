import type { PlacedShock } from "../shocks/read-shocks.ts";
import type { FileShockOf } from "../shocks/shock-fields.ts";
import type { Path } from "../text/node.ts";
import type { Report } from "../text/report.ts";

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
	checkWho(shock, at, report);
}

function checkWho(
	shock: FileShockOf<"export-restriction">,
	at: Path,
	report: Report,
): void {
	const { mode, destinations } = shock;
	if (mode !== "ban" && shock.by !== "CN")
		report(
			[...at, "by"],
			`is ${shock.by}; expected China, whose ${mode}s alone are modelled`,
		);
	if (mode !== "ban" && destinations !== "all")
		report(
			[...at, "destinations"],
			`has no effect in mode ${mode}, which holds for all; expected all`,
			"warning",
		);
	if (
		!shock.goods.includes("refined") &&
		(mode !== "ban" || destinations !== "all")
	)
		report(
			[...at, "goods"],
			"is concentrate alone, for which only a ban on all destinations is modelled; add refined, or ban it for all",
		);
	if (destinations !== "all" && destinations.includes(shock.by))
		report(
			[...at, "destinations"],
			`names ${shock.by}, who restricts; expected other regions`,
		);
}

/** Fields of a stockpile that act in one mode alone. */
const FILLING = ["tonnes", "budget", "limitPrice"] as const;

/** A stockpile that fills has an aim or a budget; other modes know neither. */
export function checkStockpile(
	{ shock, at }: PlacedShock,
	report: Report,
): void {
	if (shock.kind !== "stockpile") return;
	const { mode } = shock;
	const idle = (key: string, use: string): void =>
		report([...at, key], `has no effect in mode ${mode}; use mode ${use}`);
	if (
		mode === "fill" &&
		shock.tonnes === undefined &&
		shock.budget === undefined
	)
		report(
			[...at, "tonnes"],
			"is missing; expected tonnes or a budget to fill with, such as {value: 3000, unit: t}",
		);
	if (mode !== "fill")
		for (const key of FILLING) if (shock[key] !== undefined) idle(key, "fill");
	if (mode === "hold" && shock.rate !== undefined)
		idle("rate", "fill or release");
	if (mode !== "release" && shock.spot) idle("spot", "release");
}

/** What is known as certified metal is known for defence alone; a surge changes some need; a floor ends once. */
export function checkEffect({ shock, at }: PlacedShock, report: Report): void {
	if (
		shock.kind === "origin-rule" &&
		shock.admit === "certified" &&
		shock.buyers !== "defence"
	)
		report(
			[...at, "admit"],
			"is certified, which is modelled for defence alone; expected not-chinese, or buyers: defence",
		);
	if (
		shock.kind === "demand-surge" &&
		shock.defence === undefined &&
		shock.civil === undefined
	)
		report(
			[...at, "defence"],
			"is missing; expected a factor on defence or civil need",
		);
	if (
		shock.kind === "price-floor" &&
		shock.term !== undefined &&
		(shock.to ?? shock.months) !== undefined
	)
		report(
			[...at, "term"],
			"says a second time when it ends; keep one of term, to and months",
		);
}
