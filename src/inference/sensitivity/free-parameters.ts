/** Parameters that a scenario leaves uncertain, set at a point of the unit cube. */

import type { PastDraw } from "../../calibration/priors/past-draw.ts";
import { PRIORS } from "../../calibration/priors/priors.ts";
import type { Distribution } from "../../random/distribution.ts";
import { inverseCdf } from "../../random/draw.ts";
import type { SoundScenario } from "../../scenario/types.ts";

/** Parameter that touches nothing: an effect found in it is noise. */
export const DUMMY = "dummy";

/** A parameter that a scenario leaves uncertain. */
export interface FreeParameter {
	readonly path: string;
	readonly unit: string;
	readonly meaning: string;
	readonly distribution: Distribution;
	/** place among PRIORS */
	readonly at: number;
}

/** Lists parameters that neither prior nor scenario fixes, in the order of PRIORS. */
export function freeParameters({
	parameters,
}: Pick<SoundScenario, "parameters">): readonly FreeParameter[] {
	return parameters.flatMap(({ path, unit, distribution }, at) => {
		const meaning = PRIORS[at]?.meaning ?? "";
		return distribution.kind === "fixed"
			? []
			: [{ path, unit, meaning, distribution, at }];
	});
}

/**
 * Marks no parameter as overridden, so that a past draw decides on all of them: on those too
 * that the scenario sets, whose distributions the draw must then follow.
 */
export function inHandsOfDraws(scenario: SoundScenario): SoundScenario {
	const parameters = scenario.parameters.map((entry) => ({
		...entry,
		overridden: false,
	}));
	return { ...scenario, parameters };
}

/**
 * Makes the draw that holds every parameter of a scenario, the later ones too, at a point of
 * the unit cube. Sizes of past events and noise stay those of the replicate.
 *
 * @param point one coordinate inside (0, 1) a free parameter
 */
export function drawAt(
	{ parameters }: Pick<SoundScenario, "parameters">,
	free: readonly FreeParameter[],
	point: Float64Array,
): PastDraw {
	const values = parameters.map(({ distribution }) =>
		inverseCdf(distribution, 0.5),
	);
	free.forEach(({ at, distribution }, i) => {
		values[at] = inverseCdf(distribution, point[i]!);
	});
	return { values, sizes: [], luck: [] };
}
