import { PRIORS } from "../../src/calibration/priors.ts";
import { burnIn } from "../../src/market/burn-in.ts";
import { Market } from "../../src/market/market.ts";
import { layDesk, type MonthDesk, runMonth } from "../../src/market/month.ts";
import { nameParameters } from "../../src/market/parameters.ts";
import { EVERYTHING, projectSites } from "../../src/market/replicate.ts";
import type { DrawShock } from "../../src/market/shocks/draw.ts";
import { lensesOf } from "../../src/market/shocks/lenses.ts";
import type { Lens } from "../../src/market/shocks/rules.ts";
import { layOut } from "../../src/market/structure.ts";
import { layOutTerms } from "../../src/market/terms.ts";
import type { EventName, Trace } from "../../src/market/trace.ts";
import { inverseCdf } from "../../src/random/draw.ts";
import { Streams } from "../../src/random/streams.ts";
import type { SoundScenario } from "../../src/scenario/types.ts";

/** An event a market told. */
export interface Told {
	readonly tick: number;
	readonly what: EventName;
	readonly who: string;
	readonly figure: number;
}

/** A calm market without noise, every parameter at its median, month by month in a test's hands. */
export interface CalmMarket {
	readonly market: Market;
	readonly told: Told[];
	/** runs the next `months` months */
	run(months: number): void;
	/** ticks run so far */
	tick(): number;
}

/** Every uniform of a shock at `u`, so that its distributions stand at one quantile. */
const drawAt =
	(u: number): DrawShock =>
	(_id, _field, distribution) =>
		distribution.kind === "fixed"
			? distribution.value
			: inverseCdf(distribution, u);

export function calmMarket(
	scenario: SoundScenario,
	{ quantile = 0.5, from = 0 } = {},
): CalmMarket {
	const values = Float64Array.from(PRIORS, (row, i) =>
		inverseCdf(scenario.parameters[i]?.distribution ?? row.distribution, 0.5),
	);
	const market = new Market(
		layOut(scenario.world, projectSites([scenario])),
		layOutTerms(scenario.world.terms),
		EVERYTHING,
		nameParameters(values),
		new Streams(0, 0),
	);
	market.calm = true;
	market.deal(nameParameters(values), new Streams(0, 0));
	const desk: MonthDesk = layDesk(market);
	burnIn(market, desk);
	const told: Told[] = [];
	const trace: Trace = {
		tell: (tick, what, who, figure) => {
			told.push({ tick, what, who, figure });
		},
		trade: () => {},
	};
	market.trace = trace;
	const lenses: readonly Lens[] = lensesOf(scenario, market.structure, () =>
		drawAt(quantile),
	);
	let next = from;
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
