/** Lenses of one replicate, and the rules in force that they make in a month. */

import type { Rules } from "../world/rules.ts";

/** One shock as one replicate has drawn it: from its first month to its last, a lens on the rules. */
export interface Lens {
	readonly from: number;
	/** first tick it no longer touches; Infinity when open */
	readonly to: number;
	apply(rules: Rules, tick: number): void;
}

/** Writes the rules in force at `tick` into `rules`: a pure function of lenses and tick. */
export function rulesInForce(
	rules: Rules,
	lenses: readonly Lens[],
	tick: number,
): Rules {
	rules.reset();
	for (const lens of lenses)
		if (lens.from <= tick && tick < lens.to) lens.apply(rules, tick);
	return rules;
}
