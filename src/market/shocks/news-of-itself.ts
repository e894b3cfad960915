/** News that shocks of a scenario carry of themselves, by what they take from supply. */

import { inverseCdf } from "../../random/draw.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { layOut } from "../world/lay-out.ts";
import { layOutTerms } from "../world/terms.ts";
import type { DrawShock } from "./draw.ts";
import { takingOf } from "./lenses.ts";
import { newsOf } from "./news.ts";
import { supplyShares } from "./supply-shares.ts";
import type { Taking } from "./taking.ts";

const median: DrawShock = (_id, _field, distribution) =>
	inverseCdf(distribution, 0.5);

/** News of one shock, every uncertain number at its median. */
export interface NewsOfItself extends Taking {
	readonly id: string;
}

/** News of every shock whose file leaves its kick to the model, where it takes anything from supply. */
export function newsOfThemselves(
	scenario: SoundScenario,
): readonly NewsOfItself[] {
	const { shocks, world } = scenario;
	const structure = layOut(world, []);
	const around = {
		structure,
		supply: supplyShares(structure, layOutTerms(world.terms)),
		draw: median,
		happening: shocks,
	};
	return shocks
		.filter((shock) => shock.news === null || shock.news.kick === null)
		.map((shock) => ({
			id: shock.id,
			...newsOf(shock, takingOf(shock, around), median),
		}))
		.filter(({ outside, china }) => outside !== 0 || china !== 0);
}
