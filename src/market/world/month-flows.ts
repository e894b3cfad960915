/** Flows of a month that the record needs and no stock remembers. */

import type { DefenceOutcome } from "../agents/defence-buyer.ts";
import { REGION_COUNT } from "./structure.ts";

/** Flows of one month, for the record. Reused every month. */
export interface MonthFlows {
	/** US arrivals from abroad by origin, t Sb */
	readonly usArrivals: Float64Array;
	/** metal delivered to the US under contract past the auction, by origin, t Sb */
	readonly usContracts: Float64Array;
	/** metal made in the US from Pakistani ore, t Sb */
	pakistaniOreSmelted: number;
	/** outcome of the month for the US defence buyer */
	readonly usDefence: DefenceOutcome;
	/** Pakistani part of the certified metal the US drew, t Sb */
	usCertifiedPakistani: number;
}

export function emptyMonthFlows(): MonthFlows {
	return {
		usArrivals: new Float64Array(REGION_COUNT),
		usContracts: new Float64Array(REGION_COUNT),
		pakistaniOreSmelted: 0,
		usDefence: {
			need: 0,
			certifiedUsed: 0,
			embeddedUsed: 0,
			unmetCertified: 0,
			unmetBudget: 0,
			unmetPhysical: 0,
			released: 0,
			displaced: 0,
		},
		usCertifiedPakistani: 0,
	};
}
