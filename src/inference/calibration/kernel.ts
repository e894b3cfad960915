/** Likelihood of the record under a hypothesis: a Gaussian kernel as wide as the model may err. */

import type { Judge } from "./judge.ts";
import type { Trial } from "./moves.ts";
import { pastOf } from "./particle.ts";
import type { Target } from "./target.ts";

/** Log of the Gaussian kernel around the record, but for a constant: −½ Σ (error / discrepancy)². */
export function logKernel(
	facts: Float64Array,
	{ record, discrepancies }: Target,
): number {
	let sum = 0;
	for (let j = 0; j < record.length; j += 1) {
		const error =
			((facts[j] as number) - (record[j] as number)) /
			(discrepancies[j] as number);
		sum += error * error;
	}
	return -sum / 2;
}

/** Makes the trial of a target, which runs the model. */
export function trialOf(
	judge: Pick<Judge, "begin" | "replay" | "keep">,
	target: Target,
): Trial {
	const likelihood = (facts: Float64Array | null): number =>
		facts === null ? Number.NEGATIVE_INFINITY : logKernel(facts, target);
	return {
		begin: (hypothesis) => likelihood(judge.begin(pastOf(hypothesis))),
		replay: (hypothesis, month) =>
			likelihood(judge.replay(pastOf(hypothesis), month)),
		keep: () => judge.keep(),
	};
}
