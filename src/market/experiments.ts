/** Experiments on a calm market: the price by users' cover, and the hysteresis of mines. */

import { PRIORS } from "../calibration/priors/priors.ts";
import { Streams } from "../random/streams.ts";
import type { SoundScenario } from "../scenario/types.ts";
import { reopeningPrice, shuttingPrice } from "./agents/miner.ts";
import { burnIn } from "./burn-in.ts";
import { layDesk, runMonth } from "./month.ts";
import { EVERYTHING } from "./replicate.ts";
import { AUCTIONS } from "./trade/schedules.ts";
import { layOut } from "./world/lay-out.ts";
import { Market } from "./world/market.ts";
import { nameParameters } from "./world/parameters.ts";
import { MarketState } from "./world/state.ts";
import { PRIMARY } from "./world/structure.ts";
import { layOutTerms } from "./world/terms.ts";

/** Months that a still market runs before an experiment. */
const SETTLING = 12;

/** Makes a calm, noiseless market with given parameters and lets it settle. */
function settledMarket(scenario: SoundScenario, values: Float64Array) {
	if (values.length !== PRIORS.length)
		throw new RangeError(
			`${values.length} values for ${PRIORS.length} parameters`,
		);
	const market = new Market(
		layOut(scenario.world, []),
		layOutTerms(scenario.world.terms),
		EVERYTHING,
		nameParameters(values),
		new Streams(0, 0),
		AUCTIONS,
	);
	market.calm = true;
	market.deal(nameParameters(values), new Streams(0, 0));
	const desk = layDesk();
	burnIn(market, desk);
	for (let tick = 0; tick < SETTLING; tick += 1)
		runMonth(market, desk, [], tick, null);
	return { market, desk };
}

/**
 * Rotterdam's price in the month after all users' stocks were multiplied, in a calm market
 * without noise: it falls with cover.
 *
 * @returns USD/t, one a factor
 */
export function pricesByCover(
	scenario: SoundScenario,
	values: Float64Array,
	factors: readonly number[],
): readonly number[] {
	const { market, desk } = settledMarket(scenario, values);
	const before = new MarketState(market.structure);
	before.copyFrom(market.state);
	return factors.map((factor) => {
		market.state.copyFrom(before);
		const { buyerStock } = market.state;
		for (let b = 0; b < buyerStock.length; b += 1) buyerStock[b]! *= factor;
		runMonth(market, desk, [], SETTLING, null);
		return market.refinedClearing.hubPrice;
	});
}

/** Least ratio, over primary mines, of the ore price that reopens a mine to the one that shuts it. */
export function miningHysteresis(
	scenario: SoundScenario,
	values: Float64Array,
): number {
	const { market } = settledMarket(scenario, values);
	const { kind, count } = market.structure.miners;
	let least = Number.POSITIVE_INFINITY;
	for (let i = 0; i < count; i += 1)
		if (kind[i] === PRIMARY)
			least = Math.min(
				least,
				reopeningPrice(market, i) / shuttingPrice(market, i),
			);
	return least;
}
