import { type CalendarDay, instantOf } from "../../quantities.ts";
import type { PartialShock, PlacedShock } from "../shocks/read-shocks.ts";
import { endOf, pathMonth } from "../shocks/shock-dates.ts";
import type { Path } from "../text/node.ts";
import type { Report } from "../text/report.ts";
import type { Horizon } from "../types.ts";

const text = ({ year, month, day }: CalendarDay): string =>
	[year, month, day].map((n) => String(n).padStart(2, "0")).join("-");

/** The order of a shock's own dates, as far as they could be read. */
export function checkDates({ shock, at }: PartialShock, report: Report): void {
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
			`is ${text(end)}, not after its start ${text(from)}; expected the first day no longer in force`,
		);
	if (announce !== undefined && instantOf(announce) > instantOf(from))
		report(
			[...at, "announce"],
			`is ${text(announce)}, after from ${text(from)}; expected the day it is known, on or before that`,
		);
}

/** A path of months or of spans ascends. */
export function checkPath({ shock, at }: PlacedShock, report: Report): void {
	if (shock.kind === "segment-growth" || shock.kind === "chinese-leverage")
		shock.path.forEach(({ month }, i) => {
			const before = shock.path[i - 1];
			if (before !== undefined && month <= before.month)
				report(
					[...at, "path", i, "month"],
					"is not after the month before it; expected a path that ascends",
				);
		});
	if (shock.kind === "reserve-purchases")
		shock.path.forEach(({ from, to }, i) => {
			if (instantOf(to) <= instantOf(from))
				report(
					[...at, "path", i, "to"],
					`is ${text(to)}, not after from ${text(from)}; expected the first day after the span`,
				);
		});
}

/** First instant in which a shock can be felt. */
function firstFelt({ shock, from }: PlacedShock): number {
	const known = instantOf(shock.announce ?? from);
	return Math.min(known, pathMonth(shock) ?? known);
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
