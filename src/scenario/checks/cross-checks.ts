/** Checks of everything that no single field can tell. */

import type { World } from "../../calibration/agents/world.ts";
import { monthName, type Tick } from "../../quantities.ts";
import { parseExpectation } from "../expectations/expectation.ts";
import { MONTH_DEFAULTS, type TopFields } from "../file/file-format.ts";
import type { ShocksRead } from "../shocks/read-shocks.ts";
import type { Fault } from "../text/fault.ts";
import { child, type Node } from "../text/node.ts";
import { type Report, reportInto, reportWithin } from "../text/report.ts";
import { checkDates, checkHorizon } from "./check-dates.ts";
import { checkSizes } from "./check-sizes.ts";
import { checkContradictions, checkIds, checkOpen } from "./contradictions.ts";
import { namesOf } from "./names-of.ts";

/** Names that a scenario may use and that are not its own. */
export interface Known {
	readonly world: World;
	/** metrics that `expect` may name; any when absent */
	readonly metrics?: readonly string[] | undefined;
}

function checkMonths(
	root: Node,
	{ horizon, reference }: Partial<TopFields>,
	report: Report,
): void {
	if (horizon === undefined) return;
	const { from, to } = horizon;
	const counted: Tick = reference ?? MONTH_DEFAULTS.reference;
	if (to < from)
		report(
			["horizon", "to"],
			`is ${monthName(to)}, before from ${monthName(from)}; expected the last month recorded`,
		);
	else if (child(root, "reference") !== undefined && reference === undefined)
		return;
	else if (counted < from || counted > to)
		report(
			["reference"],
			`is ${monthName(counted)}, outside the horizon; expected ${monthName(from)} to ${monthName(to)}`,
		);
}

function checkExpectations(
	{ expect }: Partial<TopFields>,
	metrics: Known["metrics"],
	report: Report,
): void {
	expect?.forEach((text, i) => {
		const read = parseExpectation(text, metrics);
		if ("problem" in read)
			report(["expect", i], read.problem, "error", read.column);
	});
}

/** Everything that no single field can tell: contradictions, unknown ids, order of dates. */
export function crossCheck(
	root: Node,
	top: Partial<TopFields>,
	{ sound, all }: ShocksRead,
	{ world, metrics }: Known,
): readonly Fault[] {
	const faults: Fault[] = [];
	const report = reportInto(faults, root);
	checkMonths(root, top, report);
	checkExpectations(top, metrics, report);
	checkIds(all, report);
	const around = { names: namesOf(world, all), world };
	for (const partial of all) {
		const { kind, shock, at } = partial;
		checkDates(partial, report);
		kind.checkFields?.(shock, around, reportWithin(report, at));
	}
	for (const placed of sound) {
		const { kind, shock, at } = placed;
		kind.checkTogether?.(shock, reportWithin(report, at));
		checkSizes(placed, world, report);
		if (top.horizon !== undefined) checkHorizon(placed, top.horizon, report);
	}
	checkContradictions(sound, report);
	checkOpen(sound, report);
	return faults;
}
