/** Where replicates began, in words. */

import type { ParameterSet } from "../market/simulator.ts";

/** What is known of where replicates began. */
export interface BegunFrom {
	readonly parameters: ParameterSet;
	/** ensemble that they went on from, by hash and last month; null: the set of parameters alone */
	readonly ensemble: { readonly sha256: string; readonly to: string } | null;
}

/** Digits of a hash that a line shows. */
const SHOWN = 6;

/** `posterior parameters`, or `the market as of 2025-12 (ensemble 1a2b3c)`. */
export function beginningWords({ parameters, ensemble }: BegunFrom): string {
	return ensemble === null
		? `${parameters} parameters`
		: `from the market as of ${ensemble.to} (ensemble ${ensemble.sha256.slice(0, SHOWN)})`;
}
