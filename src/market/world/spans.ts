/** Spans of months that the state of the market remembers or looks ahead. */

/** Months of index history kept for the long memory of the price norm. */
export const INDEX_MEMORY = 48;
/** Months of trade history kept for means, contracts and licences. */
export const TRADE_MEMORY = 12;
/** Months an export licence lives (assumed). */
export const LICENCE_LIFE = 6;
/** Longest shipping lag in months. */
export const LONGEST_LAG = 2;

/** Rounds of a ring by which every month of a run, burn-in included, lies above zero. */
const ROUNDS = 100;

/** Place of a month in a ring of `memory` months. */
export function monthOfRing(tick: number, memory: number): number {
	return (tick + ROUNDS * memory) % memory;
}
