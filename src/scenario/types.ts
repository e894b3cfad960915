/** Scenarios that have passed every check, and their parts. */

import type { World } from "../calibration/agents/world.ts";
import type { Basis } from "../calibration/row.ts";
import type { Tick } from "../quantities.ts";
import type { Distribution } from "../random/distribution.ts";
import type { AnyShock } from "./shocks/kinds.ts";

/** A parameter of the model as a scenario leaves it: what may be drawn, and on whose word. */
export interface ParameterEntry {
	/** dotted path, e.g. `demand.elasticity.short` */
	readonly path: string;
	readonly distribution: Distribution;
	readonly unit: string;
	readonly basis: Basis;
	readonly source: string;
	/** true when the scenario's own `parameters:` set it; then it wins over kept draws */
	readonly overridden: boolean;
}

/** A shock of any kind, defaults filled in; each kind is declared in its family under `shocks/`. */
export type Shock = AnyShock;

/** First and last month recorded, both included. */
export interface Horizon {
	readonly from: Tick;
	readonly to: Tick;
}

declare const sound: unique symbol;

/** A scenario that has passed every check; only `scenario/sound.ts` grants it. */
export interface SoundScenario {
	readonly [sound]: true;
	/** file name without ending: `^[a-z0-9][a-z0-9_-]{0,63}$` */
	readonly name: string;
	readonly title: string;
	readonly question: string;
	/** first and last month recorded, both included */
	readonly horizon: Horizon;
	/** metrics count from here */
	readonly reference: Tick;
	/** every parameter of the model, in the order of `calibration/priors.ts` */
	readonly parameters: readonly ParameterEntry[];
	/** sorted by id */
	readonly shocks: readonly Shock[];
	readonly expect: readonly string[];
	readonly world: World;
}
