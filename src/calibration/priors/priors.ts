/** All uncertain parameters of the model, with their prior distributions. */

import { LATER_PRIORS } from "./later-priors.ts";
import type { PriorRow } from "./prior-row.ts";
import { RECORD_PRIORS } from "./record-priors.ts";

export type { PriorRow };

/**
 * Every parameter a replicate draws, in the order of every record. Medians with
 * 5 and 95 % points; a scenario may replace any of them under `parameters:`.
 */
export const PRIORS: readonly PriorRow[] = [...RECORD_PRIORS, ...LATER_PRIORS];
