import { MINE_DEFAULTS, REFINERY_DEFAULTS } from "./shocks/investment.ts";
import type { Own } from "./shocks/own.ts";
import type { FileShockOf } from "./shocks/shock-fields.ts";
import type { MineInvestment, RefiningInvestment } from "./types.ts";

type FileProject =
	| FileShockOf<"refining-investment">
	| FileShockOf<"mine-investment">;

/** What refineries and mines have in common. */
function projectOf(
	shock: FileProject,
	defaults: typeof REFINERY_DEFAULTS | typeof MINE_DEFAULTS,
) {
	return {
		in: shock.in,
		capacity: shock.capacity,
		decisionProbability: shock.decisionProbability ?? null,
		decisionWithin: shock.decisionWithin ?? defaults.decisionWithin,
		buildMonths: shock.buildMonths ?? defaults.buildMonths,
		slip: shock.slip ?? defaults.slip,
		support: {
			floor: shock.floor ?? null,
			loan: shock.loan ?? null,
			grant: shock.grant ?? null,
		},
	};
}

/** A refinery of a file with its defaults. */
export function refineryOf(
	shock: FileShockOf<"refining-investment">,
): Own<RefiningInvestment> {
	return {
		...projectOf(shock, REFINERY_DEFAULTS),
		kind: shock.kind,
		certified: shock.certified,
		feed: shock.feed,
		offtake: shock.offtake ?? null,
	};
}

/** A mine of a file with its defaults. */
export function mineOf(
	shock: FileShockOf<"mine-investment">,
): Own<MineInvestment> {
	return {
		...projectOf(shock, MINE_DEFAULTS),
		kind: shock.kind,
		unitCost: shock.unitCost,
	};
}
