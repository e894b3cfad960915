/** The antimony market of 2023 as one value: all agents and the terms of trade. */

import { CIVIL_BUYERS } from "./civil-buyers.ts";
import { DEFENCE_BUYERS } from "./defence-buyers.ts";
import { EXPORTERS } from "./exporters.ts";
import { MINERS } from "./miners.ts";
import { RECYCLERS } from "./recyclers.ts";
import { REFINERS } from "./refiners.ts";
import { TRADE_TERMS } from "./trade-terms.ts";
import { TRADERS } from "./traders.ts";
import type { World } from "./world.ts";

/** Sorts rows by id in the order of code units, which no locale changes. */
function byId<Row extends { readonly id: string }>(
	rows: readonly Row[],
): readonly Row[] {
	return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The antimony market of 2023. */
export const WORLD: World = {
	miners: byId(MINERS),
	refiners: byId(REFINERS),
	recyclers: byId(RECYCLERS),
	civilBuyers: byId(CIVIL_BUYERS),
	defenceBuyers: byId(DEFENCE_BUYERS),
	traders: byId(TRADERS),
	exporters: byId(EXPORTERS),
	terms: TRADE_TERMS,
};
