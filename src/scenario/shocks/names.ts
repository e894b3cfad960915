/** Names that a shock may use: agents of the world and other shocks of its scenario. */

import { didYouMean } from "../nearest.ts";
import type { Path } from "../text/node.ts";
import type { Report } from "../text/report.ts";

/** Names told when none is near. */
const MOST_NAMES = 12;

/** Ids that a shock of a scenario may name, by what they stand for. */
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

/** The part that a shock of the scenario can play for another that names it. */
export type Part = Exclude<keyof Names, "mines" | "refiners">;

/** The words for whoever may be paid or bound by a contract. */
export const SELLER = "refiner or refining investment";

/** Tells of a name that nothing has, with the nearest that something has. */
export function checkName(
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
