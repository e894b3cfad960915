/** Place of a month in the rings that remember a year of trade. */

import { monthOfRing, TRADE_MEMORY } from "./spans.ts";
import { REGION_COUNT } from "./structure.ts";

/** First cell of a month in a ring of trade. */
export function tradeRingOf(tick: number): number {
	return monthOfRing(tick, TRADE_MEMORY) * REGION_COUNT;
}
