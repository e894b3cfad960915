/** The draw of a number of a shock. */

import type { Distribution } from "../../random/distribution.ts";

/** Draws one field of a shock: keyed by shock and field, so another shock changes nothing. */
export type DrawShock = (
	shockId: string,
	field: string,
	distribution: Distribution,
) => number;
