import type { Ranking } from "../inference/sensitivity/ranking.ts";
import type { MetricName } from "../market/record/record.ts";

/** Which inputs move a metric of a scenario, as charts show it. */
export interface WeighedInputs {
	readonly ranking: Ranking;
	/** name of the scenario */
	readonly scenario: string;
	readonly metric: MetricName;
	/** last month of its horizon, `YYYY-MM` */
	readonly last: string;
	/** what was run, e.g. `3,584 points of 4 runs that share their luck` */
	readonly runs: string;
	/** share of the variance of single runs that is luck; null where it is not known */
	readonly luckShare: number | null;
}
