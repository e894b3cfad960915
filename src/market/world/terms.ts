/** Terms of trade in arrays by region. */

import type { TradeTerms } from "../../calibration/agents/trade-terms.ts";
import { REGIONS } from "../../calibration/row.ts";

/** Terms of trade in regional arrays. */
export interface Terms {
	readonly importCost: Float64Array;
	readonly shippingLag: Int32Array;
	readonly chineseShare: Float64Array;
	readonly usOrigins: Float64Array;
}

export function layOutTerms(terms: TradeTerms): Terms {
	return {
		importCost: Float64Array.from(REGIONS, (r) => terms.importCost[r].value),
		shippingLag: Int32Array.from(REGIONS, (r) => terms.shippingLag[r].value),
		chineseShare: Float64Array.from(
			REGIONS,
			(r) => terms.chineseShare[r].value,
		),
		usOrigins: Float64Array.from(REGIONS, (r) => terms.usOrigins[r].value),
	};
}
