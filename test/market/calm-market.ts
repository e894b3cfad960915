import { runMonth } from "../../src/market/month.ts";
import { projectSites } from "../../src/market/replicate.ts";
import type { DrawShock } from "../../src/market/shocks/draw.ts";
import { lensesOf } from "../../src/market/shocks/lenses.ts";
import { supplyShares } from "../../src/market/shocks/supply-shares.ts";
import type { Market } from "../../src/market/world/market.ts";
import { nameParameters } from "../../src/market/world/parameters.ts";
import { inverseCdf } from "../../src/random/draw.ts";
import type { SoundScenario } from "../../src/scenario/types.ts";
import { handMarket, listen, type Told } from "./hand-market.ts";

/** A market under a scenario, month by month in a test's hands. */
export interface CalmMarket {
	readonly market: Market;
	readonly told: readonly Told[];
	/** runs the next `months` months */
	run(months: number): void;
	/** ticks run so far */
	tick(): number;
}

/** Every number of a shock at its median. */
const medians: DrawShock = (_id, _field, distribution) =>
	distribution.kind === "fixed"
		? distribution.value
		: inverseCdf(distribution, 0.5);

/** A settled market without noise under a scenario, every parameter and every draw at its median. */
export function calmMarket(scenario: SoundScenario): CalmMarket {
	const parameters = nameParameters(
		Float64Array.from(scenario.parameters, ({ distribution }) =>
			inverseCdf(distribution, 0.5),
		),
	);
	const { market, desk } = handMarket({
		world: scenario.world,
		projects: projectSites([scenario]),
		parameters,
	});
	const told = listen(market);
	const lenses = lensesOf(
		scenario,
		market.structure,
		supplyShares(market.structure, market.terms),
		() => medians,
	);
	let next = 0;
	return {
		market,
		told,
		tick: () => next,
		run: (months) => {
			for (let i = 0; i < months; i += 1, next += 1)
				runMonth(market, desk, lenses, next, null);
		},
	};
}
