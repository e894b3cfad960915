/** All facts that the model must reproduce, in one list. */

import { CALM_TARGETS } from "./calm-targets.ts";
import type { DatedFact, Fact, LimitFact } from "./fact.ts";
import { PRICE_FACTS } from "./prices/price-facts.ts";
import { QUANTITY_FACTS } from "./trade/quantity-facts.ts";
import { TRADE_FACTS } from "./trade/trade-facts.ts";

/** Facts of the record from 2018 to 2024, prices before tonnes. */
export const DATED_FACTS: readonly DatedFact[] = [
	...PRICE_FACTS,
	...TRADE_FACTS,
];

/** Bounds of the record from 2018 to 2024, where no source gives a figure. */
export const LIMIT_FACTS: readonly LimitFact[] = QUANTITY_FACTS;

/** Every fact the model must reproduce: of calm years, then of the record. */
export const FACTS: readonly Fact[] = [
	...CALM_TARGETS,
	...DATED_FACTS,
	...LIMIT_FACTS,
];

/**
 * Finds a dated fact by its id.
 * @throws {RangeError} when there is none
 */
export function datedFact(id: string): DatedFact {
	const fact = DATED_FACTS.find((row) => row.id === id);
	if (fact === undefined) throw new RangeError(`no dated fact "${id}"`);
	return fact;
}
