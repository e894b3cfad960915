/** The one reading of a paired difference, for terminal, charts, report and JSON alike. */

import type { PairedSummary } from "./tables.ts";

/** The word for a paired difference. */
export type Verdict =
	| "equal"
	| "no clear difference"
	| "higher"
	| "lower"
	| "no pair has both";

/** The part of a paired summary that its verdict rests on. */
export type Judged = Pick<PairedSummary, "n" | "mean">;

/**
 * Reads other less base: `equal` when every pair is equal, a side only when the 95 %
 * interval of the mean difference leaves out zero. One unequal pair tells no side.
 */
export function verdictOf({ n, mean }: Judged): Verdict {
	if (n === 0) return "no pair has both";
	if (mean.value === 0 && !(mean.error > 0)) return "equal";
	if (mean.low > 0) return "higher";
	return mean.high < 0 ? "lower" : "no clear difference";
}

/** True when a verdict names a side. */
export const isClear = (verdict: string): verdict is "higher" | "lower" =>
	verdict === "higher" || verdict === "lower";
