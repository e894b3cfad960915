/** Likelihood of the record under a draw: a Gaussian kernel as wide as the model may err. */

import type { Target } from "./calibrate.ts";
import type { Judge } from "./judge.ts";
import type { Likelihood } from "./particle.ts";

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

/** Makes the likelihood of a target; each call runs the model under a draw. */
export function kernelOf(
	judge: Pick<Judge, "record">,
	target: Target,
): Likelihood {
	return (draw) => {
		const facts = judge.record(draw, 0);
		return facts === null ? Number.NEGATIVE_INFINITY : logKernel(facts, target);
	};
}
