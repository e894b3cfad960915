/** Beliefs of each region: normal price, news, fear of a cut-off, and precautionary cover. */

import { exp, log } from "../../math.ts";
import { undatedNews } from "../luck/noise.ts";
import type { Market } from "../world/market.ts";
import { REFERENCE_PRICE } from "../world/price-grid.ts";
import { INDEX_MEMORY, monthOfRing } from "../world/spans.ts";
import { CN, EU, REGION_COUNT, US } from "../world/structure.ts";

/** Largest trend, up or down, that enters the norm, logs. */
const TREND_CAP = 0.3;
/** Months over which the trend is read. */
const TREND_MONTHS = 6;
/** Largest pull of the price abroad on holders in China, logs. */
const HOLDER_CAP = 0.6;
/** China's VAT today, which holders take off the price abroad, share. */
const HOLDER_TAX = 0.13;
/** Freight and margin that holders take off the price abroad, USD/t. */
const HOLDER_COST = 200;
/**
 * Months in which alarm fades, its speed on announcements and on scarcity, and the rise that
 * counts.
 */
const ALARM_FADE = 9;
const ALARM_ON_NEWS = 0.6;
const ALARM_ON_SCARCITY = 0.5;
const ALARMING_RISE = 0.2;
const ALARM_MONTHS = 3;
/** Months in which cover that is no longer wanted runs down. */
const COVER_RUNDOWN = 12;

/** Mean of the last `months` published indices of a region, USD/t. */
export function meanIndex(
	market: Market,
	region: number,
	months: number,
	tick: number,
): number {
	const history = market.state.indexHistory;
	let sum = 0;
	let month = ringOf(tick - 1);
	for (let i = 0; i < months; i += 1) {
		sum += history[month + region]!;
		month = month === 0 ? history.length - REGION_COUNT : month - REGION_COUNT;
	}
	return sum / months;
}

const longSums = new Float64Array(REGION_COUNT);

/** Sums the whole ring of indices for every region, side by side, which is faster than one by one. */
function sumIndices(history: Float64Array): void {
	longSums.fill(0);
	for (let month = 0; month < history.length; month += REGION_COUNT)
		for (let r = 0; r < REGION_COUNT; r += 1)
			longSums[r]! += history[month + r]!;
}

/** First cell of a month in the ring of indices. */
export function ringOf(tick: number): number {
	return monthOfRing(tick, INDEX_MEMORY) * REGION_COUNT;
}

function trendOf(market: Market, region: number, tick: number): number {
	if (!market.switches.trend) return 0;
	const history = market.state.indexHistory;
	const now = history[ringOf(tick - 1) + region]!;
	const before = history[ringOf(tick - 1 - TREND_MONTHS) + region]!;
	return Math.min(TREND_CAP, Math.max(-TREND_CAP, log(now / before)));
}

/**
 * The price norm of a region, USD/t, against which a price is cheap or dear:
 *
 *     ln E = (1 − wF) · slow + wF · ln(mean of 48 months) + wT · trend + news
 *     slow' = slow + λ (ln I − slow)
 */
function formNorm(market: Market, region: number, tick: number): number {
	const { state, parameters } = market;
	const logIndex = log(state.index[region]! / REFERENCE_PRICE);
	state.slowNorm[region]! +=
		parameters.normSpeed * (logIndex - state.slowNorm[region]!);
	const long = log(longSums[region]! / INDEX_MEMORY / REFERENCE_PRICE);
	return (
		(1 - parameters.longMemory) * state.slowNorm[region]! +
		parameters.longMemory * long +
		parameters.trend * trendOf(market, region, tick) +
		state.kick[region]! +
		undatedNews(market, region)
	);
}

/**
 * Draws the norm of holders in China towards the worth of metal abroad:
 *
 *     ln E += wG · clip(ln(parity / E), ±0.6),  parity = (I_Rotterdam − cost) / 1.13
 */
function lookAbroad(market: Market, norm: number): number {
	if (!market.switches.holders) return norm;
	const parity = (market.state.index[EU]! - HOLDER_COST) / (1 + HOLDER_TAX);
	const pull = log(Math.max(parity, 1) / (REFERENCE_PRICE * exp(norm)));
	const clipped = Math.min(HOLDER_CAP, Math.max(-HOLDER_CAP, pull));
	return norm + market.parameters.holders * clipped;
}

/**
 * Adds the month's dated news to what is left of earlier news. Outside China news does not fade
 * in so far as the cut it tells of goes on:
 *
 *     kick' = (1 − fade · (1 − s · cut)) · kick + dated news
 *
 * with s the persistence of news and cut the part of Chinese supply that is missing.
 */
function hearNews(market: Market, cutOff: number): void {
	const { state, rules, parameters, switches } = market;
	const persistence = switches.newsPersistence ? parameters.newsPersistence : 0;
	const fadeOutside = parameters.kickFade * (1 - persistence * cutOff);
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const home = r === CN;
		const kick = home ? rules.kickChina : rules.kickOutside;
		const fade = home ? parameters.kickFade : fadeOutside;
		state.kick[r] = (1 - fade) * state.kick[r]! + parameters.newsKick * kick;
	}
	const faded = state.threat[0]! * (1 - 1 / parameters.threatFade);
	state.threat[0] = 1 - (1 - faded) * (1 - rules.threatJump);
}

/**
 * Raises the alarm of buyers whose supplier is threatened, or whose price rose by a fifth in a
 * quarter.
 */
function raiseAlarm(market: Market, region: number, tick: number): void {
	const { state, rules, terms } = market;
	const history = state.indexHistory;
	const rise =
		state.index[region]! / history[ringOf(tick - 1 - ALARM_MONTHS) + region]! -
		1;
	const announced = rules.threatJump * terms.chineseShare[region]!;
	const scarcity = rise > ALARMING_RISE ? 1 : 0;
	let alarm = state.alarm[region]! * (1 - 1 / ALARM_FADE);
	alarm += ALARM_ON_NEWS * Math.max(0, announced - alarm);
	alarm += ALARM_ON_SCARCITY * Math.max(0, scarcity - alarm);
	state.alarm[region] = alarm;
}

/**
 * Moves precautionary cover towards the most that a buyer dependent on China wants and can
 * pay, in months of use:
 *
 *     T = min(κ · share · 12 · belief, F · normal price / index)
 *
 * upward over `ramp` months, downward over twelve. Belief outside the US is φ
 * of that in the US. With the switch `used`, the part that is being cut off is
 * taken out of the target: the cover is there to be used.
 */
function buildCover(market: Market, region: number, cutOff: number): void {
	const { state, parameters, terms } = market;
	const belief =
		region === CN
			? 0
			: state.threat[0]! * (region === US ? 1 : parameters.threatElsewhere);
	const wanted =
		parameters.precautionScale * terms.chineseShare[region]! * 12 * belief;
	const affordable =
		(parameters.precautionBudget * market.normalPrice * REFERENCE_PRICE) /
		state.index[region]!;
	const kept = parameters.precautionUsed > 0.5 ? 1 - cutOff : 1;
	const target = Math.min(wanted * kept, affordable);
	const cover = state.precaution[region]!;
	const months = target > cover ? parameters.precautionRamp : COVER_RUNDOWN;
	state.precaution[region] = cover + (target - cover) / months;
}

/** Updates norms, belief in the threat, alarm and precautionary cover of every region. */
export function formBeliefs(
	market: Market,
	cutOff: number,
	tick: number,
): void {
	hearNews(market, cutOff);
	const { state, switches } = market;
	sumIndices(state.indexHistory);
	for (let r = 0; r < REGION_COUNT; r += 1) {
		const norm = formNorm(market, r, tick);
		state.norm[r] =
			REFERENCE_PRICE * exp(r === CN ? lookAbroad(market, norm) : norm);
		raiseAlarm(market, r, tick);
		if (switches.hoarding) buildCover(market, r, cutOff);
	}
}
