/** Ranking of inputs by each of three methods, from the outputs of its design. */

import type { Seed } from "../../random/streams.ts";
import type { FreeParameter } from "./free-parameters.ts";
import { elementaryEffects, type MorrisDesign } from "./morris.ts";
import { partialRankCorrelations } from "./prcc.ts";
import { type Ranking, rankInputs } from "./ranking.ts";
import { type SaltelliDesign, sobolIndices } from "./saltelli.ts";
import { linearSwings, meanOf, pairedSwings, tailSwing } from "./swings.ts";

/** Resamples behind each interval. */
const RESAMPLES = 1000;

/** Ranks inputs by shares of variance from Saltelli's design. @param outputs one value a point */
export function analyseSobol(
	design: SaltelliDesign,
	free: readonly FreeParameter[],
	outputs: Float64Array,
	seed: Seed,
): Ranking {
	const swings = pairedSwings(design, outputs);
	const indices = sobolIndices(design, outputs, RESAMPLES, seed);
	return rankInputs(
		"sobol",
		meanOf(outputs.subarray(0, 2 * design.base)),
		free,
		indices.map(({ first, total }, i) => ({
			measure: total,
			swing: swings[i]!,
			details: {
				first: first.value,
				firstLow: first.low,
				firstHigh: first.high,
			},
		})),
	);
}

/** Ranks inputs by elementary effects from Morris's walks. @param outputs one value a point */
export function analyseMorris(
	design: MorrisDesign,
	free: readonly FreeParameter[],
	outputs: Float64Array,
	seed: Seed,
): Ranking {
	const effects = elementaryEffects(design, outputs, RESAMPLES, seed);
	const centre = meanOf(outputs);
	const swings = linearSwings(design, effects, centre);
	return rankInputs(
		"morris",
		centre,
		free,
		effects.map(({ mu, muStar, sigma }, i) => ({
			measure: muStar,
			swing: swings[i]!,
			details: { mu, sigma },
		})),
	);
}

/**
 * Ranks inputs by partial rank correlations from a batch that drew them independently.
 *
 * @param inputs one column a free parameter, one value a replicate
 */
export function analyseBatch(
	free: readonly FreeParameter[],
	inputs: readonly Float64Array[],
	output: Float64Array,
): Ranking {
	const partial = partialRankCorrelations(inputs, output);
	return rankInputs(
		"prcc",
		meanOf(output),
		free,
		partial.map(({ interval, p }, i) => ({
			measure: interval,
			swing: tailSwing(inputs[i]!, output),
			details: { p },
		})),
	);
}
