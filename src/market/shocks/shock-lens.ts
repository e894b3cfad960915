/** The form in which a family declares the effect of each of its kinds of shock on the market. */

import type { World } from "../../calibration/agents/world.ts";
import type { Tick } from "../../quantities.ts";
import type { Shock } from "../../scenario/types.ts";
import type { ProjectSite, Structure } from "../world/structure.ts";
import type { DrawShock } from "./draw.ts";
import type { Lens } from "./rules.ts";
import type { SupplyShares } from "./supply-shares.ts";
import type { Taking } from "./taking.ts";

/** Market and other shocks around a shock in a replicate. */
export interface Surroundings {
	readonly structure: Structure;
	readonly supply: SupplyShares;
	/** draws the numbers of the shock */
	readonly draw: DrawShock;
	/** every shock of the scenario that happens, by id */
	readonly happening: readonly Shock[];
}

/** One kind of shock in the market. What it says in a file is declared in `scenario/shocks`. */
export interface ShockLens<Own extends Shock> {
	/** The rule of a shock; null when it acts through another or by its news alone. */
	lens(shock: Own, around: Surroundings): Lens | null;

	/** What it takes from supply, by which its news is sized; absent for kinds that take nothing. */
	taking?(shock: Own, around: Surroundings): Taking;

	/** First tick in which its rule can be felt, where that may be before its first day and the day it is known. */
	firstTick?(shock: Own): Tick;

	/** The place of what it may build. */
	site?(shock: Own, world: World): ProjectSite;
}

/** A declaration for every kind of shock. */
export type Lenses = {
	readonly [Kind in Shock["kind"]]: ShockLens<Extract<Shock, { kind: Kind }>>;
};
