import { WORLD } from "../../src/calibration/agents/the-world.ts";
import type { World } from "../../src/calibration/agents/world.ts";
import { PRIORS } from "../../src/calibration/priors/priors.ts";
import { burnIn } from "../../src/market/burn-in.ts";
import { layDesk, type MonthDesk } from "../../src/market/month.ts";
import type { EventName } from "../../src/market/record/trace.ts";
import { EVERYTHING } from "../../src/market/replicate.ts";
import { AUCTIONS } from "../../src/market/trade/schedules.ts";
import { layOut } from "../../src/market/world/lay-out.ts";
import {
	Market,
	type Switches,
	type Trace,
} from "../../src/market/world/market.ts";
import {
	nameParameters,
	type Parameters,
} from "../../src/market/world/parameters.ts";
import type { ProjectSite } from "../../src/market/world/structure.ts";
import { layOutTerms } from "../../src/market/world/terms.ts";
import { inverseCdf } from "../../src/random/draw.ts";
import { Streams } from "../../src/random/streams.ts";

export interface HandOptions {
	readonly world?: World;
	readonly parameters?: Partial<Parameters>;
	readonly switches?: Partial<Switches>;
	readonly projects?: readonly ProjectSite[];
}

/** A calm market without noise at the medians of all priors, settled: agents are called on it one by one. */
export function handMarket(options: HandOptions = {}): {
	readonly market: Market;
	readonly desk: MonthDesk;
} {
	const world = options.world ?? WORLD;
	const medians = nameParameters(
		Float64Array.from(PRIORS, (row) => inverseCdf(row.distribution, 0.5)),
	);
	const parameters = { ...medians, ...options.parameters };
	const market = new Market(
		layOut(world, options.projects ?? []),
		layOutTerms(world.terms),
		{ ...EVERYTHING, ...options.switches },
		parameters,
		new Streams(0, 0),
		AUCTIONS,
	);
	market.calm = true;
	market.deal(parameters, new Streams(0, 0));
	const desk = layDesk();
	burnIn(market, desk);
	return { market, desk };
}

/** An event a market told. */
export interface Told {
	readonly tick: number;
	readonly what: EventName;
	readonly who: string;
	readonly figure: number;
}

/** A listener that keeps what it is told. */
export function listen(market: Market): readonly Told[] {
	const told: Told[] = [];
	const trace: Trace = {
		tell: (tick, what, who, figure) => told.push({ tick, what, who, figure }),
		trade: () => {},
	};
	market.trace = trace;
	return told;
}
