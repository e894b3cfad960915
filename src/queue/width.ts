import { type BatchPlan, monthCount } from "../experiment/plan.ts";
import { SERIES } from "../market/record/record.ts";

/** Blocks asked for at once, at most and at least. */
const WIDEST = 64;
const NARROWEST = 4;
/** Bytes of the results that may wait in memory for an earlier one. */
const WAITING_BYTES = 512e6;

/** Blocks asked for at once: as many as memory holds while an earlier one is late. */
export function widthOf({ scenarios, blockSize }: BatchPlan): number {
	const months = scenarios.reduce((sum, one) => sum + monthCount(one), 0);
	const bytes = 8 * SERIES.length * months * blockSize;
	const most = Math.floor(WAITING_BYTES / (3 * bytes));
	return Math.max(NARROWEST, Math.min(WIDEST, most));
}
