/** All that is told of one assimilation. */

import type { NowcastRun } from "../../actions/record/run-nowcast.ts";
import type { Ensemble } from "../../calibration/priors/ensemble.ts";
import type {
	Assimilation,
	AssimilationSize,
} from "../../inference/assimilation/assimilate.ts";

/** An assimilation with all that is told of it. */
export interface Told {
	readonly ensemble: Ensemble;
	readonly found: Assimilation;
	readonly nowcast: NowcastRun;
	readonly size: AssimilationSize;
	readonly command: string;
	/** what the record was laid on, in words */
	readonly ground: string;
	/** spent on taking the record in */
	readonly seconds: number;
	readonly processorSeconds: number;
}
