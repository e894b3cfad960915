/** Types of an ensemble: pasts that agree with a record, from which batches go on. */

import type { Seed } from "../../random/streams.ts";
import type { DrawNumbers } from "./past-draw.ts";

/** A row of the record behind an ensemble, in the model's own unit. */
export interface RecordRow {
	/** name of the model's monthly series */
	readonly series: string;
	/** first and last month, `YYYY-MM`, both counted */
	readonly from: string;
	readonly to: string;
	/** mean of a price, sum of a flow or last value of a stock over the span, in the unit of the series */
	readonly value: number;
	/** relative standard deviation of the source's error */
	readonly sd: number;
	/** side on which the truth may lie freely; null for a figure */
	readonly bound: "at least" | "at most" | null;
	readonly source: string;
}

/** One past of an ensemble: a kept draw with numbers and luck of its own. */
export interface Member extends DrawNumbers {
	readonly weight: number;
	/** place of the draw of the posterior whose luck it had up to the end of 2024 */
	readonly draw: number;
	/** stream of the ensemble's seed that answers what its luck does not cover */
	readonly stream: number;
	/** scores of the months after 2024, as `luckText` writes them */
	readonly luck: string;
}

/** Pasts that agree with a record up to a month. */
export interface Ensemble {
	readonly schema: "stibium-ensemble/1";
	/** last month of the record, `YYYY-MM` */
	readonly to: string;
	/** what made it: the command, the commit of the program, and the seed of its streams */
	readonly made: {
		readonly command: string;
		readonly commit: string | null;
		readonly seed: Seed;
	};
	/** seed of the streams that answer what the luck of members does not cover */
	readonly kin: Seed;
	/** hash of the posterior's draws that members point to */
	readonly posterior: string;
	/** the record, oldest row first */
	readonly record: readonly RecordRow[];
	/** parameters in the order of PRIORS; the weights sum to 1 */
	readonly members: readonly Member[];
}
