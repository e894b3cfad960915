import type { World } from "../../calibration/agents/world.ts";
import { didYouMean } from "../nearest.ts";
import type { PartialShock } from "../shocks/read-shocks.ts";
import type { Path } from "../text/node.ts";
import type { Report } from "../text/report.ts";

/** Names told when none is near. */
const MOST_NAMES = 12;

/** What a shock of a scenario may name, by what it is. */
export interface Names {
	readonly mines: readonly string[];
	readonly refiners: readonly string[];
	readonly restrictions: readonly string[];
	/** refiners of the world and refineries of the scenario */
	readonly sellers: readonly string[];
	/** refineries of the scenario that have an offtake of their own */
	readonly sold: readonly string[];
	/** exporters of the world and routes of the scenario */
	readonly ways: readonly string[];
}

/** Everything that can be named in a scenario. */
export function namesOf(world: World, shocks: readonly PartialShock[]): Names {
	const ids = (kind: string): readonly string[] =>
		shocks.flatMap(({ shock }) =>
			shock.kind === kind ? (shock.id ?? []) : [],
		);
	const refiners = world.refiners.map(({ id }) => id);
	return {
		mines: world.miners.map(({ id }) => id),
		refiners,
		restrictions: ids("export-restriction"),
		sellers: [...ids("refining-investment"), ...refiners],
		sold: shocks.flatMap(({ shock }) =>
			shock.kind === "refining-investment" && shock.offtake !== undefined
				? (shock.id ?? [])
				: [],
		),
		ways: [...ids("route"), ...world.exporters.map(({ id }) => id)],
	};
}

/** Tells of a name that nothing has, with the nearest that something has. */
function checkName(
	name: string | undefined,
	what: string,
	known: readonly string[],
	at: Path,
	report: Report,
): void {
	if (name === undefined || known.includes(name)) return;
	const some =
		known.length > 0 ? known.slice(0, MOST_NAMES).join(", ") : "this scenario";
	report(
		at,
		`is "${name}"; no ${what} has that id${didYouMean(name, known) || `, expected one of ${some}`}`,
	);
}

const SELLER = "refiner or refining investment";

/** What a shock names exists: agents, and other shocks of the scenario. */
export function checkNames(
	{ shock, at }: PartialShock,
	names: Names,
	report: Report,
): void {
	const check = (
		name: string | undefined,
		what: string,
		known: readonly string[],
		...path: Path
	): void => checkName(name, what, known, [...at, ...path], report);
	switch (shock.kind) {
		case "outage": {
			if (shock.of === undefined) return;
			const mines = shock.of === "mines";
			const known = mines ? names.mines : names.refiners;
			shock.agents?.forEach((agent, i) => {
				check(agent, mines ? "mine" : "refiner", known, "agents", i);
			});
			return;
		}
		case "restriction-suspension":
			check(shock.of, "export restriction", names.restrictions, "of");
			return;
		case "route-closure":
			check(shock.of, "exporter or route", names.ways, "of");
			return;
		case "price-floor":
			shock.sellers?.forEach((seller, i) => {
				check(seller, SELLER, names.sellers, "sellers", i);
			});
			return;
		case "offtake":
			check(shock.seller, SELLER, names.sellers, "seller");
			return;
		default:
			return;
	}
}

/** Metal is sold under one contract. */
export function checkSold(
	{ shock, at }: PartialShock,
	{ sold }: Names,
	report: Report,
): void {
	if (shock.kind !== "offtake" || shock.seller === undefined) return;
	if (sold.includes(shock.seller))
		report(
			[...at, "seller"],
			`is "${shock.seller}", a refinery with an offtake of its own; keep one of the two`,
		);
}
