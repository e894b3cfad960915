/** The check that a shock is not of a surprising size. */

import type { World } from "../../calibration/agents/world.ts";
import type { Distribution } from "../../random/distribution.ts";
import type { PlacedShock } from "../shocks/read-shocks.ts";
import { ruleOfField } from "../shocks/shock-fields.ts";
import type { Report } from "../text/report.ts";

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
	{ kind, shock, at }: PlacedShock,
	world: World,
	report: Report,
): void {
	const [key, size] = kind.size?.(shock) ?? ["", undefined];
	const most = SURPRISING * largest(world);
	if (size === undefined || highest(size) <= most) return;
	const unit = ruleOfField(shock.kind, key)?.units.own;
	report(
		[...at, key],
		`is ${highest(size)} ${unit}, more than ${SURPRISING} times the largest agent known; expected at most ${most}`,
		"warning",
	);
}
