/** Particle on its way through a sweep. */

import type { Particle } from "./particle.ts";

/** A particle to be moved, with the differences of others along which it may step. */
export interface Swept {
	readonly particle: Particle;
	readonly differences: readonly Float64Array[];
}
