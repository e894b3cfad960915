/** Runs of the model that a calibration asks for. */

import type { PastDraw } from "../../calibration/priors/past-draw.ts";
import type { CalmFacts } from "../facts/calm-facts.ts";
import type { Steering, Tally } from "./moves.ts";
import type { Hypothesis, Particle } from "./particle.ts";
import type { Swept } from "./swept.ts";

/** Whoever runs the model for a calibration, on as many threads as there are. */
export interface Judges {
	/** scored facts in logs by draw, one row a luck; lucks are keyed by draws counted from `first` */
	record(
		draws: readonly PastDraw[],
		lucks: number,
		first: number,
	): Promise<readonly (readonly (Float64Array | null)[])[]>;
	calm(
		draws: readonly PastDraw[],
		lucks: number,
		first: number,
	): Promise<readonly (readonly (CalmFacts | null)[])[]>;
	/** scored facts of hypotheses, each under its own luck; null where a run broke */
	facts(
		hypotheses: readonly Hypothesis[],
	): Promise<readonly (Float64Array | null)[]>;
	/** moves particles; `sweep` keys the random numbers of the moves */
	sweep(
		swept: readonly Swept[],
		steering: Steering,
		sweep: number,
	): Promise<{
		readonly particles: readonly Particle[];
		readonly tally: Tally;
	}>;
}
