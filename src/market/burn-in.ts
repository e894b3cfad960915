/** Burn-in: months without noise in which a new market settles at its normal price. */

import { exp, log } from "../math.ts";
import { ringOf } from "./agents/beliefs.ts";
import { OLIMPIADA_2023, oreRingOf } from "./agents/miner.ts";
import { metalMade } from "./ledger.ts";
import { type MonthDesk, runMonth } from "./month.ts";
import { exportTaxAt } from "./trade/refined-trade.ts";
import { startRelations } from "./trade/who-from-whom.ts";
import { logNormalPrice, type Market } from "./world/market.ts";
import { REFERENCE_PRICE } from "./world/price-grid.ts";
import { INDEX_MEMORY, TRADE_MEMORY } from "./world/spans.ts";
import { CN, EU, REGION_COUNT } from "./world/structure.ts";

/** Months of burn-in, which no record keeps. */
export const BURN_IN = 48;
/** Strength with which the controller of need leans against a price off its normal. */
const CONTROL = 0.8;
/** Share of its gap that the controller's slow part closes in a month. */
const FOLLOW = 0.1;
/** Months over which the controller is faded out. */
const FADE = 8;
/** Freight and margin by which the home price starts below the hub, USD/t. */
const EXPORT_COST = 200;
/** Price of a tonne in concentrate at the start, over the price of metal. */
const ORE_SHARE = 0.66;
/** Metal and feed at plants at the start, months of run: the fixed point of their rules. */
const FINISHED_MONTHS = 1.7;
const FEED_MONTHS = 1.35;

function fillRing(
	ring: Float64Array,
	months: number,
	start: (tick: number) => number,
	values: Float64Array,
): void {
	for (let month = 0; month < months; month += 1)
		ring.set(values, start(month));
}

function startPrices(market: Market, price: number): void {
	const { state, terms } = market;
	const tax = market.calm ? 0.13 : exportTaxAt(0);
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const at =
			r === CN
				? (price - EXPORT_COST) / (1 + tax)
				: r === EU
					? price
					: price + terms.importCost[r]!;
		state.price[r] = at;
		state.index[r] = at;
		state.norm[r] = at;
		state.slowNorm[r] = log(at / REFERENCE_PRICE);
		state.orePrice[r] = ORE_SHARE * price;
		state.oreIndex[r] = ORE_SHARE * price;
	}
	state.hubPrice[0] = price;
	state.oreHubPrice[0] = ORE_SHARE * price;
	fillRing(state.indexHistory, INDEX_MEMORY, ringOf, state.index);
	fillRing(state.oreIndexHistory, TRADE_MEMORY, oreRingOf, state.oreIndex);
}

/** Sets stocks, pipelines and feed to the fixed point of the order rules. */
function startStocks(market: Market): void {
	const { state, structure, terms, parameters } = market;
	const { civilBuyers, defenceBuyers, refiners, traders } = structure;
	const cover = parameters.minimumCover + 2 + parameters.elasticCover;
	for (let b = 0; b < civilBuyers.count; b += 1) {
		const need = civilBuyers.need[b]!;
		state.buyerStock[b] = need * (cover - 1);
		for (
			let lag = 0;
			lag < terms.shippingLag[civilBuyers.region[b]!]!;
			lag += 1
		)
			state.buyerPipeline[lag * civilBuyers.count + b] = need;
		state.lastUse[b] = need;
		state.lastOrder[b] = need;
	}
	for (let d = 0; d < defenceBuyers.count; d += 1) {
		const need = defenceBuyers.need[d]!;
		const certified = need * parameters.certifiedShare;
		const embedded = need - certified;
		state.certifiedStock[d] = certified * parameters.certifiedCover;
		state.embeddedStock[d] = embedded;
		for (
			let lag = 0;
			lag < terms.shippingLag[defenceBuyers.region[d]!]!;
			lag += 1
		)
			state.embeddedPipeline[lag * defenceBuyers.count + d] = embedded;
	}
	for (let p = 0; p < refiners.count; p += 1) {
		const run = refiners.run2023[p]!;
		state.finished[p] = FINISHED_MONTHS * run;
		state.feed[p] = (FEED_MONTHS * run) / parameters.yield;
		for (let lag = 0; lag < terms.shippingLag[refiners.region[p]!]!; lag += 1)
			state.feedPipeline[lag * refiners.count + p] = run / parameters.yield;
	}
	if (market.switches.traders)
		for (let t = 0; t < traders.count; t += 1)
			state.traderStock[t] = parameters.traderStock * traders.share[t]!;
}

function startRest(market: Market): void {
	const { state, structure, parameters } = market;
	state.minerOpen.fill(1);
	const { certified } = structure.refiners;
	for (let p = 0; p < certified.length; p += 1)
		state.certified[p] = certified[p]! * parameters.qualifiedAtStart;
	state.importCap.fill(-1);
	state.trust.fill(1);
	startRelations(market);
	state.licenceRegime[0] = -1;
	state.greyFreedom[0] = 1;
	state.needScale[0] = 1;
	state.controllerTrend[0] = 1;
}

/**
 * Scales need against a price off its normal, in proportion and faded out at the end:
 *
 *     scale = k · exp(0.8 ln(normal / index)),  k following the scale slowly
 */
function control(market: Market, monthsLeft: number): void {
	const { state } = market;
	const off = log((REFERENCE_PRICE * market.normalPrice) / state.index[EU]!);
	const strength = CONTROL * Math.min(1, monthsLeft / FADE);
	state.needScale[0] = state.controllerTrend[0]! * exp(strength * off);
	state.controllerTrend[0]! +=
		FOLLOW * (state.needScale[0]! - state.controllerTrend[0]!);
}

/**
 * Starts a market and lets it settle: 48 noiseless months, thrown away, at the
 * end of which need is scaled so that it clears at the normal price of 2018.
 */
export function burnIn(market: Market, desk: MonthDesk): void {
	market.state.clear();
	market.noisy = false;
	const normal = exp(market.calm ? 0 : logNormalPrice(0));
	startPrices(market, REFERENCE_PRICE * normal);
	startStocks(market);
	startRest(market);
	for (let month = 0; month < BURN_IN; month += 1) {
		runMonth(market, desk, [], month - BURN_IN, null);
		control(market, BURN_IN - 1 - month);
	}
	market.state.needScale[0] = market.state.controllerTrend[0]!;
	market.state.needRise[0] = market.calm ? 0 : riseTo2023(market);
}

/**
 * Log rise of need from 2018 to 2023 that keeps the market at its normal price
 * when Olimpiada, which entered in between, gives what it gave in 2023:
 *
 *     rise = ln(1 + yield · (output 2023 − output before) / 12 / supply)
 *
 * A world without the mine has no rise; one with a mine of another size rises by that size.
 */
function riseTo2023(market: Market): number {
	const { flows, parameters, structure } = market;
	const { capacity, olimpiada } = structure.miners;
	if (olimpiada < 0) return 0;
	const size = capacity[olimpiada]! / (OLIMPIADA_2023 / 12);
	const entered = size * (OLIMPIADA_2023 - parameters.olimpiadaBefore);
	const supply = metalMade(flows);
	return log(1 + (parameters.yield * entered) / 12 / supply);
}
