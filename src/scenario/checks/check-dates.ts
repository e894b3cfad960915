/** Checks of the order of a shock's own dates, and of its place in the horizon. */

import { instantOf } from "../../quantities.ts";
import type { PartialShock, PlacedShock } from "../shocks/read-shocks.ts";
import { dayText, endOf } from "../shocks/shock-dates.ts";
import type { Path } from "../text/node.ts";
import type { Report } from "../text/report.ts";
import type { Horizon } from "../types.ts";

/** The order of a shock's own dates, as far as they could be read. */
export function checkDates(
	{ kind, shock, at }: PartialShock,
	report: Report,
): void {
	const { announce, to, months } = shock;
	const from = shock.from ?? announce;
	if (to !== undefined && months !== undefined)
		report(
			[...at, "months"],
			"says a second time when it ends; keep either to or months",
		);
	if (from === undefined) return;
	const end = endOf(from, { to, months });
	if (end !== null && to !== undefined && instantOf(end) <= instantOf(from))
		report(
			[...at, "to"],
			`is ${dayText(to)}, not after its start ${dayText(from)}; expected the first day no longer in force`,
		);
	if (kind.foundOut === true) return;
	if (announce !== undefined && instantOf(announce) > instantOf(from))
		report(
			[...at, "announce"],
			`is ${dayText(announce)}, after from ${dayText(from)}; expected the day it is known, on or before that`,
		);
}

/** First instant in which a shock can be felt. */
function firstFelt({ kind, shock, from }: PlacedShock): number {
	const known = Math.min(instantOf(shock.announce ?? from), instantOf(from));
	const begins = kind.begins?.(shock);
	return begins === undefined ? known : Math.min(known, instantOf(begins));
}

/** A shock wholly after the horizon changes nothing. */
export function checkHorizon(
	placed: PlacedShock,
	horizon: Horizon,
	report: Report,
): void {
	const { at, shock } = placed;
	const key: Path = shock.from === undefined ? at : [...at, "from"];
	if (firstFelt(placed) >= horizon.to + 1)
		report(
			key,
			"is after the horizon; the shock changes nothing, expected an earlier day",
			"warning",
		);
}
